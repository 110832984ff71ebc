/** `threshold-zero`: a threshold of 0 on an account of several signers. */
import type { ThresholdLevel } from '../../../kernel/model/index.js'
import { exampleFile } from '../example-file.js'
import type { Severity } from '../finding.js'
import { suggestion, toThreshold } from '../fix-of.js'
import { perAccount, type Found } from '../per-account.js'
import type { LintRule } from '../rule.js'
import { openLevels } from '../strong-keys.js'
import { exhibitAt, placeOfLevel, who, words, type Subject } from '../subject.js'

const [id, severity] = ['threshold-zero', 'error'] as const

/** What anybody can then do alone, and how bad that is. */
const MEANS: Readonly<Record<ThresholdLevel, { readonly can: string; readonly severity: Severity }>> = {
  High: { can: 'replace all the others', severity: 'error' },
  Medium: { can: 'pay everything away', severity: 'warning' },
  Low: { can: 'make prepared transactions void', severity: 'note' },
}

const find = (subject: Subject): readonly Found[] => {
  const { account, levels, players } = subject
  const open = openLevels(subject)
  const [worst] = open
  const lightest = players.reduce(
    (a, b) => (b.weight < a.weight ? b : a),
    players[0] ?? { id: '', weight: 0 },
  )
  if (worst === undefined) return []
  const heaviest = Math.max(...players.map(({ weight }) => weight))
  const enough = Math.max(heaviest + 1, ...open.map((level) => levels[level].threshold))
  const total = players.reduce((sum, { weight }) => sum + weight, 0)
  return [
    {
      place: placeOfLevel(subject, worst),
      says: `A threshold of 0 needs no agreement, only a signature: any one of the ${players.length} signers of ${account.name} reaches ${words(open)}, ${who(subject)(lightest.id)} with weight ${lightest.weight} as well, and can ${MEANS[worst].can}.`,
      help: `write how much weight it is to take; where any one is meant, claim that any 1 of them can ${worst.toLowerCase()}`,
      severity: MEANS[worst].severity,
      exhibits: [exhibitAt(subject, levels[worst], 'signs alone', [lightest.id])],
      related: open.slice(1).map((level) => ({ place: placeOfLevel(subject, level), says: '0 as well' })),
      evidence: [...open, ...players.map((player) => player.id).toSorted()],
      fix:
        enough <= total
          ? suggestion(
              subject,
              `raise ${words(open)} to ${enough}, which takes two`,
              open.map((level) => toThreshold(subject, level, enough)),
            )
          : suggestion(subject, 'raise the threshold, and give the signers weights that reach it', []),
    },
  ]
}

export const thresholdZero: LintRule = {
  _tag: 'Lint',
  id,
  severity,
  summary: 'a threshold of 0 lets any one of several signers act',
  rationale:
    'New accounts have thresholds of 0. Whoever adds signers and forgets to raise them has not shared the account, but multiplied its keys: each of them alone is enough, whatever it weighs.',
  decidedBy:
    'q = max(1, threshold), so that a threshold of 0 is reached by every signer. Only on accounts of two or more signers. At high it is an error, at medium a warning, at low a note. Silent where claims say of every signer that it can act alone at that level or a higher one, and on accounts that were filled from a preset.',
  source:
    'stellar-core `SignatureChecker::checkSignature` compares the sum only after a signer was found, so that 0 still takes one',
  numbers: {},
  examples: [
    {
      says: 'signers were added, thresholds were not',
      policy: exampleFile({ master: 1, signers: { anna: 1, bruno: 1 }, thresholds: [0, 0, 0] }),
      finds: ['any one of the 3 signers of vault reaches low, medium and high'],
    },
    {
      says: 'any one may pay, and a claim says so',
      policy: exampleFile({
        signers: { anna: 1, bruno: 1, carla: 1 },
        thresholds: [0, 0, 2],
        more: [
          'assert:',
          '  - { id: pay, on: vault, claim: { any: 1, of: [anna, bruno, carla], can: medium } }',
        ],
      }),
      finds: [],
    },
    {
      says: 'an ordinary account of one key',
      policy: exampleFile({ master: 1, signers: {}, thresholds: [0, 0, 0] }),
      finds: [],
    },
  ],
  check: perAccount(id, severity, find),
}

/** `too-many-signatures`: enough weight, in more signatures than an envelope holds. */
import { MAX_SIGNATURES } from '../../../kernel/model/index.js'
import { exampleFile } from '../example-file.js'
import { suggestion, toThreshold } from '../fix-of.js'
import { perAccount, when, type Found } from '../per-account.js'
import type { LintRule } from '../rule.js'
import { exhibitAt, placeOfLevel, words, type Subject } from '../subject.js'

const [id, severity] = ['too-many-signatures', 'error'] as const

const find = (subject: Subject): readonly Found[] => {
  const { account, levels, players } = subject
  const stuck = (['High', 'Medium', 'Low'] as const).filter((level) => {
    const { reach } = levels[level]
    return reach._tag === 'Never' && reach.why === 'too-many-signatures'
  })
  const [first] = stuck
  const heaviest = players
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, MAX_SIGNATURES)
    .reduce((sum, { weight }) => sum + weight, 0)
  const everybody = players.map((player) => player.id)
  return first === undefined
    ? []
    : when(true, () => ({
        place: placeOfLevel(subject, first),
        says: `Nobody ever reaches ${words(stuck)} on ${account.name}: it takes the signatures of all ${players.length} signers, and an envelope holds ${MAX_SIGNATURES}.`,
        help: `lower the threshold to ${heaviest} or less, which the ${MAX_SIGNATURES} heaviest reach`,
        exhibits: [exhibitAt(subject, levels[first], 'everybody', everybody)],
        evidence: [...stuck, ...everybody.toSorted()],
        fix: suggestion(
          subject,
          `lower ${words(stuck)} to ${heaviest}`,
          stuck.map((level) => toThreshold(subject, level, heaviest)),
        ),
      }))
}

const MANY = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`member-${String(at + 1)}`, 1]))

export const tooManySignatures: LintRule = {
  _tag: 'Lint',
  id,
  severity,
  summary: 'a level takes 21 signatures, and an envelope holds 20',
  rationale:
    'An account has up to 21 signers: 20 and its master key. An envelope holds 20 signatures. A level that needs everybody can then never be reached, although all weights together are enough.',
  decidedBy: 'T ≥ q, and the 20 heaviest together weigh less than q',
  source: 'stellar-xdr: `MAX_SIGNERS` is 20, and `DecoratedSignature signatures<20>`',
  numbers: {},
  examples: [
    {
      says: '20 signers and the master key, of which all are needed',
      policy: exampleFile({ master: 1, signers: MANY, thresholds: [1, 11, 21] }),
      finds: ['Nobody ever reaches high on vault'],
    },
    {
      says: '20 signers and the master key, of which 20 are needed',
      policy: exampleFile({ master: 1, signers: MANY, thresholds: [1, 11, 20] }),
      finds: [],
    },
  ],
  check: perAccount(id, severity, find),
}

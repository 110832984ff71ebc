/** `single-key-medium`: one key alone can pay everything away from a shared account. */
import { exampleFile } from '../example-file.js'
import { suggestion, toThreshold } from '../fix-of.js'
import { perAccount, type Found } from '../per-account.js'
import type { LintRule } from '../rule.js'
import { isToldAloneAtHigh, openLevels, unmeantAlone } from '../strong-keys.js'
import { exhibitAt, placeOfKey, placeOfLevel, weightOf, whoAll, type Subject } from '../subject.js'

const [id, severity] = ['single-key-medium', 'warning'] as const

const find = (subject: Subject): readonly Found[] => {
  const { account, levels, players } = subject
  const keys = openLevels(subject).includes('High')
    ? []
    : unmeantAlone(subject, 'Medium').filter((key) => !isToldAloneAtHigh(subject, key))
  const [first] = keys
  if (first === undefined) return []
  const view = levels.Medium
  const weights = [...new Set(keys.map((key) => weightOf(subject, key)))].sort((a, b) => a - b)
  const enough = Math.max(...weights) + 1
  const total = players.reduce((sum, { weight }) => sum + weight, 0)
  return [
    {
      place: placeOfKey(subject, first),
      says: `${whoAll(subject)(keys)} alone ${keys.length === 1 ? 'reaches' : 'each reach'} medium on ${account.name}, and can pay everything away: weight ${weights.join(' or ')} of ${view.game.quota}.`,
      help: 'raise medium, or lower the weight; where it is meant, claim that the key can reach medium',
      exhibits: keys.map((key) => exhibitAt(subject, view, 'signs alone', [key])),
      related: [{ place: placeOfLevel(subject, 'Medium'), says: 'the medium threshold' }],
      evidence: ['Medium', ...keys.toSorted()],
      fix:
        enough <= total
          ? suggestion(subject, `raise medium to ${enough}`, [toThreshold(subject, 'Medium', enough)])
          : suggestion(subject, 'lower the weight of the key, or give the others more', []),
    },
  ]
}

export const singleKeyMedium: LintRule = {
  _tag: 'Lint',
  id,
  severity,
  summary: 'one key alone reaches medium on an account of several signers',
  rationale:
    'Payments, offers, trust lines and calls of contracts need medium. Thresholds know levels, not amounts: one stolen key of this weight is enough to pay everything away but the reserve.',
  decidedBy:
    'w(x) ≥ q at medium for a key x, on accounts of two or more signers; a threshold of 0 is told by `threshold-zero`, and a key that reaches high alone by `single-key-high`. Silent where a `can` claim says that this key alone can medium or high, and on accounts that were filled from a preset.',
  source: 'stellar-core `OperationFrame::getThresholdLevel`: medium, unless an operation says otherwise',
  numbers: {},
  examples: [
    {
      says: 'any one pays, two change the signers',
      policy: exampleFile({ signers: { anna: 1, bruno: 1, carla: 1 }, thresholds: [1, 1, 2] }),
      finds: ['anna, bruno and carla alone each reach medium'],
    },
    {
      says: 'the same, and a claim says that it is meant',
      policy: exampleFile({
        signers: { anna: 1, bruno: 1, carla: 1 },
        thresholds: [1, 1, 2],
        more: [
          'assert:',
          '  - { id: pay, on: vault, claim: { any: 1, of: [anna, bruno, carla], can: payment } }',
        ],
      }),
      finds: [],
    },
    {
      says: 'two pay',
      policy: exampleFile({ signers: { anna: 1, bruno: 1, carla: 1 }, thresholds: [1, 2, 2] }),
      finds: [],
    },
  ],
  check: perAccount(id, severity, find),
}

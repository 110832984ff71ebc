/** `single-key-high`: one key alone can take a shared account over. */
import { vetoPlayers } from '../../coalition/index.js'
import { exampleFile } from '../example-file.js'
import { suggestion, toThreshold } from '../fix-of.js'
import { perAccount, type Found } from '../per-account.js'
import type { LintRule } from '../rule.js'
import { unmeantAlone } from '../strong-keys.js'
import { exhibitAt, placeOfKey, placeOfLevel, weightOf, whoAll, type Subject } from '../subject.js'

const [id, severity] = ['single-key-high', 'error'] as const

const find = (subject: Subject): readonly Found[] => {
  const { account, levels, players } = subject
  const keys = unmeantAlone(subject, 'High')
  const [first] = keys
  if (first === undefined) return []
  const view = levels.High
  const weights = [...new Set(keys.map((key) => weightOf(subject, key)))].sort((a, b) => a - b)
  const alone = vetoPlayers(view.game).length === 1 && keys.length === 1
  const enough = Math.max(...weights) + 1
  const total = players.reduce((sum, { weight }) => sum + weight, 0)
  return [
    {
      place: placeOfKey(subject, first),
      says: `${whoAll(subject)(keys)} alone ${keys.length === 1 ? 'reaches' : 'each reach'} high on ${account.name}, and can remove all the others: weight ${weights.join(' or ')} of ${view.game.quota}.${alone ? ' The others never reach it: if that key is lost, the signers are frozen.' : ''}`,
      help: 'raise high, or lower the weight; where it is meant, claim that the key can reach high',
      exhibits: keys.map((key) => exhibitAt(subject, view, 'signs alone', [key])),
      related: [{ place: placeOfLevel(subject, 'High'), says: 'the high threshold' }],
      evidence: ['High', ...keys.toSorted()],
      fix:
        enough <= total
          ? suggestion(subject, `raise high to ${enough}`, [toThreshold(subject, 'High', enough)])
          : suggestion(subject, 'lower the weight of the key, or give the others more', []),
    },
  ]
}

export const singleKeyHigh: LintRule = {
  _tag: 'Lint',
  id,
  severity,
  summary: 'one key alone reaches high on an account of several signers',
  rationale:
    'Whoever reaches high can remove everybody else, lower the thresholds and merge the account away. One stolen key is then the whole account, and all other signatures are theatre.',
  decidedBy:
    'w(x) ≥ q at high for a key x, on accounts of two or more signers; a threshold of 0 is told by `threshold-zero`. Silent where a `can` claim says that this key alone can high, and on accounts that were filled from a preset.',
  source: 'stellar-core `SetOptionsOpFrame::getThresholdLevel`, `MergeOpFrame::getThresholdLevel`',
  numbers: {},
  examples: [
    {
      says: 'the weight of anna is the high threshold',
      policy: exampleFile({ signers: { anna: 3, bruno: 1, carla: 1 }, thresholds: [2, 2, 3] }),
      finds: ['anna alone reaches high on vault'],
    },
    {
      says: 'the same, and a claim says that it is meant',
      policy: exampleFile({
        signers: { anna: 3, bruno: 1, carla: 1 },
        thresholds: [2, 2, 3],
        more: ['assert:', '  - { id: owner, on: vault, claim: { key: anna, can: high } }'],
      }),
      finds: [],
    },
    {
      says: 'an account of one key',
      policy: exampleFile({ signers: { anna: 1 }, thresholds: [1, 1, 1] }),
      finds: [],
    },
  ],
  check: perAccount(id, severity, find),
}

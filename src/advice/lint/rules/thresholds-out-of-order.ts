/** `thresholds-out-of-order`: who may not pay may take the account over. */
import * as O from 'fp-ts/lib/Option.js'
import { winsOnlyIn } from '../../coalition/index.js'
import { exampleFile } from '../example-file.js'
import { suggestion, toThreshold } from '../fix-of.js'
import { perAccount, type Found } from '../per-account.js'
import type { LintRule } from '../rule.js'
import { exhibitAt, isReached, placeOfLevel, whoAll, type Subject } from '../subject.js'

const [id, severity] = ['thresholds-out-of-order', 'error'] as const

const find = (subject: Subject): readonly Found[] => {
  const { account, levels } = subject
  const { Medium, High } = levels
  if (!isReached(Medium)) return []
  const gain = O.toUndefined(winsOnlyIn(Medium.game)(High.game))
  if (gain === undefined) return []
  const [names, to] = [whoAll(subject)(gain), Medium.threshold]
  const [high, medium] = [
    exhibitAt(subject, High, 'who reaches high', gain),
    exhibitAt(subject, Medium, 'the same at medium', gain),
  ]
  return [
    {
      place: placeOfLevel(subject, 'High'),
      says: `High is easier than medium on ${account.name}: ${names} may not pay (${medium.sum} of ${medium.quota}), but may replace every signer and lower the medium threshold (${high.sum} of ${high.quota}).`,
      help: `raise high to ${to} at least, or lower medium`,
      exhibits: [high, medium],
      related: [{ place: placeOfLevel(subject, 'Medium'), says: 'the medium threshold' }],
      evidence: ['High', 'Medium', ...gain.toSorted()],
      fix: suggestion(subject, `raise high to ${to}, as medium is`, [toThreshold(subject, 'High', to)]),
    },
  ]
}

export const thresholdsOutOfOrder: LintRule = {
  _tag: 'Lint',
  id,
  severity,
  summary: 'people who do not reach medium reach high',
  rationale:
    'High changes the signers and the thresholds. Whoever reaches it can first lower medium and then pay, so that the medium threshold protects from nobody. It also turns the tolerances around: more keys may be lost before the signers are frozen than before payments are.',
  decidedBy: 'a coalition with w(S) ≥ q at high and w(S) < q at medium, searched among all of them',
  source:
    'stellar-core `SetOptionsOpFrame::getThresholdLevel`: high for weights, thresholds and signers; the network keeps no order between thresholds',
  numbers: {},
  examples: [
    {
      says: 'three pay, and two change the signers',
      policy: exampleFile({ signers: { anna: 1, bruno: 1, carla: 1, dora: 1 }, thresholds: [1, 3, 2] }),
      finds: ['High is easier than medium on vault'],
    },
    {
      says: 'two pay, and three change the signers',
      policy: exampleFile({ signers: { anna: 1, bruno: 1, carla: 1, dora: 1 }, thresholds: [1, 2, 3] }),
      finds: [],
    },
    {
      says: 'a larger number at medium, but the same people reach both',
      policy: exampleFile({ signers: { anna: 2, bruno: 2, carla: 2 }, thresholds: [1, 4, 3] }),
      finds: [],
    },
  ],
  check: perAccount(id, severity, find),
}

/** `low-above-medium`: a low threshold that keeps nobody from paying. */
import * as O from 'fp-ts/lib/Option.js'
import { winsOnlyIn } from '../../coalition/index.js'
import { exampleFile } from '../example-file.js'
import { suggestion, toThreshold } from '../fix-of.js'
import { perAccount, type Found } from '../per-account.js'
import type { LintRule } from '../rule.js'
import { exhibitAt, isReached, placeOfLevel, whoAll, type Subject } from '../subject.js'

const [id, severity] = ['low-above-medium', 'warning'] as const

const find = (subject: Subject): readonly Found[] => {
  const { account, levels } = subject
  const { Low, Medium } = levels
  if (!isReached(Low)) return []
  const gain = O.toUndefined(winsOnlyIn(Low.game)(Medium.game))
  if (gain === undefined) return []
  const [medium, low] = [
    exhibitAt(subject, Medium, 'who reaches medium', gain),
    exhibitAt(subject, Low, 'the same at low', gain),
  ]
  const to = Medium.threshold
  return [
    {
      place: placeOfLevel(subject, 'Low'),
      says: `Low is harder than medium on ${account.name}, and stops nobody: ${whoAll(subject)(gain)} cannot be the source of a transaction (${low.sum} of ${low.quota}), but can pay within one of another account (${medium.sum} of ${medium.quota}).`,
      help: `lower low to ${to}, or raise medium`,
      exhibits: [medium, low],
      related: [{ place: placeOfLevel(subject, 'Medium'), says: 'the medium threshold' }],
      evidence: ['Low', 'Medium', ...gain.toSorted()],
      fix: suggestion(subject, `lower low to ${to}, as medium is`, [toThreshold(subject, 'Low', to)]),
    },
  ]
}

export const lowAboveMedium: LintRule = {
  _tag: 'Lint',
  id,
  severity,
  summary: 'people who do not reach low reach medium, through a transaction of another account',
  rationale:
    'The source of a transaction is asked for low, the account of a payment for medium. Where they are two accounts, low of the paying account is never asked. A high low threshold looks like a gate, and anybody with another account walks around it.',
  decidedBy: 'a coalition with w(S) ≥ q at medium and w(S) < q at low, searched among all of them',
  source:
    'stellar-core `TransactionFrame::commonValid` asks the source of the transaction, `OperationFrame::checkSignature` that of the operation',
  numbers: {},
  examples: [
    {
      says: 'three to be the source of a transaction, two to pay',
      policy: exampleFile({ signers: { anna: 1, bruno: 1, carla: 1 }, thresholds: [3, 2, 3] }),
      finds: ['anna and bruno cannot be the source'],
    },
    {
      says: 'low as medium',
      policy: exampleFile({ signers: { anna: 1, bruno: 1, carla: 1 }, thresholds: [2, 2, 3] }),
      finds: [],
    },
  ],
  check: perAccount(id, severity, find),
}

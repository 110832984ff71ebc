/** What a plan does to approvals that are out there: pending envelopes, and those given in advance. */
import * as O from 'fp-ts/lib/Option.js'
import type { PendingEffect, Plan, PreAuthorized } from '../../../advice/plan/index.js'
import { signerLabel } from '../analysis/report.js'
import { paragraph, type Block } from '../layout.js'
import type { Names } from '../names.js'
import { bad, dim, good, span, warn, type Span } from '../styled.js'

const EFFECTS: Readonly<Record<PendingEffect['becomes'], readonly [mark: Span, says: string]>> = {
  'stays-dangerous': [bad('! '), 'can still be sent after the plan'],
  'becomes-valid': [bad('! '), 'cannot be sent now, and can after the plan'],
  invalidated: [good('- '), 'can be sent now, and no longer after the plan'],
  incomplete: [warn('~ '), 'has not enough signatures, before or after: who completes it can send it'],
  'not-known': [warn('? '), 'depends on accounts that were not given: what becomes of it is not known'],
}

const pendingBlock =
  (called: readonly string[]) =>
  ({ index, becomes, isSequenceUsed }: PendingEffect): Block => {
    const [mark, says] = EFFECTS[becomes]
    const why =
      becomes === 'invalidated' && O.isSome(isSequenceUsed) && isSequenceUsed.value
        ? ': the plan uses its sequence number'
        : ''
    return paragraph(2, 4, mark, span(`${called[index] ?? `envelope ${String(index + 1)}`} ${says}${why}`))
  }

const preAuthorizedBlock =
  (names: Names) =>
  ({ key, weight, stays }: PreAuthorized): Block =>
    stays
      ? paragraph(
          2,
          4,
          bad('! '),
          span(
            `${signerLabel(names)(key)} stays: an approval of weight ${String(weight)} for one transaction`,
          ),
        )
      : paragraph(
          2,
          4,
          good('- '),
          span(`${signerLabel(names)(key)} goes: its approval of weight ${String(weight)} is taken back`),
        )

/** What is to be known beside the plan. Where no envelope was named, it says that none was looked at. */
export const noteBlocks = (names: Names, plan: Plan, called: readonly string[]): readonly Block[] => [
  ...plan.pending.map(pendingBlock(called)),
  ...plan.preAuthorized.map(preAuthorizedBlock(names)),
  ...(called.length > 0 || plan.transactions.length === 0
    ? []
    : [
        paragraph(
          2,
          4,
          dim('envelopes that were signed before and not sent are not looked at: name them with --pending'),
        ),
      ]),
]

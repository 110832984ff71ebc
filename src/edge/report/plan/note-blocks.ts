/** What a plan does to approvals that are out there: pending envelopes, and those given in advance. */
import * as O from 'fp-ts/lib/Option.js'
import type { PendingEffect, PendingVerdict, Plan, PreAuthorized } from '../../../advice/plan/index.js'
import { signerLabel } from '../analysis/report.js'
import { paragraph, type Block } from '../layout.js'
import type { Names } from '../names.js'
import type { PlanReport } from './plan-report.js'
import { bad, dim, good, span, warn, type Span } from '../styled.js'

const EFFECTS: Readonly<
  Record<Exclude<PendingEffect['becomes'], 'invalidated'>, readonly [mark: Span, says: string]>
> = {
  'stays-dangerous': [bad('! '), 'can still be sent after the plan'],
  'becomes-valid': [bad('! '), 'cannot be sent now, and can after the plan'],
  spent: [good('- '), 'cannot be sent any more: its sequence number is used already'],
  incomplete: [warn('~ '), 'has not enough signatures, before or after: who completes it can send it'],
  'not-known': [warn('? '), 'depends on accounts that were not given: what becomes of it is not known'],
}

/** What is sent first uses the sequence number: then it is the plan that comes too late. */
const invalidatedText = ({ verdicts: [before], isSequenceUsed }: PendingEffect): string => {
  const now: Readonly<Record<PendingVerdict, string>> = {
    Authorized: 'can be sent now',
    Rejected: 'has not enough signatures now',
    Undetermined: 'depends on accounts that were not given',
  }
  const then = before === 'Authorized' ? 'and no longer after the plan' : 'and cannot be sent after the plan'
  return O.isSome(isSequenceUsed) && isSequenceUsed.value
    ? `${now[before]}, ${then}, which uses its sequence number; sent first, it stops the plan`
    : `${now[before]}, ${then}`
}

const pendingBlock =
  (called: readonly string[]) =>
  (effect: PendingEffect): Block => {
    const { index, becomes } = effect
    const [mark, says] = becomes === 'invalidated' ? [good('- '), invalidatedText(effect)] : EFFECTS[becomes]
    return paragraph(2, 4, mark, span(`${called[index] ?? `envelope ${String(index + 1)}`} ${says}`))
  }

const preAuthorizedText = ({ weight, stays, comes }: PreAuthorized): string => {
  const approval = `approval of weight ${String(weight)}`
  if (comes) return `comes: an ${approval} for one transaction`
  return stays ? `stays: an ${approval} for one transaction` : `goes: its ${approval} is taken back`
}

const preAuthorizedBlock =
  (names: Names) =>
  (approval: PreAuthorized): Block =>
    paragraph(
      2,
      4,
      approval.stays ? bad('! ') : good('- '),
      span(`${signerLabel(names)(approval.key)} ${preAuthorizedText(approval)}`),
    )

/** Mistakes that a check of the result would find. */
export const findingBlocks = ({ findings }: Pick<PlanReport, 'findings'>): readonly Block[] =>
  findings.map(({ rule, says }) =>
    paragraph(2, 4, bad('! '), span(`a check of the result finds an error, ${rule}: ${says}`)),
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

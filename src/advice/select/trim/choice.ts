/** Choosing which signatures of a list are sent, and in which order. */
import { MAX_SIGNATURES, type SignerKey } from '../../../kernel/index.js'
import { keep, type KeepRule, type Target, type Worth } from '../keep.js'
import { usableOrder } from './order.js'
import type { Survey } from '../survey.js'
import { keysOf, targetsOf, worthOf } from '../worth.js'

/** What keeping a signature that proves these keys is worth. */
export type ValueOf = (keys: readonly SignerKey[]) => number

/** Positions to keep, in the order in which they are to stand. */
export interface Choice {
  readonly kept: readonly number[]
  readonly isProved: boolean
}

/** All in the given order if that is usable, else in an order that is; else the most that the given order uses. */
const chooseUsable = (targets: readonly Target[], worths: readonly Worth[]): Choice | undefined => {
  const inOrder = keep('usable', targets, MAX_SIGNATURES)(worths)
  if (inOrder === undefined || inOrder.kept.length === worths.length) return inOrder
  const order = usableOrder(targets)(worths)
  return order === undefined || order.length > MAX_SIGNATURES
    ? { ...inOrder, isProved: false }
    : { kept: order, isProved: true }
}

/** What to keep of a list by a rule; none where even all is not enough. */
export const choose = (survey: Survey, rule: KeepRule, valueOf: ValueOf): Choice | undefined => {
  const targets = targetsOf(survey)
  const worths = survey.proving.map((one) => worthOf(survey)(keysOf(one), valueOf(keysOf(one)), false))
  const choice =
    rule === 'needed' ? keep('needed', targets, MAX_SIGNATURES)(worths) : chooseUsable(targets, worths)
  return (
    choice && {
      ...choice,
      kept: choice.kept.flatMap((at) => survey.proving[at]?.signature ?? []),
    }
  )
}

/**
 * Payment (stellar-core `PaymentOpFrame.cpp`, by way of `PathPaymentStrictReceiveOpFrame.cpp`).
 *
 * Native payments move balances. Of others only what the accounts decide is followed: in a closed world,
 * where nothing exists but what was given, there are no trust lines, and only an issuer can be paid by
 * itself; elsewhere they are taken to succeed.
 */
import * as O from 'fp-ts/lib/Option.js'
import type { AccountId, Payment } from '../model/index.js'
import { holds } from '../protocol/index.js'
import { fail, succeed, type OperationContext, type OperationResult } from './operation-result.js'
import { availableBalance, hasRoomFor } from './reserve.js'
import { assuming, find, isAbsent, putState } from './world.js'

/** What is wrong with a Payment whatever the ledger holds. */
export const paymentFault = ({ amount }: Payment): O.Option<string> =>
  amount <= 0n ? O.some('PAYMENT_MALFORMED') : O.none

const applyNative = (
  { header, world, source }: OperationContext,
  { destination, amount }: Payment,
): OperationResult => {
  if (destination === source) return succeed('PAYMENT_SUCCESS', world)
  const payee = find(world, destination)
  if (payee._tag === 'Absent') return fail('PAYMENT_NO_DESTINATION', world)
  if (
    payee._tag === 'Known' &&
    O.isSome(payee.account.state) &&
    !hasRoomFor(payee.account.state.value, amount)
  )
    return fail('PAYMENT_LINE_FULL', world)
  const assumed =
    payee._tag === 'NotFetched' ? assuming(world, { _tag: 'AccountNotFetched', account: destination }) : world
  // The destination is credited first, also where the source then turns out to have too little.
  const credited = putState(assumed, destination, ({ balance }) => ({ balance: balance + amount }))
  const payer = find(credited, source)
  if (payer._tag === 'Known' && O.isSome(payer.account.state))
    if (availableBalance(header, payer.account.state.value) < amount)
      return fail('PAYMENT_UNDERFUNDED', credited)
  return succeed(
    'PAYMENT_SUCCESS',
    putState(credited, source, ({ balance }) => ({ balance: balance - amount })),
  )
}

/** Trust lines in a closed world: an issuer needs none for its own asset, and nobody else has one. */
const applyCredit = (
  { header, world, source }: OperationContext,
  { destination }: Payment,
  issuer: AccountId,
  index: number,
): OperationResult => {
  const isToIssuer = destination === issuer
  if (!isToIssuer && isAbsent(world, destination)) return fail('PAYMENT_NO_DESTINATION', world)
  if (!world.view.closedWorld)
    return succeed(
      'PAYMENT_SUCCESS',
      assuming(world, { _tag: 'OperationSucceeds', operation: index, type: 'Payment' }),
    )
  if (!isToIssuer && !holds(header.protocol)('missingIssuer') && isAbsent(world, issuer))
    return fail('PAYMENT_NO_ISSUER', world)
  if (!isToIssuer) return fail('PAYMENT_NO_TRUST', world)
  return source === issuer ? succeed('PAYMENT_SUCCESS', world) : fail('PAYMENT_SRC_NO_TRUST', world)
}

/** Runs a Payment that has no static fault; `index` is its position, for what must be assumed. */
export const applyPayment = (context: OperationContext, operation: Payment, index: number): OperationResult =>
  O.isNone(operation.issuer)
    ? applyNative(context, operation)
    : applyCredit(context, operation, operation.issuer.value, index)

/** What travelling a route proves: it can be signed, no operation fails, and the lumens are there. */
import * as O from 'fp-ts/lib/Option.js'
import { MAX_SIGNATURES } from '../../kernel/model/index.js'
import { list } from '../policy/index.js'
import { holds, notKnown, several, violated, type Finding } from './finding.js'
import type { ReserveNumbers } from './plan-check.js'
import type { RefusalReason } from './plan-refusal.js'
import { lumens } from './reserve-numbers.js'
import { isReserveFailure } from './run-transaction.js'
import type { Journey, Obstruction } from './travel.js'

/** What is told where nothing has to be done. */
const NOTHING = 'nothing has to be done'

const crowded = (count: number): RefusalReason => ({
  code: 'too-many-signatures',
  says: `Those who must sign and the new keys that are to show that they can sign are ${String(count)} signatures, and an envelope holds ${String(MAX_SIGNATURES)}.`,
  help: 'Prove the new keys in several changes, or by messages that they sign outside the network (SEP-53), and change the account in one transaction.',
  exhibits: [],
})

const surplus = (proves: readonly string[], nameOf: (key: string) => string): RefusalReason => ({
  code: 'no-safe-stages',
  says: `${list(proves.map(nameOf))} cannot sign beside those who must: in every order the network finds a signature to spare.`,
  help: 'Prove the new keys by messages that they sign outside the network (SEP-53), and change the account in one transaction.',
  exhibits: [],
})

/** Whether every transaction can be signed; `isLocked` where it is known that nobody can change the account. */
export const checkSignatures = (
  { transactions, obstruction }: Journey,
  isLocked: boolean,
  nameOf: (key: string) => string,
): Finding => {
  if (O.isSome(obstruction)) {
    const found = obstruction.value
    if (found._tag === 'Crowded')
      return violated('signatures-fit', 'too many signatures', [crowded(found.signatures)])
    if (found._tag === 'Surplus')
      return violated('signatures-fit', 'a signature would be to spare', [surplus(found.proves, nameOf)])
    if (found._tag === 'Unsignable') {
      // The numbers and the engine are asked separately, and must not contradict each other.
      if (!isLocked) throw new Error('invariant: nobody can sign where the account is locked, and there only')
      return notKnown('signatures-fit', 'nobody can sign')
    }
  }
  const stopped = O.isSome(obstruction) && obstruction.value._tag === 'Failed' ? [obstruction.value] : []
  const counts = [
    ...transactions.map(({ signing }) => signing.signers.length),
    ...stopped.map(({ signatures }) => signatures),
  ]
  return counts.length === 0
    ? holds('signatures-fit', NOTHING)
    : holds(
        'signatures-fit',
        `${counts.map((count) => several(count, 'signature')).join(', then ')}; an envelope holds ${String(MAX_SIGNATURES)}`,
      )
}

const failureReason = (found: Extract<Obstruction, { readonly _tag: 'Failed' }>): RefusalReason => {
  const { code, operation } = found
  const which = O.isSome(operation)
    ? `operation ${String(operation.value.index + 1)} fails with \`${operation.value.code}\``
    : `the transaction is refused with \`${code}\``
  const isFull = O.isSome(operation) && operation.value.code === 'SET_OPTIONS_TOO_MANY_SIGNERS'
  return {
    code: isFull ? 'too-many-signers' : 'operation-fails',
    says: `The network would not do this: ${which}.`,
    help: isFull
      ? 'An account holds 20 signers beside the master key: remove some first.'
      : 'Compare the account with the ledger: something in it cannot be as it is said to be.',
    exhibits: [],
  }
}

/** Whether the network does every operation. What fails for want of lumens is told by the reserve. */
export const checkOperations = ({ transactions, obstruction, costs }: Journey): Finding => {
  const count = costs.reduce((sum, { operations }) => sum + operations.length, 0)
  if (O.isNone(obstruction))
    return holds(
      'no-operation-fails',
      transactions.length === 0
        ? NOTHING
        : `${several(count, 'operation')}, run one after the other as the network does`,
    )
  const found = obstruction.value
  if (found._tag !== 'Failed') return notKnown('no-operation-fails', 'nobody can sign, so nothing was run')
  if (isReserveFailure(found)) return notKnown('no-operation-fails', 'the lumens are missing')
  const reason = failureReason(found)
  return violated('no-operation-fails', 'an operation fails', [reason])
}

const shortReason = (numbers: ReserveNumbers, short: bigint): RefusalReason => {
  const { balance, sellingLiabilities, minimum, fees } = numbers
  const promised =
    sellingLiabilities === 0n ? '' : `, of which ${lumens(sellingLiabilities)} are promised to offers`
  return {
    code: 'reserve-short',
    says: `${lumens(short)} XLM are missing: the account has ${lumens(balance)} XLM${promised}, ${lumens(minimum[1])} have to stay on it afterwards (${lumens(minimum[0])} now), and the fees are ${lumens(fees)} at least.`,
    help: 'Send lumens first, or remove other signers, offers or trust lines.',
    exhibits: [],
  }
}

/** Whether fees and reserves can be paid; undecided without balances only where that was asked for. */
export const checkReserve = (
  { obstruction, costs }: Journey,
  reserve: O.Option<ReserveNumbers>,
  isNeeded: boolean,
): Finding => {
  const failed = O.isSome(obstruction) && obstruction.value._tag === 'Failed' ? [obstruction.value] : []
  const isRefused = failed.some(isReserveFailure)
  if (O.isNone(reserve)) return notKnown('reserve', 'the balance is not known', isNeeded)
  const { short, balance, minimum, fees, sellingLiabilities } = reserve.value
  if (isRefused && O.isNone(short))
    throw new Error('invariant: what the network misses is missing by numbers')
  if (O.isSome(short))
    return violated('reserve', `${lumens(short.value)} XLM are missing`, [
      shortReason(reserve.value, short.value),
    ])
  if (costs.length === 0) return holds('reserve', NOTHING)
  const free = balance - sellingLiabilities - fees - minimum[1]
  return holds(
    'reserve',
    `${lumens(minimum[1])} XLM have to stay on the account (${lumens(minimum[0])} now), fees from ${lumens(fees)}; ${lumens(free)} XLM stay free`,
  )
}

/** Travelling a route: each leg composed, signed by assumption and run by the network's rules. */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type { LedgerHeader } from '../../kernel/ledger/index.js'
import type { Account, Failure, SetOptions } from '../../kernel/model/index.js'
import { draftOf } from './assumed.js'
import { chooseSigners, type Chosen } from './choose-signers.js'
import { compose, isSameConfiguration } from './compose.js'
import type { PlannedTransaction } from './plan.js'
import type { Leg } from './route.js'
import { runTransaction, type Run } from './run-transaction.js'

/** Why a leg cannot be travelled: nobody signs it, or the network does not do it. */
export type Obstruction =
  | Exclude<Chosen, { readonly _tag: 'Chosen' }>
  | (Extract<Run, { readonly _tag: 'Failed' }> & { readonly signatures: number })

/** How far it went. */
export interface Journey {
  readonly transactions: readonly PlannedTransaction[]
  /** What every leg would do, also those that were not reached. */
  readonly costs: readonly { readonly operations: readonly SetOptions[]; readonly fee: bigint }[]
  /** What stopped it, if anything. */
  readonly obstruction: O.Option<Obstruction>
  /** The last sequence number that is used, where it is known. */
  readonly sequence: O.Option<bigint>
}

/** What does not change on the way. */
export interface Conditions {
  readonly header: LedgerHeader
  readonly unavailable: ReadonlySet<string>
}

const feeOf = ({ baseFee }: LedgerHeader, operations: readonly SetOptions[]): bigint =>
  baseFee * BigInt(operations.length)

const next = (sequence: O.Option<bigint>): O.Option<bigint> => O.map((last: bigint) => last + 1n)(sequence)

/** A leg with its operations. */
type Composed = Leg & { readonly operations: readonly SetOptions[] }

const travelLeg =
  ({ header, unavailable }: Conditions, end: Account) =>
  (before: Account, sequence: O.Option<bigint>, leg: Composed): E.Either<Obstruction, PlannedTransaction> => {
    const { operations, purpose, to, proves } = leg
    const fee = feeOf(header, operations)
    const draft = draftOf(before, operations, sequence, fee)
    const { protocol } = header
    const chosen = chooseSigners({ protocol, before, end, draft, unavailable, proves })
    if (chosen._tag !== 'Chosen') return E.left(chosen)
    const { signing } = chosen
    const run = runTransaction(header)(before)(draft, signing.signers)
    if (run._tag === 'Failed') return E.left({ ...run, signatures: signing.signers.length })
    if (!isSameConfiguration(run.after, to))
      throw new Error('invariant: the operations lead where they are to lead')
    return E.right({
      purpose,
      operations,
      before,
      after: run.after,
      level: 'High',
      sequence,
      fee,
      signing,
      transaction: O.map(() => draft.transaction)(sequence),
    })
  }

const composedLegs = (from: Account, legs: readonly Leg[]): E.Either<Failure, readonly Composed[]> => {
  const composed: Composed[] = []
  let at = from
  for (const leg of legs) {
    const operations = compose(at)(leg.to)
    if (E.isLeft(operations)) return operations
    composed.push({ ...leg, operations: operations.right })
    at = leg.to
  }
  return E.right(composed)
}

/** Travels a route from an account whose sequence number may be known. Failures: those of `compose`. */
export const travel =
  (conditions: Conditions) =>
  (from: Account, sequence: O.Option<bigint>) =>
  (legs: readonly Leg[]): E.Either<Failure, Journey> => {
    const composed = composedLegs(from, legs)
    if (E.isLeft(composed)) return composed
    const transactions: PlannedTransaction[] = []
    const costs = composed.right.map(({ operations }) => ({
      operations,
      fee: feeOf(conditions.header, operations),
    }))
    const end = legs[legs.length - 1]?.to ?? from
    let [at, last] = [from, sequence]
    for (const leg of composed.right) {
      const travelled = travelLeg(conditions, end)(at, next(last), leg)
      if (E.isLeft(travelled))
        return E.right({ transactions, costs, obstruction: O.some(travelled.left), sequence: last })
      transactions.push(travelled.right)
      at = travelled.right.after
      last = next(last)
    }
    return E.right({ transactions, costs, obstruction: O.none, sequence: last })
  }

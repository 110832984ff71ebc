/** Fees: what is asked at least, and what is taken (CAP-5, CAP-15; stellar-core `getFee`, `getMinFee`). */
import * as O from 'fp-ts/lib/Option.js'
import {
  isSoroban,
  type AccountId,
  type Envelope,
  type FeeBumpEnvelope,
  type Transaction,
} from '../model/index.js'
import { holds } from '../protocol/index.js'
import type { LedgerHeader } from './ledger-header.js'
import { find, putState, type World } from './world.js'

/** The smallest fee of a transaction with so many operations; an empty one counts as one. */
const leastFor = ({ baseFee }: LedgerHeader, operations: number): bigint =>
  baseFee * BigInt(Math.max(1, operations))

/** The smallest fee that a transaction may offer. */
export const minimumFee = (header: LedgerHeader, { operations }: Transaction): bigint =>
  leastFor(header, operations.length)

/** A fee bump counts as one operation more. */
const minimumOuterFee = (header: LedgerHeader, { inner }: FeeBumpEnvelope): bigint =>
  leastFor(header, inner.transaction.operations.length + 1)

/** Resource fees of contracts depend on the network's settings, which an envelope does not show. */
const hasResourceFee = ({ operations }: Transaction): boolean => operations.some(isSoroban)

/** Whether a transaction offers less than is asked. */
export const offersTooLittle = (header: LedgerHeader, transaction: Transaction): boolean =>
  !hasResourceFee(transaction) && transaction.fee < minimumFee(header, transaction)

/** Whether a fee bump offers less than is asked, or less an operation than the envelope inside it. */
export const bumpsTooLittle = (header: LedgerHeader, envelope: FeeBumpEnvelope): boolean => {
  const { transaction } = envelope.inner
  if (hasResourceFee(transaction)) return false
  const outer = minimumOuterFee(header, envelope)
  return envelope.fee < outer || envelope.fee * minimumFee(header, transaction) < transaction.fee * outer
}

/** Who pays for an envelope. */
export const payerOf = (envelope: Envelope): AccountId =>
  envelope._tag === 'FeeBump' ? envelope.feeSource : envelope.transaction.source

/** What a ledger takes for an envelope where it is not busy; in stroops, before what the payer has. */
export const feeAsked = (header: LedgerHeader, envelope: Envelope): bigint => {
  const offered = envelope._tag === 'FeeBump' ? envelope.fee : envelope.transaction.fee
  // Fee bumps came later, and never took more than was asked.
  if (envelope._tag === 'Transaction' && !holds(header.protocol)('feeAsAsked')) return offered
  const asked =
    envelope._tag === 'FeeBump' ? minimumOuterFee(header, envelope) : minimumFee(header, envelope.transaction)
  return offered < asked ? offered : asked
}

/** Takes the fee, or what there is of it, reserve or not: fees come before everything else. */
export const chargeFee = (
  header: LedgerHeader,
  world: World,
  envelope: Envelope,
): { readonly world: World; readonly charged: O.Option<bigint> } => {
  const payer = find(world, payerOf(envelope))
  if (payer._tag !== 'Known' || O.isNone(payer.account.state)) return { world, charged: O.none }
  const { balance } = payer.account.state.value
  const asked = feeAsked(header, envelope)
  const charged = balance < asked ? balance : asked
  return {
    world: putState(world, payer.account.id, () => ({ balance: balance - charged })),
    charged: O.some(charged),
  }
}

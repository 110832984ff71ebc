/**
 * Envelopes: a transaction or a fee bump, with its hash and its signatures (xdr `TransactionEnvelope`,
 * CAP-15). Hashes are computed once, where the bytes are decoded, over the exact bytes that came.
 */
import * as O from 'fp-ts/lib/Option.js'
import type { AccountId } from './account-id.js'
import type { Bytes } from './bytes.js'
import type { DecoratedSignature } from './decorated-signature.js'
import type { Operation } from './operation.js'
import type { Preconditions } from './preconditions.js'

/** What the signers of an envelope sign; 32 bytes, and specific to one network. */
export type Hash = Bytes

/** The signed part of an ordinary envelope. */
export interface Transaction {
  readonly source: AccountId
  /** Stroops for the whole transaction. */
  readonly fee: bigint
  readonly sequence: bigint
  readonly preconditions: Preconditions
  readonly operations: readonly Operation[]
  /** Whether a muxed account stands anywhere in it; the protocol before 13 refuses that. */
  readonly hasMuxedAccount: boolean
  /** Whether its source, or the source of an operation, is muxed. */
  readonly hasMuxedSource: boolean
  readonly hasMemo: boolean
  /** Whether it declares resources for smart contracts (`ext.v = 1`). */
  readonly hasSorobanData: boolean
}

/** A transaction with its signatures. A v0 envelope says the same as its v1 twin, and hashes the same. */
export interface TransactionEnvelope {
  readonly _tag: 'Transaction'
  readonly version: 'v0' | 'v1'
  readonly hash: Hash
  readonly transaction: Transaction
  readonly signatures: readonly DecoratedSignature[]
}

/** A fee bump: an envelope, complete with signatures, for which another account pays. */
export interface FeeBumpEnvelope {
  readonly _tag: 'FeeBump'
  /** Covers the inner envelope with the inner signatures: changing one voids every outer signature. */
  readonly hash: Hash
  readonly feeSource: AccountId
  /** Whether the fee source is muxed. */
  readonly hasMuxedSource: boolean
  /** Stroops. */
  readonly fee: bigint
  readonly inner: TransactionEnvelope
  readonly signatures: readonly DecoratedSignature[]
}

/** What is passed around the network. */
export type Envelope = TransactionEnvelope | FeeBumpEnvelope

/** The envelope whose operations run: the inner one of a fee bump, or the envelope itself. */
export const innermostOf = (envelope: Envelope): TransactionEnvelope =>
  envelope._tag === 'FeeBump' ? envelope.inner : envelope

/** The account for which an operation acts. */
export const sourceOf =
  (transaction: Transaction) =>
  (operation: Operation): AccountId =>
    O.isSome(operation.source) ? operation.source.value : transaction.source

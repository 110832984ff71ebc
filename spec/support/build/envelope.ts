/**
 * Envelopes of the model, made directly: nothing is encoded, and the hash is a hash of the parts. They
 * are for specs that need many. Where bytes matter, `real-envelope.ts` makes the same from the same.
 */
import {
  toHex,
  type Bytes,
  type DecoratedSignature,
  type FeeBumpEnvelope,
  type Hash,
  type Transaction,
  type TransactionEnvelope,
} from '../../../src/kernel/model/index.js'
import { sha256 } from './key.js'
import { idOf, type Who } from './operation.js'
import type { Signing } from './signature.js'
import { transaction, type TransactionParts } from './transaction.js'

const asText = (_: string, value: unknown): unknown =>
  typeof value === 'bigint' ? value.toString() : value instanceof Uint8Array ? toHex(value) : value

/** A hash that depends on every part; not the one that the network takes. */
export const modelHash = (parts: unknown): Hash => sha256(JSON.stringify(parts, asText))

/** All the signatures over one hash. */
export const signAll = (hash: Hash, signings: readonly Signing[]): readonly DecoratedSignature[] =>
  signings.map((signing) => signing(hash))

export interface EnvelopeParts extends TransactionParts {
  readonly version?: 'v0' | 'v1'
  readonly signatures?: readonly Signing[]
}

/** An envelope around a transaction that is already there. */
export const envelopeAround = (
  tx: Transaction,
  signings: readonly Signing[] = [],
  version: 'v0' | 'v1' = 'v1',
): TransactionEnvelope => {
  const hash = modelHash(tx)
  return { _tag: 'Transaction', version, hash, transaction: tx, signatures: signAll(hash, signings) }
}

/**
 * An envelope with its signatures.
 *
 * @example
 * envelope({ source: 'joint', operations: [payment('carol')], signatures: [by('alice'), by('bilal')] })
 */
export const envelope = (parts: EnvelopeParts): TransactionEnvelope =>
  envelopeAround(transaction(parts), parts.signatures, parts.version)

export interface FeeBumpParts {
  readonly feeSource: Who
  readonly inner: TransactionEnvelope
  readonly fee?: bigint
  readonly isMuxed?: boolean
  readonly signatures?: readonly Signing[]
}

/** A fee bump; its hash covers the inner signatures. */
export const feeBump = (parts: FeeBumpParts): FeeBumpEnvelope => {
  const { inner } = parts
  const unsigned = {
    _tag: 'FeeBump',
    feeSource: idOf(parts.feeSource),
    hasMuxedSource: parts.isMuxed ?? false,
    fee: parts.fee ?? inner.transaction.fee + 100n,
    inner,
  } as const
  const hash = modelHash(unsigned)
  return { ...unsigned, hash, signatures: signAll(hash, parts.signatures ?? []) }
}

/** The same envelope with other signatures, made over its own hash. */
export const signedBy =
  (...signings: readonly Signing[]) =>
  (unsigned: TransactionEnvelope): TransactionEnvelope => ({
    ...unsigned,
    signatures: signAll(unsigned.hash, signings),
  })

/** 32 bytes that are not a hash of anything here. */
export const someHash = (name: string): Bytes => sha256(`hash ${name}`)

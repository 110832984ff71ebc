/**
 * Real envelopes: encoded by stellar-base, signed over the hash that the network takes, and read back
 * by `src/edge/xdr`, which is therefore trusted here and tested elsewhere.
 */
import {
  type FeeBumpTransaction,
  type Transaction as BaseTransaction,
  TransactionBuilder,
  xdr,
} from '@stellar/stellar-base'
import { decodeEnvelope } from '../../../src/edge/xdr/index.js'
import {
  NETWORKS,
  type DecoratedSignature,
  type Envelope,
  type FeeBumpEnvelope,
  type Hash,
  type Network,
  type Transaction,
  type TransactionEnvelope,
} from '../../../src/kernel/model/index.js'
import { signAll, type EnvelopeParts, type FeeBumpParts } from './envelope.js'
import { idOf } from './operation.js'
import type { Signing } from './signature.js'
import { transaction } from './transaction.js'
import { buffer, encodeMuxed } from './xdr/keys.js'
import { int64 } from './xdr/operation.js'
import { encodeTransaction, encodeTransactionV0 } from './xdr/transaction.js'

/** An envelope in all its forms. */
export interface Real<E extends Envelope = Envelope> {
  readonly base64: string
  readonly envelope: E
  readonly hash: Hash
  readonly network: Network
}

const encodeSignature = ({ hint, signature }: DecoratedSignature): xdr.DecoratedSignature => {
  const four = Buffer.alloc(4)
  four.writeUInt32BE(hint)
  return new xdr.DecoratedSignature({ hint: four, signature: buffer(signature) })
}

/** Stellar-base's own hash, so that ours is not its own witness. */
const baseHash = (envelope: xdr.TransactionEnvelope, { passphrase }: Network): Hash => {
  const read: BaseTransaction | FeeBumpTransaction = TransactionBuilder.fromXDR(
    envelope.toXDR('base64'),
    passphrase,
  )
  return Uint8Array.from(read.hash())
}

const finish = <E extends Envelope>(
  unsigned: xdr.TransactionEnvelope,
  list: xdr.DecoratedSignature[],
  network: Network,
  signings: readonly Signing[],
): Real<E> => {
  const hash = baseHash(unsigned, network)
  list.push(...signAll(hash, signings).map(encodeSignature))
  const base64 = unsigned.toXDR('base64')
  const decoded = decodeEnvelope(network)(base64)
  if (decoded._tag === 'Left') throw new Error(decoded.left.message)
  return { base64, envelope: decoded.right as E, hash, network }
}

/** A transaction that is already there, on the wire. */
export const realAround = (
  tx: Transaction,
  signings: readonly Signing[] = [],
  network: Network = NETWORKS.testnet,
  version: 'v0' | 'v1' = 'v1',
): Real<TransactionEnvelope> => {
  if (version === 'v0') {
    const v0 = new xdr.TransactionV0Envelope({ tx: encodeTransactionV0(tx), signatures: [] })
    return finish(xdr.TransactionEnvelope.envelopeTypeTxV0(v0), v0.signatures(), network, signings)
  }
  const v1 = new xdr.TransactionV1Envelope({ tx: encodeTransaction(tx), signatures: [] })
  return finish(xdr.TransactionEnvelope.envelopeTypeTx(v1), v1.signatures(), network, signings)
}

export interface RealParts extends EnvelopeParts {
  /** The test network where nothing is said. */
  readonly network?: Network
}

/**
 * A real envelope with its signatures.
 *
 * @example
 * realEnvelope({ source: 'joint', operations: [payment('carol')], signatures: [by('alice')] }).base64
 */
export const realEnvelope = (parts: RealParts): Real<TransactionEnvelope> =>
  realAround(transaction(parts), parts.signatures, parts.network, parts.version)

export interface RealFeeBumpParts extends Omit<FeeBumpParts, 'inner'> {
  readonly inner: Real<TransactionEnvelope>
}

/** A real fee bump around a real envelope of the first version, on the same network. */
export const realFeeBump = (parts: RealFeeBumpParts): Real<FeeBumpEnvelope> => {
  const inner = xdr.TransactionEnvelope.fromXDR(parts.inner.base64, 'base64').v1()
  const fee = parts.fee ?? parts.inner.envelope.transaction.fee * 2n + 100n
  const bump = new xdr.FeeBumpTransactionEnvelope({
    tx: new xdr.FeeBumpTransaction({
      feeSource: encodeMuxed(idOf(parts.feeSource), parts.isMuxed),
      fee: int64(fee),
      innerTx: xdr.FeeBumpTransactionInnerTx.envelopeTypeTx(inner),
      ext: new xdr.FeeBumpTransactionExt(0),
    }),
    signatures: [],
  })
  return finish(
    xdr.TransactionEnvelope.envelopeTypeTxFeeBump(bump),
    bump.signatures(),
    parts.inner.network,
    parts.signatures ?? [],
  )
}

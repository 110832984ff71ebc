/**
 * Envelopes in XDR: the three kinds of `TransactionEnvelope`, with their hashes (CAP-15).
 *
 * A hash is taken over the part of the given bytes that holds the transaction, never over a new
 * encoding of what was understood: two programs that disagree about an encoding would otherwise sign
 * different things.
 */
import type { xdr } from '@stellar/stellar-base'
import type { Bytes, Envelope, FeeBumpEnvelope, Hash, TransactionEnvelope } from '../../kernel/model/index.js'
import { contentsHash, ENVELOPE_FEE_BUMP, ENVELOPE_TX } from './hash.js'
import { foldedAccountOf, isMuxed } from './keys.js'
import { encodedSizeOf, signaturesOf } from './signatures.js'
import { transactionOf, transactionOfV0 } from './transaction.js'

/** Bytes of the number that begins an envelope, and of every other number of 32 bits. */
const WORD = 4

const v0Of = (networkId: Hash, bytes: Bytes, envelope: xdr.TransactionV0Envelope): TransactionEnvelope => {
  const signatures = signaturesOf(envelope.signatures())
  // A v0 source lacks the number 0 (ed25519) that the same source has in v1, and the hash is that of
  // v1. The envelope's own type is a 0 too, and stands just before the source: it serves as that.
  const asV1 = bytes.subarray(0, bytes.length - encodedSizeOf(signatures))
  const hash = contentsHash(networkId, ENVELOPE_TX, asV1)
  return { _tag: 'Transaction', version: 'v0', hash, transaction: transactionOfV0(envelope.tx()), signatures }
}

/** A v1 envelope without the number that begins it, as it stands alone and inside a fee bump. */
const v1Of = (networkId: Hash, bytes: Bytes, envelope: xdr.TransactionV1Envelope): TransactionEnvelope => {
  const signatures = signaturesOf(envelope.signatures())
  const hash = contentsHash(
    networkId,
    ENVELOPE_TX,
    bytes.subarray(0, bytes.length - encodedSizeOf(signatures)),
  )
  return { _tag: 'Transaction', version: 'v1', hash, transaction: transactionOf(envelope.tx()), signatures }
}

const feeBumpOf = (
  networkId: Hash,
  bytes: Bytes,
  envelope: xdr.FeeBumpTransactionEnvelope,
): FeeBumpEnvelope => {
  const signatures = signaturesOf(envelope.signatures())
  const signed = bytes.subarray(WORD, bytes.length - encodedSizeOf(signatures))
  const tx = envelope.tx()
  const hasMuxedSource = isMuxed(tx.feeSource())
  // Before the inner envelope: fee source (with a 64-bit id where muxed), fee, the inner type.
  const start = (hasMuxedSource ? 44 : 36) + 8 + WORD
  // After it: the extension, of which only the empty one exists.
  const inner = signed.subarray(start, signed.length - WORD)
  return {
    _tag: 'FeeBump',
    hash: contentsHash(networkId, ENVELOPE_FEE_BUMP, signed),
    feeSource: foldedAccountOf(tx.feeSource()),
    hasMuxedSource,
    fee: tx.fee().toBigInt(),
    inner: v1Of(networkId, inner, tx.innerTx().v1()),
    signatures,
  }
}

/** The envelope that was read from exactly these bytes. */
export const envelopeOf = (networkId: Hash, bytes: Bytes, envelope: xdr.TransactionEnvelope): Envelope => {
  const { name } = envelope.switch()
  switch (name) {
    case 'envelopeTypeTxV0':
      return v0Of(networkId, bytes, envelope.v0())
    case 'envelopeTypeTx':
      return v1Of(networkId, bytes.subarray(WORD), envelope.v1())
    case 'envelopeTypeTxFeeBump':
      return feeBumpOf(networkId, bytes, envelope.feeBump())
    case 'envelopeTypeScp':
    case 'envelopeTypeAuth':
    case 'envelopeTypeScpvalue':
    case 'envelopeTypeOpId':
    case 'envelopeTypePoolRevokeOpId':
    case 'envelopeTypeContractId':
    case 'envelopeTypeSorobanAuthorization':
      throw new Error(`invariant: the reader admits no envelope of type ${name}`)
  }
}

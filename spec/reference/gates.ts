/**
 * What the network refuses before it looks at any account (stellar-core `TransactionFrame.cpp`,
 * commonValidPreSeqNum, in its order; time, fee and resources are left out).
 */
import type { TransactionEnvelope } from '../../src/kernel/model/envelope.js'
import type { SignerKey } from '../../src/kernel/model/signer-key.js'
import { isSmartContract } from './operations.js'

const isSameKey = (a: SignerKey, b: SignerKey): boolean => {
  if (a._tag === 'SignedPayload' && b._tag === 'SignedPayload')
    return Buffer.compare(a.publicKey, b.publicKey) === 0 && Buffer.compare(a.payload, b.payload) === 0
  if (a._tag === 'Ed25519' && b._tag === 'Ed25519') return Buffer.compare(a.publicKey, b.publicKey) === 0
  if (a._tag === 'HashX' && b._tag === 'HashX') return Buffer.compare(a.hash, b.hash) === 0
  if (a._tag === 'PreAuthTx' && b._tag === 'PreAuthTx') return Buffer.compare(a.hash, b.hash) === 0
  return false
}

/** CAP-21: two equal extra signers, or one with an empty payload. */
const hasMalformedExtraSigners = (extraSigners: readonly SignerKey[]): boolean => {
  const [first, second] = extraSigners
  if (first !== undefined && second !== undefined && isSameKey(first, second)) return true
  return extraSigners.some((key) => key._tag === 'SignedPayload' && key.payload.length === 0)
}

/**
 * Whether the fee of a smart contract transaction cannot be read, because it declares no resources. That
 * is found out while the envelope is parsed, and so a fee bump is itself malformed when its inner
 * transaction is (stellar-core `FeeBumpTransactionFrame::XDRProvidesValidFee`).
 */
export const hasUnreadableFee = ({ transaction }: TransactionEnvelope, protocol: number): boolean => {
  const first = transaction.operations[0]
  return protocol >= 20 && first !== undefined && isSmartContract(first) && !transaction.hasSorobanData
}

/** The rules about smart contracts (protocol 20), or nothing where they are kept. */
const smartContractGate = (envelope: TransactionEnvelope, protocol: number): string | undefined => {
  const { operations, hasSorobanData, hasMemo, hasMuxedSource } = envelope.transaction
  const count = operations.filter(isSmartContract).length
  if (count > 0 && operations.length !== 1) return 'txMALFORMED'
  if (count === 0) return protocol >= 21 && hasSorobanData ? 'txMALFORMED' : undefined
  if (protocol < 20 || !hasSorobanData) return 'txMALFORMED'
  const invokes = operations[0]?._tag === 'InvokeHostFunction'
  if (protocol >= 25 && invokes && (hasMemo || hasMuxedSource)) return 'txSOROBAN_INVALID'
  return undefined
}

/** The code with which an envelope is refused unseen, or nothing. */
export const gateOf = (envelope: TransactionEnvelope, protocol: number): string | undefined => {
  const { preconditions, operations, hasMuxedAccount } = envelope.transaction
  if (hasUnreadableFee(envelope, protocol)) return 'txMALFORMED'
  // From 13 a v0 envelope was made a v1 one where it came in, with the same hash.
  if (protocol < 13 && (envelope.version === 'v1' || hasMuxedAccount)) return 'txNOT_SUPPORTED'
  if (protocol < 19 && preconditions.form === 'V2') return 'txNOT_SUPPORTED'
  if (hasMalformedExtraSigners(preconditions.extraSigners)) return 'txMALFORMED'
  if (operations.length === 0) return 'txMISSING_OPERATION'
  return smartContractGate(envelope, protocol)
}

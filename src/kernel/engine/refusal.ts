/**
 * What makes the network refuse a transaction by its form, before it looks at any account or signature
 * (stellar-core `commonValidPreSeqNum`, `XDRProvidesValidFee`). In the network's order; the first counts.
 *
 * Time, ledger bounds, fee and sequence number are no part of this: they need a clock and a ledger.
 */
import * as O from 'fp-ts/lib/Option.js'
import {
  authorizationEntriesOf,
  isSoroban,
  type FeeBumpEnvelope,
  type Operation,
  type TransactionEnvelope,
} from '../model/index.js'
import { holds, type GateName, type Phase, type Protocol, type TransactionCode } from '../protocol/index.js'

/** Why the form of an envelope is refused, and the network's code for it. */
export interface Refusal {
  readonly code: TransactionCode
  readonly reason: RefusalReason
}

/** Stable names of the reasons. */
export type RefusalReason =
  | 'fee-bump-not-supported'
  | 'v1-envelope-not-supported'
  | 'muxed-account-not-supported'
  | 'preconditions-v2-not-supported'
  | 'extra-signer-twice'
  | 'extra-signer-without-payload'
  | 'no-operations'
  | 'soroban-not-supported'
  | 'soroban-not-alone'
  | 'soroban-without-resources'
  | 'resources-without-soroban'
  | 'soroban-memo-or-muxed-source'
  | 'credentials-not-supported'

const refusal = (code: TransactionCode, reason: RefusalReason): O.Option<Refusal> => O.some({ code, reason })

/**
 * Whether the resource fee cannot be read, because a smart contract transaction declares no resources.
 * Core finds that out before all else, and so refuses a fee bump itself when its inner envelope is such.
 */
const hasUnreadableFee = (protocol: Protocol, { transaction }: TransactionEnvelope): boolean => {
  const first = transaction.operations[0]
  return holds(protocol)('soroban') && first !== undefined && isSoroban(first) && !transaction.hasSorobanData
}

/**
 * Whether an entry has credentials that came with protocol 27 (CAP-71). Nodes of the protocols before it
 * cannot read such a transaction. Newer software that still runs an older protocol passes it on, and lets
 * it fail when the ledger closes. It succeeds nowhere, and so it is refused.
 */
const hasNewerCredentials = (operation: Operation): boolean =>
  authorizationEntriesOf(operation).some(
    ({ credentials: { _tag } }) => _tag === 'AddressV2' || _tag === 'AddressWithDelegates',
  )

/**
 * Refusal of the outer form of a fee bump. At apply the outer form is not looked at again: there it is
 * the inner envelope that an old protocol does not know.
 */
export const feeBumpRefusal = (
  protocol: Protocol,
  phase: Phase,
  { inner }: FeeBumpEnvelope,
): O.Option<Refusal> => {
  if (phase === 'apply') return O.none
  if (hasUnreadableFee(protocol, inner)) return refusal('txMALFORMED', 'soroban-without-resources')
  return holds(protocol)('feeBump') ? O.none : refusal('txNOT_SUPPORTED', 'fee-bump-not-supported')
}

/**
 * Refusal of a transaction's form. From protocol 13 a v0 envelope is judged as the v1 envelope that
 * nodes make of it when it is submitted.
 */
export const transactionRefusal =
  (protocol: Protocol) =>
  (envelope: TransactionEnvelope): O.Option<Refusal> => {
    const { version, transaction } = envelope
    const { operations, preconditions } = transaction
    const has = (gate: GateName): boolean => holds(protocol)(gate)
    const soroban = operations.some(isSoroban)
    if (hasUnreadableFee(protocol, envelope)) return refusal('txMALFORMED', 'soroban-without-resources')
    if (!has('v1Envelope') && version === 'v1') return refusal('txNOT_SUPPORTED', 'v1-envelope-not-supported')
    if (!has('muxedAccount') && transaction.hasMuxedAccount)
      return refusal('txNOT_SUPPORTED', 'muxed-account-not-supported')
    if (!has('preconditionsV2') && preconditions.form === 'V2')
      return refusal('txNOT_SUPPORTED', 'preconditions-v2-not-supported')
    const [first, second] = preconditions.extraSigners
    if (first !== undefined && first.strkey === second?.strkey)
      return refusal('txMALFORMED', 'extra-signer-twice')
    if (preconditions.extraSigners.some((key) => key._tag === 'SignedPayload' && key.payload.length === 0))
      return refusal('txMALFORMED', 'extra-signer-without-payload')
    if (operations.length === 0) return refusal('txMISSING_OPERATION', 'no-operations')
    if (soroban) {
      if (operations.length > 1) return refusal('txMALFORMED', 'soroban-not-alone')
      if (!has('soroban')) return refusal('txMALFORMED', 'soroban-not-supported')
      const invokes = operations[0]?._tag === 'InvokeHostFunction'
      if (has('sorobanMemo') && invokes && (transaction.hasMemo || transaction.hasMuxedSource))
        return refusal('txSOROBAN_INVALID', 'soroban-memo-or-muxed-source')
      if (!has('addressBoundCredentials') && operations.some(hasNewerCredentials))
        return refusal('txMALFORMED', 'credentials-not-supported')
    } else if (has('strictExtension') && transaction.hasSorobanData)
      return refusal('txMALFORMED', 'resources-without-soroban')
    return O.none
  }

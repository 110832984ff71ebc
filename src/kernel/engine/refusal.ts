/**
 * What makes the network refuse a transaction by its form, before it looks at any account or signature
 * (stellar-core `commonValidPreSeqNum`, `XDRProvidesValidFee`). In the network's order; the first counts.
 *
 * Time, ledger bounds, fee and sequence number are no part of this: they need a clock and a ledger.
 */
import * as O from 'fp-ts/lib/Option.js'
import { isSoroban, type TransactionEnvelope } from '../model/index.js'
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

const refusal = (code: TransactionCode, reason: RefusalReason): O.Option<Refusal> => O.some({ code, reason })

/**
 * Refusal of the outer form of a fee bump. At apply the outer form is not looked at again: there it is
 * the inner envelope that an old protocol does not know.
 */
export const feeBumpRefusal = (protocol: Protocol, phase: Phase): O.Option<Refusal> =>
  phase === 'validate' && !holds(protocol)('feeBump')
    ? refusal('txNOT_SUPPORTED', 'fee-bump-not-supported')
    : O.none

/**
 * Refusal of a transaction's form. From protocol 13 a v0 envelope is judged as the v1 envelope that
 * nodes make of it when it is submitted.
 */
export const transactionRefusal =
  (protocol: Protocol) =>
  ({ version, transaction }: TransactionEnvelope): O.Option<Refusal> => {
    const { operations, preconditions } = transaction
    const has = (gate: GateName): boolean => holds(protocol)(gate)
    const soroban = operations.some(isSoroban)
    // A malformed resource fee is refused while the envelope is parsed, before all else.
    if (has('soroban') && soroban && !transaction.hasSorobanData)
      return refusal('txMALFORMED', 'soroban-without-resources')
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
    } else if (has('strictExtension') && transaction.hasSorobanData)
      return refusal('txMALFORMED', 'resources-without-soroban')
    return O.none
  }

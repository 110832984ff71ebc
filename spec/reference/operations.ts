/**
 * What the reference knows of operations: the threshold that each needs (stellar-core
 * `*OpFrame.cpp`, getThresholdLevel) and the protocols that know it (isOpSupported).
 */
import type { Operation, OperationType } from '../../src/kernel/model/operation.js'

export type Level = 'low' | 'medium' | 'high'

const isSome = (option: { readonly _tag: 'None' | 'Some' }): boolean => option._tag === 'Some'

/** The threshold that the operation's source must reach. */
export const levelOf = (operation: Operation): Level => {
  if (operation._tag === 'AllowTrust') return 'low'
  if (operation._tag === 'Inflation') return 'low'
  if (operation._tag === 'BumpSequence') return 'low'
  if (operation._tag === 'ClaimClaimableBalance') return 'low'
  if (operation._tag === 'SetTrustLineFlags') return 'low'
  if (operation._tag === 'ExtendFootprintTTL') return 'low'
  if (operation._tag === 'RestoreFootprint') return 'low'
  if (operation._tag === 'AccountMerge') return 'high'
  if (operation._tag === 'SetOptions') {
    // That a field is there counts, not whether it changes anything.
    const changesAuthority =
      isSome(operation.masterWeight) ||
      isSome(operation.lowThreshold) ||
      isSome(operation.mediumThreshold) ||
      isSome(operation.highThreshold) ||
      isSome(operation.signer)
    return changesAuthority ? 'high' : 'medium'
  }
  return 'medium'
}

/** First protocol that knows an operation, where it came after protocol 8. */
const SINCE: Partial<Record<OperationType, number>> = {
  BumpSequence: 10,
  ManageBuyOffer: 11,
  PathPaymentStrictSend: 12,
  CreateClaimableBalance: 14,
  ClaimClaimableBalance: 14,
  BeginSponsoringFutureReserves: 14,
  EndSponsoringFutureReserves: 14,
  RevokeSponsorship: 14,
  Clawback: 17,
  ClawbackClaimableBalance: 17,
  SetTrustLineFlags: 17,
  LiquidityPoolDeposit: 18,
  LiquidityPoolWithdraw: 18,
  InvokeHostFunction: 20,
  ExtendFootprintTTL: 20,
  RestoreFootprint: 20,
}

/** Whether a protocol runs the operation; one that it does not run is `opNOT_SUPPORTED`. */
export const isSupported = (protocol: number, operation: Operation): boolean => {
  if (operation._tag === 'Inflation') return protocol < 12
  return protocol >= (SINCE[operation._tag] ?? 0)
}

export const isSmartContract = (operation: Operation): boolean =>
  operation._tag === 'InvokeHostFunction' ||
  operation._tag === 'ExtendFootprintTTL' ||
  operation._tag === 'RestoreFootprint'

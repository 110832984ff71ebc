/**
 * Which operation types exist under which protocol (stellar-core `isOpSupported` of each
 * `*OpFrame.cpp`). Types that are not listed have existed as long as judging reaches back.
 *
 * ManageData before protocol 2 is out of reach here. Pool operations can also be switched off by a
 * flag in the ledger header, which an envelope and its accounts do not show.
 */
import type { OperationType } from '../model/index.js'
import type { Protocol } from './version.js'

/** First and last protocol of a type. */
export interface Support {
  readonly since?: number
  readonly until?: number
}

/** The types that some supported protocol does not know. */
export const OPERATION_SUPPORT: Readonly<Partial<Record<OperationType, Support>>> = {
  Inflation: { until: 11 },
  BumpSequence: { since: 10 },
  ManageBuyOffer: { since: 11 },
  PathPaymentStrictSend: { since: 12 },
  CreateClaimableBalance: { since: 14 },
  ClaimClaimableBalance: { since: 14 },
  BeginSponsoringFutureReserves: { since: 14 },
  EndSponsoringFutureReserves: { since: 14 },
  RevokeSponsorship: { since: 14 },
  Clawback: { since: 17 },
  ClawbackClaimableBalance: { since: 17 },
  SetTrustLineFlags: { since: 17 },
  LiquidityPoolDeposit: { since: 18 },
  LiquidityPoolWithdraw: { since: 18 },
  InvokeHostFunction: { since: 20 },
  ExtendFootprintTTL: { since: 20 },
  RestoreFootprint: { since: 20 },
}

/** Whether a protocol knows an operation type; if not, the operation is `opNOT_SUPPORTED`. */
export const isSupported =
  (protocol: Protocol) =>
  (type: OperationType): boolean => {
    const { since = 0, until = Infinity } = OPERATION_SUPPORT[type] ?? {}
    return protocol >= since && protocol <= until
  }

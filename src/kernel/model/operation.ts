/**
 * Operations, as far as they bear on authority (xdr `Operation`).
 *
 * Every type is told by its tag. The ones that change who may do what, or whether an account exists,
 * carry what they change; of the others only type and source matter here.
 */
import type * as O from 'fp-ts/lib/Option.js'
import type { AccountId } from './account-id.js'
import type { AuthorizationEntry } from './authorization-entry.js'
import type { Bytes } from './bytes.js'
import type { SignerKey } from './signer-key.js'

/** Operation types by their number on the wire, in the protocol's spelling. */
export const OPERATION_TYPES = [
  'CreateAccount',
  'Payment',
  'PathPaymentStrictReceive',
  'ManageSellOffer',
  'CreatePassiveSellOffer',
  'SetOptions',
  'ChangeTrust',
  'AllowTrust',
  'AccountMerge',
  'Inflation',
  'ManageData',
  'BumpSequence',
  'ManageBuyOffer',
  'PathPaymentStrictSend',
  'CreateClaimableBalance',
  'ClaimClaimableBalance',
  'BeginSponsoringFutureReserves',
  'EndSponsoringFutureReserves',
  'RevokeSponsorship',
  'Clawback',
  'ClawbackClaimableBalance',
  'SetTrustLineFlags',
  'LiquidityPoolDeposit',
  'LiquidityPoolWithdraw',
  'InvokeHostFunction',
  'ExtendFootprintTTL',
  'RestoreFootprint',
] as const

/** One of the 27 operation types. */
export type OperationType = (typeof OPERATION_TYPES)[number]

interface Sourced {
  /** The operation's own source; without one it acts for the transaction's. */
  readonly source: O.Option<AccountId>
}

/** Creates an account; amounts in stroops. */
export interface CreateAccount extends Sourced {
  readonly _tag: 'CreateAccount'
  readonly destination: AccountId
  readonly startingBalance: bigint
}

/** A payment; only a native one (without an issuer) moves what this model keeps. */
export interface Payment extends Sourced {
  readonly _tag: 'Payment'
  readonly destination: AccountId
  readonly issuer: O.Option<AccountId>
  readonly amount: bigint
}

/** Sets a data entry, or deletes it where there is no value; each entry is a sub-entry. */
export interface ManageData extends Sourced {
  readonly _tag: 'ManageData'
  readonly name: Bytes
  readonly value: O.Option<Bytes>
}

/** The one change of a signer that a SetOptions can carry; weight 0 deletes. */
export interface SignerChange {
  readonly key: SignerKey
  /** As on the wire: an unsigned 32-bit number. */
  readonly weight: number
}

/** Every field is optional, and presence is what counts: `some(0)` is a change, `none` is not. */
export interface SetOptions extends Sourced {
  readonly _tag: 'SetOptions'
  readonly inflationDestination: O.Option<AccountId>
  readonly clearFlags: O.Option<number>
  readonly setFlags: O.Option<number>
  readonly masterWeight: O.Option<number>
  readonly lowThreshold: O.Option<number>
  readonly mediumThreshold: O.Option<number>
  readonly highThreshold: O.Option<number>
  /** Bytes and not text: the ledger does not promise that a home domain is UTF-8. */
  readonly homeDomain: O.Option<Bytes>
  readonly signer: O.Option<SignerChange>
}

/** Empties an account into another and removes it. */
export interface AccountMerge extends Sourced {
  readonly _tag: 'AccountMerge'
  readonly destination: AccountId
}

/** Raises the source's sequence number. */
export interface BumpSequence extends Sourced {
  readonly _tag: 'BumpSequence'
  readonly bumpTo: bigint
}

/** Opens a sponsorship of everything that the named account adds until it is ended (CAP-33). */
export interface BeginSponsoringFutureReserves extends Sourced {
  readonly _tag: 'BeginSponsoringFutureReserves'
  readonly sponsored: AccountId
}

/** What a RevokeSponsorship names; entries that carry no authority are told by kind alone. */
export type SponsorshipTarget =
  | { readonly _tag: 'Account'; readonly account: AccountId }
  | { readonly _tag: 'Signer'; readonly account: AccountId; readonly key: SignerKey }
  | {
      readonly _tag: 'OtherEntry'
      readonly kind: string
      /** It names no entry that could exist. */ readonly isMalformed: boolean
    }

/** Moves or drops the sponsorship of an entry or a signer. */
export interface RevokeSponsorship extends Sourced {
  readonly _tag: 'RevokeSponsorship'
  readonly target: SponsorshipTarget
}

/** An operation of which more matters here than type and source. */
export type DetailedOperation =
  | CreateAccount
  | Payment
  | ManageData
  | SetOptions
  | AccountMerge
  | BumpSequence
  | BeginSponsoringFutureReserves
  | RevokeSponsorship

/** An operation of which only type and source matter here. */
export interface PlainOperation extends Sourced {
  readonly _tag: Exclude<OperationType, DetailedOperation['_tag']>
  /** Who else authorizes an InvokeHostFunction, in its order; left out where there is no entry. */
  readonly entries?: readonly AuthorizationEntry[]
}

/** One operation of a transaction. */
export type Operation = DetailedOperation | PlainOperation

const DETAILED: Readonly<Record<DetailedOperation['_tag'], true>> = {
  CreateAccount: true,
  Payment: true,
  ManageData: true,
  SetOptions: true,
  AccountMerge: true,
  BumpSequence: true,
  BeginSponsoringFutureReserves: true,
  RevokeSponsorship: true,
}

/** Whether operations of a type carry more than type and source. */
export const isDetailedType = (type: OperationType): type is DetailedOperation['_tag'] =>
  Object.hasOwn(DETAILED, type)

/** Whether an operation carries more than type and source. */
export const isDetailed = (operation: Operation): operation is DetailedOperation =>
  isDetailedType(operation._tag)

/** The authorization entries that an operation carries. */
export const authorizationEntriesOf = (operation: Operation): readonly AuthorizationEntry[] =>
  isDetailed(operation) ? [] : (operation.entries ?? [])

/** A type as it begins its result codes: `SET_OPTIONS`. */
export const operationTypeCode = (type: OperationType): string =>
  // The two offers that sell share their results.
  type === 'CreatePassiveSellOffer'
    ? 'MANAGE_SELL_OFFER'
    : type.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase()

/** Whether an operation belongs to smart contracts, and so must stand alone in its transaction. */
export const isSoroban = ({ _tag }: Operation): boolean =>
  _tag === 'InvokeHostFunction' || _tag === 'ExtendFootprintTTL' || _tag === 'RestoreFootprint'

/**
 * Authorization entries: who allows what a smart contract call does in their name
 * (xdr `SorobanAuthorizationEntry`, CAP-46-11; CAP-71 for what came with protocol 27).
 *
 * They stand inside an InvokeHostFunction and carry signatures of their own, which have nothing to do with
 * those of the envelope. What is signed is hashed from the bytes that came, and never encoded anew.
 */
import type { AccountId } from './account-id.js'
import type { Bytes } from './bytes.js'

/** One element of the list with which a classic account signs: a key, and what it signed with. */
export interface KeySignature {
  readonly publicKey: Bytes
  readonly signature: Bytes
}

/** The signature of an entry: a contract takes any value, a classic account this list and nothing else. */
export type EntrySignature =
  | { readonly _tag: 'Signatures'; readonly signatures: readonly KeySignature[] }
  /** No list of keys and signatures as a classic account signs; `reason` is in words. */
  | { readonly _tag: 'OtherShape'; readonly reason: string }

/** Whose authorization an entry is; `bytes` are those of the `SCAddress` that came. */
export type EntryAddress =
  | { readonly _tag: 'Account'; readonly account: AccountId; readonly bytes: Bytes }
  | { readonly _tag: 'Contract'; readonly strkey: string; readonly bytes: Bytes }
  /** A muxed account, a claimable balance or a liquidity pool: none of them can authorize anything. */
  | { readonly _tag: 'Other'; readonly strkey: string; readonly bytes: Bytes }

/** A signature of somebody to whom a contract account may delegate its check (CAP-71-01). */
export interface Delegate {
  readonly address: EntryAddress
  readonly signature: EntrySignature
  readonly delegates: readonly Delegate[]
}

/** Credentials with a signature of their own. */
export interface AddressCredentials {
  /** `Address` leaves the address out of what is signed; the two of protocol 27 do not. */
  readonly _tag: 'Address' | 'AddressV2' | 'AddressWithDelegates'
  readonly address: EntryAddress
  /** Any number that the address has not used; it is used up with the entry. */
  readonly nonce: bigint
  /** The last ledger in which the signature is valid. */
  readonly expirationLedger: number
  readonly signature: EntrySignature
  /** Empty but for `AddressWithDelegates`. */
  readonly delegates: readonly Delegate[]
}

/** How an entry is authorized. `SourceAccount` rests on the signatures of the envelope. */
export type Credentials = { readonly _tag: 'SourceAccount' } | AddressCredentials

/** What the root of an authorized tree of calls is. */
export type Invocation =
  | { readonly _tag: 'Call'; readonly contract: string; readonly functionName: string }
  | { readonly _tag: 'CreateContract' }

/** One entry. */
export interface AuthorizationEntry {
  readonly credentials: Credentials
  readonly invocation: Invocation
  /** How many calls stand below the root, at any depth. */
  readonly subInvocations: number
  /** The bytes of the whole tree (`SorobanAuthorizedInvocation`), as they came. */
  readonly invocationBytes: Bytes
}

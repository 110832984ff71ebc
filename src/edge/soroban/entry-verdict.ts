/**
 * Verdicts on authorization entries: does the account allow the call? There is no boolean here either.
 *
 * An entry that is refused does not make the network refuse the envelope when it is submitted. A call that
 * asks for it fails when the ledger closes (`INVOKE_HOST_FUNCTION_TRAPPED`, `txFAILED`), and the fee is
 * taken. Whether a call asks for an entry is for the contract to know.
 */
import type * as O from 'fp-ts/lib/Option.js'
import type { AccountId, Ed25519Key, EntryAddress, Hash, Signer, Weight } from '../../kernel/model/index.js'

/** Why an entry allows nothing. Stable names, in the order in which the network finds them. */
export type EntryReason =
  /** The protocol does not know these credentials. */
  | 'credentials-not-supported'
  /** Delegates have to stand in the order of their addresses, each once. */
  | 'delegates-not-sorted'
  /** A muxed account, a claimable balance and a liquidity pool authorize nothing. */
  | 'address-cannot-authorize'
  /** The signature is no list of public keys and signatures. */
  | 'signature-shape'
  | 'no-signatures'
  /** More than 20. */
  | 'too-many-signatures'
  | 'account-absent'
  /** Public keys have to increase from one signature to the next, so that none stands twice. */
  | 'keys-not-increasing'
  | 'signature-not-proved'
  /** The key adds no weight to the account; one such signature spoils all others. */
  | 'not-a-signer'
  | 'weight-too-low'
  | 'expired'
  /** The last ledger of the signature is further away than the network lets a nonce live. */
  | 'expires-too-late'

/** What became of one signature of the list. */
export interface EntryStep {
  readonly signature: number
  readonly key: Ed25519Key
  /** `Unknown`: it verifies, and the account was not fetched. */
  readonly fate: 'Counted' | 'NotIncreasing' | 'NotProved' | 'NotASigner' | 'Unknown'
  /** What it adds; 0 where it adds nothing. */
  readonly weight: number
}

/** The check of a classic account: its medium threshold, whatever the contract does. */
export interface EntryCheck {
  readonly account: AccountId
  /** None where the account is not known. */
  readonly needed: O.Option<Weight>
  readonly counted: number
  /** Everyone who can add weight: ed25519 keys only. */
  readonly signers: readonly Signer[]
  /** One a signature. The network stops at the first that does not count; here all are told. */
  readonly steps: readonly EntryStep[]
}

/** What a verdict holds under, because it was not said. */
export type EntryCondition =
  /** The ledger is not known: the signature has to be used before it expires. */
  | 'ledger-not-known'
  /** The network's limit is not known: the signature must not expire too late. */
  | 'limit-not-known'
  /** Whether the address has used the nonce before is not known here. */
  | 'nonce-not-known'

/** What the signatures of one address are worth. */
export type SignatureVerdict =
  | { readonly _tag: 'Authorizes'; readonly check: EntryCheck }
  | { readonly _tag: 'Refused'; readonly reason: EntryReason; readonly check: O.Option<EntryCheck> }
  /** The account was not fetched, and all that can be told without it is right. */
  | { readonly _tag: 'Undetermined'; readonly missing: AccountId; readonly check: EntryCheck }

/** What the signatures of a delegate are worth; `path` counts from 0 at every level. */
export interface DelegateVerdict {
  readonly path: readonly number[]
  readonly address: EntryAddress
  /** None for a contract, which decides by itself. */
  readonly verdict: O.Option<SignatureVerdict>
}

interface Hashed {
  /** What is signed. */
  readonly payload: Hash
}

/** What the network will say of one entry. */
export type EntryVerdict =
  /** It has no signature: it rests on those of the envelope, at the operation's own requirement. */
  | { readonly _tag: 'BySource' }
  | (Hashed & {
      readonly _tag: 'Authorizes'
      readonly check: EntryCheck
      readonly conditions: readonly EntryCondition[]
    })
  | (Hashed & {
      readonly _tag: 'Refused'
      readonly reason: EntryReason
      readonly check: O.Option<EntryCheck>
    })
  | (Hashed & {
      readonly _tag: 'Undetermined'
      readonly missing: AccountId
      readonly check: EntryCheck
      readonly conditions: readonly EntryCondition[]
    })
  /** A contract decides by its own code, which is not judged; of its delegates, the accounts are. */
  | (Hashed & {
      readonly _tag: 'ByContract'
      readonly delegates: readonly DelegateVerdict[]
      readonly conditions: readonly EntryCondition[]
    })

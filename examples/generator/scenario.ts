/** What an example is: accounts, envelopes, and the verdict that each envelope deserves. */
import type { xdr } from '@stellar/stellar-base'
import type { Alias } from './keys.js'
import type { Signing } from './signing.js'

/** An account as its file describes it; `address` and the signers are names in `keys`. */
export interface AccountSpec {
  readonly address: Alias
  readonly master: number
  readonly thresholds: { readonly low: number; readonly medium: number; readonly high: number }
  readonly signers: Readonly<Record<Alias, number>>
}

/** A transaction before anyone signs. */
export interface TransactionSpec {
  readonly source: Alias
  readonly operations: readonly xdr.Operation[]
  readonly memo?: string
  readonly extraSigners?: readonly string[]
}

/** A fee bump around the transaction. */
export interface FeeBumpSpec {
  readonly source: Alias
  readonly signatures: readonly Signing[]
  /** Signs the fee bump before the inner transaction carries its signatures: a mistake. */
  readonly signedTooEarly?: true
}

/** A verdict, written by hand from the rules of the network; nothing here is computed. */
export interface Expectation {
  readonly verdict: 'authorized' | 'rejected' | 'undetermined'
  /** The network's code; absent where the verdict is undetermined. */
  readonly code?: string
  /** The operations that fail, by index from 0. */
  readonly operations?: readonly { readonly index: number; readonly code: string }[]
  /** The inner transaction's own result, where a fee bump fails because of it. */
  readonly inner?: { readonly code: string; readonly operations?: Expectation['operations'] }
}

/** The verdict at another protocol version, or when the ledger closes. */
export interface Elsewhere {
  readonly protocol?: number
  readonly phase?: 'apply'
  readonly expect: Expectation
}

/** One envelope, in a file of its own. */
export interface EnvelopeSpec extends TransactionSpec {
  readonly file: string
  readonly signatures: readonly Signing[]
  readonly feeBump?: FeeBumpSpec
  readonly expect: Expectation
  /** Where another protocol version or the moment of application says something else. */
  readonly elsewhere?: readonly Elsewhere[]
  /** One sentence: why. */
  readonly because: string
}

/** A folder of examples. */
export interface Scenario {
  readonly name: string
  /** Comment at the head of the account file. */
  readonly about: readonly string[]
  /** Names to `G…`, `T…`, `X…` or `P…`. */
  readonly keys: Readonly<Record<Alias, string>>
  readonly accounts: Readonly<Record<string, AccountSpec>>
  readonly envelopes: readonly EnvelopeSpec[]
}

/** An account as the network makes it: master weight 1, thresholds 0, no signers. */
export const ordinary = (address: Alias): AccountSpec => ({
  address,
  master: 1,
  thresholds: { low: 0, medium: 0, high: 0 },
  signers: {},
})

export const authorized: Expectation = { verdict: 'authorized', code: 'txSUCCESS' }
export const authorizedFeeBump: Expectation = { verdict: 'authorized', code: 'txFEE_BUMP_INNER_SUCCESS' }
export const badAuth: Expectation = { verdict: 'rejected', code: 'txBAD_AUTH' }
export const badAuthExtra: Expectation = { verdict: 'rejected', code: 'txBAD_AUTH_EXTRA' }
export const undetermined: Expectation = { verdict: 'undetermined' }

/** Found when the ledger closes: the outer signatures of a fee bump are not judged a second time. */
export const innerOnlyAtApply: readonly Elsewhere[] = [{ phase: 'apply', expect: authorizedFeeBump }]

/** Before protocol 17 the operation did not exist. */
export const notSupportedAt = (index: number): readonly Elsewhere[] => [
  {
    protocol: 16,
    expect: { verdict: 'rejected', code: 'txFAILED', operations: [{ index, code: 'opNOT_SUPPORTED' }] },
  },
]

/** One operation lacks weight, so the whole transaction fails. */
export const failedAt = (index: number): Expectation => ({
  verdict: 'rejected',
  code: 'txFAILED',
  operations: [{ index, code: 'opBAD_AUTH' }],
})

/** The fee bump is signed well, its inner transaction is not. */
export const innerFailed = (code: string): Expectation => ({
  verdict: 'rejected',
  code: 'txFEE_BUMP_INNER_FAILED',
  inner: { code },
})

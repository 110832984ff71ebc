/** What people should know of a change before it happens. Steps are counted from 0. */
import type { AccountId, SignerKey, ThresholdLevel } from '../model/index.js'

/** Something to look at, with a stable code. */
export type Warning =
  /** Nobody can reach any level of this account again: it is lost. */
  | { readonly code: 'locked-out'; readonly step: number; readonly account: AccountId }
  /** Signers and thresholds can never be changed again; lower levels may still work. */
  | {
      readonly code: 'level-out-of-reach'
      readonly step: number
      readonly account: AccountId
      readonly level: ThresholdLevel
    }
  /** These signers together reach a level that they did not reach before. */
  | {
      readonly code: 'escalation'
      readonly step: number
      readonly account: AccountId
      readonly level: ThresholdLevel
      readonly coalition: readonly SignerKey[]
    }
  /** The hash of this step's transaction stays a signer of an account that it does not act for, or never ran. */
  | {
      readonly code: 'pre-auth-dangling'
      readonly step: number
      readonly account: AccountId
      readonly key: SignerKey
    }
  /** The preimage stands in a ledger: anybody can now sign for this account with it. */
  | {
      readonly code: 'preimage-public'
      readonly step: number
      readonly account: AccountId
      readonly key: SignerKey
    }
  /** This envelope can never run: its sequence number is used, or its time is over. */
  | { readonly code: 'dead-envelope'; readonly step: number; readonly reason: 'sequence-used' | 'time-over' }
  /** This envelope cannot run yet: a sequence number before its own was never used. */
  | { readonly code: 'sequence-gap'; readonly step: number; readonly account: AccountId }
  /** Two transactions that are both pre-authorized share a sequence number: one of them can run. */
  | {
      readonly code: 'same-sequence'
      readonly step: number
      readonly other: number
      readonly account: AccountId
    }
  /** The account's sequence number cannot be raised any more: it can never act again. */
  | { readonly code: 'sequence-exhausted'; readonly step: number; readonly account: AccountId }

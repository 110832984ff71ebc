/** What rules look at. */
import type * as O from 'fp-ts/lib/Option.js'
import type { Account, AccountId } from '../../kernel/model/index.js'
import type { Asserted, Day, Policy, PolicyKey } from '../policy/index.js'

/** A policy, and everything that was found out about it before. */
export interface LintInput {
  readonly policy: Policy
  /** The day on which it is asked. */
  readonly today: Day
  /** Answers to all assertions of the policy. */
  readonly asserted: readonly Asserted[]
  /** The accounts as the ledger has them, where that was given. */
  readonly ledger: O.Option<ReadonlyMap<AccountId, Account>>
  /** Addresses that a `stellar.toml` lists under ACCOUNTS, where one was given. */
  readonly listed: O.Option<{ readonly file: string; readonly accounts: readonly string[] }>
  /**
   * The policy before a change, where one was given: the accounts, and of the promises those that no other
   * policy makes now.
   */
  readonly base: O.Option<Policy>
  /** Accounts of other policies that are checked together and share a signer with this one, the first few. */
  readonly others: readonly {
    readonly file: string
    readonly name: string
    readonly account: Account
  }[]
  /** Whether the proof of a key is a SEP-53 signature of the key. */
  readonly isProved: (key: PolicyKey) => boolean
}

/** What a plan has to prove, and what was found: one check each, with the people who show it. */
import type * as O from 'fp-ts/lib/Option.js'
import type { Coalition, ThresholdLevel } from '../../kernel/model/index.js'

/** The checks, in the order in which they are told. */
export const CHECK_IDS = [
  /** High can be reached in every state, with the signatures that one envelope holds. */
  'never-locks',
  /** In no state between can anybody act who can act neither before nor after. */
  'no-weaker-window',
  /** Stopping after any transaction leaves an account that can go on and can go back. */
  'abort-safe',
  /** Every transaction can be signed with the signatures that one envelope holds. */
  'signatures-fit',
  /** The network refuses no operation, in the order in which they stand. */
  'no-operation-fails',
  /** The account can pay fees and reserves. */
  'reserve',
  /** What the policy promises holds of the result, and its tests pass. */
  'claims-hold',
] as const

/** One of them. */
export type CheckId = (typeof CHECK_IDS)[number]

/** A set of keys that shows something, weighed. */
export interface Shown {
  /** In a few words: `who can still sign`, `who is missing`. */
  readonly title: string
  readonly level: ThresholdLevel
  /** In which account it is weighed: before all, after all, or after so many transactions. */
  readonly state: 'from' | 'to' | { readonly after: number }
  /** StrKeys. */
  readonly keys: Coalition
  readonly sum: number
  readonly quota: number
}

/** What was found. */
export interface Check {
  readonly id: CheckId
  readonly verdict: 'holds' | 'violated' | 'unknown'
  /** In one line, lower case, no full stop; keys by the names that people have. */
  readonly says: string
  readonly exhibits: readonly Shown[]
  /**
   * Whether the plan is undecided where this is unknown. Reserves are not needed where nobody gave a
   * balance and nobody asked, nor claims where none are made.
   */
  readonly isNeeded: boolean
}

/** Amounts of a plan, in stroops. */
export interface ReserveNumbers {
  readonly balance: bigint
  readonly sellingLiabilities: bigint
  /** The least that has to stay on the account, before and after. */
  readonly minimum: readonly [before: bigint, after: bigint]
  /** Of all transactions, where the network is not busy. */
  readonly fees: bigint
  /** What is missing at the moment at which most is missing; none where it is enough. */
  readonly short: O.Option<bigint>
}

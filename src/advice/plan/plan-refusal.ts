/** Why there is no plan: with what refutes it, and what can be done instead. */
import type * as O from 'fp-ts/lib/Option.js'
import type { AccountDifference } from '../coalition/index.js'
import type { Check, ReserveNumbers, Shown } from './plan-check.js'

/** What stands in the way. */
export type RefusalCode =
  /** Those who can sign do not reach high now: nobody can change the account. */
  | 'locked-out'
  /** Those who can sign would not reach high afterwards. */
  | 'would-lock'
  /** Enough weight, and more signatures than an envelope holds. */
  | 'too-many-signatures'
  /** More signers than an account holds, in the end or on the way. */
  | 'too-many-signers'
  /** The network would refuse an operation. */
  | 'operation-fails'
  | 'reserve-short'
  /** The result breaks what the policy promises of it. */
  | 'breaks-claims'
  /** A test of the policy fails of the result. */
  | 'fails-tests'
  /** The account is not what it was when somebody looked. */
  | 'stale-digest'
  /** Every way in stages gives somebody power in between, or takes it from everybody. */
  | 'no-safe-stages'

/** One reason. */
export interface RefusalReason {
  readonly code: RefusalCode
  /** In one or two whole sentences, with the names that people have. */
  readonly says: string
  /** What to do instead, in one or two whole sentences. */
  readonly help: string
  readonly exhibits: readonly Shown[]
}

/** There is no plan. */
export interface PlanRefusal {
  readonly _tag: 'Refused'
  readonly reasons: readonly [RefusalReason, ...RefusalReason[]]
  readonly difference: AccountDifference
  /** How the ledger differs from what was said; none where it was not looked at, or does not. */
  readonly drift: O.Option<AccountDifference>
  /** Every check that could be made. */
  readonly checks: readonly Check[]
  readonly reserve: O.Option<ReserveNumbers>
  /** Of the account that the plan would begin with. */
  readonly fromDigest: string
}

/**
 * Verdicts: what the network will say of an envelope, and everything that led there.
 *
 * There is no boolean. `Undetermined` is neither a weak yes nor a weak no: an account that decides was
 * not fetched, and whoever embeds this must fetch it or refuse.
 */
import type * as O from 'fp-ts/lib/Option.js'
import type { AccountId, Hash, Signer } from '../model/index.js'
import type { OperationCode, Phase, Protocol, ResultCode } from '../protocol/index.js'
import type { CheckResult } from './check.js'
import type { RefusalReason } from './refusal.js'
import type { Requirement } from './requirement.js'

/** A check that was made: by which rule, with whom, and what was reached. */
export interface CheckedOutcome extends CheckResult {
  readonly _tag: 'Checked'
  readonly rule: 'account' | 'missing-account' | 'extra-signers'
  /** Everyone who can add weight to it. */
  readonly signers: readonly Signer[]
}

/** What came of one requirement. */
export type Outcome =
  | CheckedOutcome
  /** The account does not exist, and no rule lets anybody act for it. */
  | { readonly _tag: 'NoAccount' }
  /** The account's state is not known. */
  | { readonly _tag: 'NotFetched' }
  /** The protocol does not know the operation; its signatures are not looked at. */
  | { readonly _tag: 'NotSupported' }

/** One requirement with its outcome. */
export interface Checked {
  readonly requirement: Requirement
  readonly outcome: Outcome
  /** False: the network had already refused. Then this says what it would have found, and decides nothing. */
  readonly reached: boolean
}

/** What was wrong, where something was. Positions count from 0. */
export type Fault =
  | { readonly _tag: 'Form'; readonly reason: RefusalReason }
  /** The source, the fee source or the extra signers; a position in `checks`. */
  | { readonly _tag: 'Requirement'; readonly check: number }
  | { readonly _tag: 'Operations'; readonly operations: readonly number[] }
  | { readonly _tag: 'Surplus'; readonly signatures: readonly number[] }

/** How one signature list was judged: an ordinary envelope has one, a fee bump two. */
export interface Judgement {
  readonly hash: Hash
  /** None where it depends on an account that was not fetched. */
  readonly code: O.Option<ResultCode>
  readonly fault: O.Option<Fault>
  /** The checks that the network made, in its order; of `audit`, also those that it did not come to. */
  readonly checks: readonly Checked[]
  /**
   * One entry an operation, where the network's result carries such a list; empty otherwise. None where
   * it depends on an account that was not fetched.
   */
  readonly operations: readonly O.Option<OperationCode>[]
  /** One entry a signature: whether some check that the network made counted it. */
  readonly used: readonly boolean[]
  /** Accounts that were not fetched and that this depends on, each once. */
  readonly missing: readonly AccountId[]
}

interface Judged {
  readonly protocol: Protocol
  readonly phase: Phase
  /** The envelope's own list; of a fee bump the outer one. */
  readonly judgement: Judgement
  /** The inner list of a fee bump, where it was judged. */
  readonly inner: O.Option<Judgement>
}

/** Every check passed and every signature was used. */
export interface Authorized extends Judged {
  readonly _tag: 'Authorized'
  readonly code: 'txSUCCESS' | 'txFEE_BUMP_INNER_SUCCESS'
}

/** The network refuses, with this code. */
export interface Rejected extends Judged {
  readonly _tag: 'Rejected'
  readonly code: Exclude<ResultCode, Authorized['code']>
}

/** The answer depends on accounts that were not fetched. */
export interface Undetermined extends Judged {
  readonly _tag: 'Undetermined'
  readonly missing: readonly AccountId[]
}

/** What the network will say. */
export type Verdict = Authorized | Rejected | Undetermined

/** Whether a verdict is a yes. Its negation is not a no: it may be `Undetermined`. */
export const isAuthorized = (verdict: Verdict): verdict is Authorized => verdict._tag === 'Authorized'

/** Whether a verdict is a no. Its negation is not a yes: it may be `Undetermined`. */
export const isRejected = (verdict: Verdict): verdict is Rejected => verdict._tag === 'Rejected'

/**
 * One answer for each of the three verdicts; there is no way to leave one out.
 *
 * @example
 * ```ts
 * import { matchVerdict, type Verdict } from 'quorate/kernel'
 *
 * export const answer: (verdict: Verdict) => string = matchVerdict({
 *   authorized: () => 'submit it',
 *   rejected: ({ code }) => `do not submit it: ${code}`,
 *   undetermined: ({ missing }) => `fetch ${missing.join(', ')} and ask again`,
 * })
 * ```
 */
export const matchVerdict =
  <A, B = A, C = A>(on: {
    readonly authorized: (verdict: Authorized) => A
    readonly rejected: (verdict: Rejected) => B
    readonly undetermined: (verdict: Undetermined) => C
  }) =>
  (verdict: Verdict): A | B | C => {
    switch (verdict._tag) {
      case 'Authorized':
        return on.authorized(verdict)
      case 'Rejected':
        return on.rejected(verdict)
      case 'Undetermined':
        return on.undetermined(verdict)
    }
  }

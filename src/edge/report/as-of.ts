/** As of which ledger a decision is, who said so, and what could not be fetched. */
import type * as O from 'fp-ts/lib/Option.js'
import type { AccountId, Failure } from '../../kernel/model/index.js'

/** What was fetched for a decision. */
export interface AsOf {
  /** What the source is called. */
  readonly source: string
  /** How many accounts it was asked for. */
  readonly asked: number
  /** Sequence numbers of the ledgers of its answers; none where no answer says one. */
  readonly ledgers: O.Option<{ readonly first: number; readonly last: number }>
  /** How many answers do not say of which ledger they are. */
  readonly unsaid: number
  /** Accounts that could not be fetched, and why. */
  readonly failures: ReadonlyMap<AccountId, Failure>
}

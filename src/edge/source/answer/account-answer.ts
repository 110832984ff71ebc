/** What a place that knows accounts says of one of them. */
import type * as O from 'fp-ts/lib/Option.js'
import type { Account } from '../../../kernel/model/index.js'

/**
 * An account as some ledger left it, or that the ledger has none. `ledger` is the sequence number of that
 * ledger, where it is told. Whoever could not tell says neither.
 */
export type AccountAnswer =
  | { readonly _tag: 'Known'; readonly account: Account; readonly ledger: O.Option<number> }
  /** The source answered, and the ledger has no such account. */
  | { readonly _tag: 'Absent'; readonly ledger: O.Option<number> }

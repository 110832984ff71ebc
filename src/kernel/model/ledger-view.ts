/**
 * A ledger view: what is known of accounts at one moment.
 *
 * An account is known, or known not to exist, or was not fetched. The last two are never mixed up: an
 * account that does not exist may be acted for by its own key alone, an account that could not be
 * loaded may have a disabled master key and nine directors.
 */
import * as E from 'fp-ts/lib/Either.js'
import type { Account } from './account.js'
import type { AccountId } from './account-id.js'
import { failure, type Failure } from './failure.js'

/** What a view answers when it is asked for an account. */
export type Lookup =
  | { readonly _tag: 'Known'; readonly account: Account }
  | { readonly _tag: 'Absent' }
  | { readonly _tag: 'NotFetched' }

/** Accounts as known at one moment. */
export interface LedgerView {
  readonly accounts: ReadonlyMap<AccountId, Lookup>
  /** What an account is that the map does not hold: absent in a closed world, not fetched otherwise. */
  readonly closedWorld: boolean
}

const ABSENT: Lookup = { _tag: 'Absent' }
const NOT_FETCHED: Lookup = { _tag: 'NotFetched' }

/** What a view is made of. */
export interface LedgerViewParts {
  readonly accounts: readonly Account[]
  /** Accounts known not to exist. */
  readonly absent?: readonly AccountId[]
  /** Accounts whose state is not known, also in a closed world. */
  readonly notFetched?: readonly AccountId[]
  /** True: an account that is not listed does not exist. Absent or false: it was not fetched. */
  readonly closedWorld?: boolean
}

/**
 * A view of some accounts.
 *
 * Failure: `account-twice`, where one account is described twice, or described and called absent.
 */
export const ledgerView = (parts: LedgerViewParts): E.Either<Failure, LedgerView> => {
  const accounts = new Map<AccountId, Lookup>()
  const entries: (readonly [AccountId, Lookup])[] = [
    ...parts.accounts.map((account) => [account.id, { _tag: 'Known', account }] as const),
    ...(parts.absent ?? []).map((id) => [id, ABSENT] as const),
    ...(parts.notFetched ?? []).map((id) => [id, NOT_FETCHED] as const),
  ]
  for (const [id, lookup] of entries) {
    const before = accounts.get(id)
    // Saying twice that an account is absent contradicts nothing.
    if (before !== undefined && !(before._tag === lookup._tag && lookup._tag !== 'Known'))
      return E.left(
        failure(
          'account-twice',
          `account \`${id}\` is described twice`,
          'keep one description of each account',
        ),
      )
    accounts.set(id, lookup)
  }
  return E.right({ accounts, closedWorld: parts.closedWorld ?? false })
}

/** A view in which nothing was fetched. */
export const EMPTY_VIEW: LedgerView = { accounts: new Map(), closedWorld: false }

/** What a view knows of an account. */
export const lookup =
  (view: LedgerView) =>
  (id: AccountId): Lookup =>
    view.accounts.get(id) ?? (view.closedWorld ? ABSENT : NOT_FETCHED)

/** The accounts that a view knows, in the order in which they were given. */
export const accountsIn = (view: LedgerView): readonly Account[] =>
  [...view.accounts.values()].flatMap((l) => (l._tag === 'Known' ? [l.account] : []))

/**
 * The world inside one transaction: accounts as its operations left them so far, and the sponsorships
 * that it has opened and not closed (CAP-33; stellar-core keeps them in its ledger transaction).
 *
 * Values, not places: an operation that fails simply leaves the world before it.
 */
import * as O from 'fp-ts/lib/Option.js'
import {
  lookup,
  type Account,
  type AccountId,
  type AccountState,
  type LedgerView,
  type Lookup,
} from '../model/index.js'
import type { Assumption } from './assumption.js'

/** Accounts, open sponsorships, and what had to be assumed. */
export interface World {
  readonly view: LedgerView
  /** Who is being sponsored by whom until it is ended. */
  readonly sponsorships: ReadonlyMap<AccountId, AccountId>
  readonly assumptions: readonly Assumption[]
}

/** A world in which nothing has happened yet. */
export const worldOf = (view: LedgerView): World => ({ view, sponsorships: new Map(), assumptions: [] })

/** What is known of an account. */
export const find = (world: World, id: AccountId): Lookup => lookup(world.view)(id)

/** Whether an account certainly does not exist. */
export const isAbsent = (world: World, id: AccountId): boolean => find(world, id)._tag === 'Absent'

const withLookup = (world: World, id: AccountId, found: Lookup): World => ({
  ...world,
  view: { ...world.view, accounts: new Map(world.view.accounts).set(id, found) },
})

/** The world with an account as it now is. */
export const put = (world: World, account: Account): World =>
  withLookup(world, account.id, { _tag: 'Known', account })

/** The world without an account. */
export const remove = (world: World, id: AccountId): World => withLookup(world, id, { _tag: 'Absent' })

/** An account with a changed state, where its state is known. */
export const withState = (
  account: Account,
  change: (state: AccountState) => Partial<AccountState>,
): Account =>
  O.isNone(account.state)
    ? account
    : { ...account, state: O.some({ ...account.state.value, ...change(account.state.value) }) }

/** The world with the state of an account changed; the same world where account or state is not known. */
export const putState = (
  world: World,
  id: AccountId,
  change: (state: AccountState) => Partial<AccountState>,
): World => {
  const found = find(world, id)
  return found._tag === 'Known' && O.isSome(found.account.state)
    ? put(world, withState(found.account, change))
    : world
}

/** The world with one more thing assumed; nothing is said twice. */
export const assuming = (world: World, assumption: Assumption): World =>
  world.assumptions.some((said) => JSON.stringify(said) === JSON.stringify(assumption))
    ? world
    : { ...world, assumptions: [...world.assumptions, assumption] }

/** Whether anybody's reserves are being sponsored by an account (core's sponsorship counter). */
export const isSponsoringNow = ({ sponsorships }: World, id: AccountId): boolean =>
  [...sponsorships.values()].includes(id)

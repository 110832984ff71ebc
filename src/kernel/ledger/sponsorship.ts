/**
 * Who pays the reserve of a new entry, a signer, or an account: its owner, or whoever is sponsoring the
 * owner at that moment (CAP-33; stellar-core `SponsorshipUtils.cpp`, whose order of checks this keeps).
 *
 * The functions answer with the world afterwards, or with the code of what stands in the way. Accounts
 * whose state is not known are not judged by reserve.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type { AccountId, AccountState } from '../model/index.js'
import type { LedgerHeader } from './ledger-header.js'
import { availableBalance, isTooManySponsoring, isTooManySubentries } from './reserve.js'
import { find, putState, type World } from './world.js'

/** What can stand in the way of a reserve; an operation gives `LowReserve` its own name. */
export type ReserveFault = 'LowReserve' | 'opTOO_MANY_SUBENTRIES' | 'opTOO_MANY_SPONSORING'

/** The world afterwards, or why not. */
export type Reserved = E.Either<ReserveFault, World>

const stateOf = (world: World, id: AccountId): O.Option<AccountState> => {
  const found = find(world, id)
  return found._tag === 'Known' ? found.account.state : O.none
}

const judge = (
  world: World,
  id: AccountId,
  fault: (state: AccountState) => O.Option<ReserveFault>,
): Reserved => {
  const found = O.chain(fault)(stateOf(world, id))
  return O.isSome(found) ? E.left(found.value) : E.right(world)
}

/** Whether a sponsor can take on so many more reserves (`canEstablishSponsorshipHelper`). */
const judgeSponsor = (header: LedgerHeader, world: World, sponsor: AccountId, count: number): Reserved =>
  judge(world, sponsor, (state) =>
    availableBalance(header, state) < BigInt(count) * header.baseReserve
      ? O.some('LowReserve')
      : isTooManySponsoring(header, state, count)
        ? O.some('opTOO_MANY_SPONSORING')
        : O.none,
  )

const addSponsoring = (world: World, id: AccountId, count: number): World =>
  putState(world, id, (state) => ({ sponsoring: state.sponsoring + count }))

const addSponsored = (world: World, id: AccountId, count: number): World =>
  putState(world, id, (state) => ({ sponsored: state.sponsored + count }))

const addSubentries = (world: World, id: AccountId, count: number): World =>
  putState(world, id, (state) => ({ subentries: state.subentries + count }))

/** Counts one sponsorship of so many reserves, without judging it. */
const count = (world: World, sponsor: AccountId, sponsored: AccountId, reserves: number): World =>
  addSponsored(addSponsoring(world, sponsor, reserves), sponsored, reserves)

/**
 * Reserves a new sub-entry (a signer, a data entry) of an account, at the cost of whoever sponsors it
 * now, or its own. The entry itself records the sponsor, which `sponsorNow` names.
 */
export const reserveSubentry = (header: LedgerHeader, world: World, owner: AccountId): Reserved => {
  const counted = judge(world, owner, (state) =>
    isTooManySubentries(header, state, 1) ? O.some('opTOO_MANY_SUBENTRIES') : O.none,
  )
  if (E.isLeft(counted)) return counted
  const sponsor = sponsorNow(world, owner)
  const paid = O.isSome(sponsor)
    ? E.map((w: World) => count(w, sponsor.value, owner, 1))(judgeSponsor(header, world, sponsor.value, 1))
    : judge(world, owner, (state) =>
        availableBalance(header, state) < header.baseReserve ? O.some('LowReserve') : O.none,
      )
  return E.map((w: World) => addSubentries(w, owner, 1))(paid)
}

/** Gives back the reserve of a sub-entry to whoever paid it. */
export const releaseSubentry = (world: World, owner: AccountId, sponsor: O.Option<AccountId>): World => {
  const without = addSubentries(world, owner, -1)
  return O.isSome(sponsor) ? count(without, sponsor.value, owner, -1) : without
}

/** An account's own reserve counts twice (`computeMultiplier`). */
export const ACCOUNT_RESERVES = 2

/** Who is sponsoring an account's new reserves at this moment. */
export const sponsorNow = (world: World, id: AccountId): O.Option<AccountId> =>
  O.fromNullable(world.sponsorships.get(id))

/** Starts to sponsor reserves that the sponsored account has paid itself so far. */
export const establish = (
  header: LedgerHeader,
  world: World,
  sponsor: AccountId,
  sponsored: AccountId,
  reserves: number,
): Reserved =>
  E.map((w: World) => count(w, sponsor, sponsored, reserves))(judgeSponsor(header, world, sponsor, reserves))

/** Stops sponsoring: the sponsored account must be able to pay for itself. */
export const dissolve = (
  header: LedgerHeader,
  world: World,
  sponsor: AccountId,
  sponsored: AccountId,
  reserves: number,
): Reserved =>
  E.map((w: World) => count(w, sponsor, sponsored, -reserves))(
    judge(world, sponsored, (state) =>
      availableBalance(header, state) < BigInt(reserves) * header.baseReserve ? O.some('LowReserve') : O.none,
    ),
  )

/** Hands a sponsorship from one sponsor to another. */
export const transfer = (
  header: LedgerHeader,
  world: World,
  from: AccountId,
  to: AccountId,
  reserves: number,
): Reserved =>
  E.map((w: World) => addSponsoring(addSponsoring(w, to, reserves), from, -reserves))(
    judgeSponsor(header, world, to, reserves),
  )

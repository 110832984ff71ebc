/**
 * Reserves: how much of its balance an account may spend, and how many entries it may have
 * (stellar-core `TransactionUtils.cpp` `getMinBalance`, `getAvailableBalance`; CAP-33).
 */
import type { AccountState } from '../model/index.js'
import { holds } from '../protocol/index.js'
import type { LedgerHeader } from './ledger-header.js'

/** Sub-entries an account may have, from the protocol that limits them on. */
export const MAX_SUBENTRIES = 1000

const UINT32_MAX = 0xffff_ffff
const INT64_MAX = (1n << 63n) - 1n

/** The least that must stay on an account, before liabilities; in stroops. */
export const minimumBalance = ({ protocol, baseReserve }: LedgerHeader, state: AccountState): bigint => {
  const { subentries, sponsored, sponsoring } = state
  const entries = holds(protocol)('sponsorship') ? subentries + sponsoring - sponsored : subentries
  return BigInt(2 + entries) * baseReserve
}

/** What an account may spend; less than 0 where it is below its reserve. */
export const availableBalance = (header: LedgerHeader, state: AccountState): bigint =>
  state.balance - minimumBalance(header, state) - state.sellingLiabilities

/** Whether an amount can be added without passing what the ledger, or a buying offer, leaves room for. */
export const hasRoomFor = (state: AccountState, amount: bigint): boolean =>
  state.balance + amount <= INT64_MAX - state.buyingLiabilities

/** From protocol 18 the two counters together stay within 32 bits. */
const fitsCounters = (
  { protocol }: LedgerHeader,
  { sponsoring, subentries }: AccountState,
  count: number,
): boolean => !holds(protocol)('counterSum') || sponsoring + subentries + count <= UINT32_MAX

/** Whether so many more sub-entries are too many (`tooManyNumSubEntries`). */
export const isTooManySubentries = (header: LedgerHeader, state: AccountState, count: number): boolean =>
  (holds(header.protocol)('subentryLimit') && state.subentries + count > MAX_SUBENTRIES) ||
  !fitsCounters(header, state, count)

/** Whether sponsoring so many more entries is too many (`tooManySponsoring`). */
export const isTooManySponsoring = (header: LedgerHeader, state: AccountState, count: number): boolean =>
  state.sponsoring + count > UINT32_MAX || !fitsCounters(header, state, count)

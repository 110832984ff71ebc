/** AccountMerge (stellar-core `MergeOpFrame.cpp`): an account ends, and its signers with it. */
import * as O from 'fp-ts/lib/Option.js'
import type { AccountId, AccountMerge } from '../model/index.js'
import { holds } from '../protocol/index.js'
import { startingSequence } from './ledger-header.js'
import { fail, succeed, type OperationContext, type OperationResult } from './operation-result.js'
import { hasRoomFor } from './reserve.js'
import { removeSigner } from './signers.js'
import { ACCOUNT_RESERVES } from './sponsorship.js'
import { assuming, find, isSponsoringNow, putState, remove } from './world.js'

const AUTH_IMMUTABLE = 4

/** What is wrong with an AccountMerge whatever the ledger holds. */
export const accountMergeFault = (source: AccountId, { destination }: AccountMerge): O.Option<string> =>
  destination === source ? O.some('ACCOUNT_MERGE_MALFORMED') : O.none

/** Runs an AccountMerge that has no static fault. */
export const applyAccountMerge = (
  { header, world, source }: OperationContext,
  { destination }: AccountMerge,
): OperationResult => {
  const heir = find(world, destination)
  const found = find(world, source)
  if (heir._tag === 'Absent') return fail('ACCOUNT_MERGE_NO_ACCOUNT', world)
  if (found._tag !== 'Known') throw new Error('invariant: AccountMerge runs on a known account')
  const { account } = found
  const assumed =
    heir._tag === 'NotFetched' ? assuming(world, { _tag: 'AccountNotFetched', account: destination }) : world
  if (O.isNone(account.state)) return succeed('ACCOUNT_MERGE_SUCCESS', remove(assumed, source))
  const state = account.state.value
  if ((state.flags & AUTH_IMMUTABLE) !== 0) return fail('ACCOUNT_MERGE_IMMUTABLE_SET', world)
  if (state.subentries !== account.signers.length) return fail('ACCOUNT_MERGE_HAS_SUB_ENTRIES', world)
  // An account made anew in this ledger would begin below, and old transactions could run again.
  const starting = startingSequence(header)
  if (O.isSome(starting) && state.sequence >= starting.value)
    return fail('ACCOUNT_MERGE_SEQNUM_TOO_FAR', world)
  if (holds(header.protocol)('sponsorship') && (isSponsoringNow(world, source) || state.sponsoring > 0))
    return fail('ACCOUNT_MERGE_IS_SPONSOR', world)
  const bare = [...account.signers].reverse().reduce((w, { key }) => removeSigner(w, source, key), assumed)
  if (
    heir._tag === 'Known' &&
    O.isSome(heir.account.state) &&
    !hasRoomFor(heir.account.state.value, state.balance)
  )
    return fail('ACCOUNT_MERGE_DEST_FULL', bare)
  const paid = putState(bare, destination, ({ balance }) => ({ balance: balance + state.balance }))
  const { sponsor } = state
  const released = O.isSome(sponsor)
    ? putState(paid, sponsor.value, ({ sponsoring }) => ({ sponsoring: sponsoring - ACCOUNT_RESERVES }))
    : paid
  return succeed('ACCOUNT_MERGE_SUCCESS', remove(released, source))
}

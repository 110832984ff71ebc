/**
 * Whether an AccountMerge takes its source away (stellar-core `MergeOpFrame.cpp`, doCheckValid and
 * doApply). A transaction in which it fails is lost for that reason alone, and the account can go on
 * acting; so an account counts as gone only where nothing that can be seen keeps it.
 */
import type { Account } from '../../src/kernel/model/account.js'
import type { AccountId } from '../../src/kernel/model/account-id.js'
import type { AccountMerge, Operation } from '../../src/kernel/model/operation.js'

const AUTH_IMMUTABLE_FLAG = 4

/** What stood before the transaction: other entries than signers, sponsorships, the immutable flag. */
const keepsItsState = (account: Account): boolean => {
  if (account.state._tag === 'None') return false
  const { subentries, sponsoring, flags } = account.state.value
  if (subentries !== account.signers.length) return true
  if (sponsoring !== 0) return true
  return (flags & AUTH_IMMUTABLE_FLAG) !== 0
}

const ADDING = [
  'ManageSellOffer',
  'ManageBuyOffer',
  'CreatePassiveSellOffer',
  'ChangeTrust',
  'ManageData',
  'CreateClaimableBalance',
  'BeginSponsoringFutureReserves',
]

const makesImmutable = (operation: Operation): boolean =>
  operation._tag === 'SetOptions' &&
  operation.setFlags._tag === 'Some' &&
  (operation.setFlags.value & AUTH_IMMUTABLE_FLAG) !== 0

/** Whether an operation before the merge may have given to its source what a merge does not bear. */
export const mayHinderMerge = (operation: Operation): boolean =>
  ADDING.includes(operation._tag) || makesImmutable(operation)

/** What is known when a merge is about to run. */
export interface MergeMoment {
  readonly source: AccountId
  /** The source as it was before the transaction; none where an operation created it. */
  readonly before: Account | undefined
  readonly isHindered: boolean
  readonly destinationExists: boolean
}

export const takesAway = (merge: AccountMerge, moment: MergeMoment): boolean => {
  if (merge.destination === moment.source) return false
  if (!moment.destinationExists) return false
  if (moment.isHindered) return false
  return moment.before === undefined || !keepsItsState(moment.before)
}

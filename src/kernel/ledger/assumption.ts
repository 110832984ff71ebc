/** What an answer about the ledger rests on beside what was given: said, never silent. */
import type { AccountId, OperationType } from '../model/index.js'

/** Something that was not known, and how it was taken. Operations are counted from 0. */
export type Assumption =
  /** An operation that this model does not follow, taken to succeed and to change no authority. */
  | { readonly _tag: 'OperationSucceeds'; readonly operation: number; readonly type: OperationType }
  /** An account that was not fetched, taken to exist or not, as the operation needs it to succeed. */
  | { readonly _tag: 'AccountNotFetched'; readonly account: AccountId }
  /** An account without balance and sequence number: reserve, fee and sequence are not judged. */
  | { readonly _tag: 'StateNotKnown'; readonly account: AccountId }
  /** No ledger sequence or close time: bounds, ages and new sequence numbers are not judged. */
  | { readonly _tag: 'LedgerNotKnown' }

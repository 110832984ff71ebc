/**
 * What the network does with a transaction of a plan, as far as is known of the account: whether a node
 * takes it in, whether every operation succeeds, and what the account is then.
 */
import * as O from 'fp-ts/lib/Option.js'
import { advance, validate, type LedgerHeader } from '../../kernel/ledger/index.js'
import { lookup, type Account, type SignerKey, type TransactionEnvelope } from '../../kernel/model/index.js'
import { signedBy, viewOf } from './assumed.js'

/** What came of it. */
export type Run =
  | { readonly _tag: 'Succeeded'; readonly after: Account }
  /** The network's code, and that of the first operation that fails, with its place. */
  | {
      readonly _tag: 'Failed'
      readonly code: string
      readonly operation: O.Option<{ readonly index: number; readonly code: string }>
    }

const isSuccess = (code: string): boolean => code === 'SET_OPTIONS_SUCCESS'

const failed = (code: string, operations: readonly string[]): Run => {
  const index = operations.findIndex((one) => !isSuccess(one))
  const found = operations[index]
  return {
    _tag: 'Failed',
    code,
    operation: found === undefined ? O.none : O.some({ index, code: found }),
  }
}

/** Runs a draft, as if these had signed it. */
export const runTransaction =
  (header: LedgerHeader) =>
  (before: Account) =>
  (draft: TransactionEnvelope, signers: readonly SignerKey[]): Run => {
    const { envelope, prove } = signedBy(signers)(draft)
    const validation = validate(header, prove)(viewOf(before))(envelope)
    if (validation._tag === 'Refused') return failed(validation.code, validation.operations)
    const applied = advance(header, prove)(viewOf(before))(envelope)
    if (validation._tag === 'Undetermined' || applied._tag === 'Undetermined')
      throw new Error('invariant: a transaction of one known account is determined')
    if (applied.code !== 'txSUCCESS') return failed(applied.code, applied.operations)
    const found = lookup(applied.view)(before.id)
    if (found._tag !== 'Known') throw new Error('invariant: setting options leaves the account there')
    return { _tag: 'Succeeded', after: found.account }
  }

/** Whether it failed for want of lumens. */
export const isReserveFailure = (run: Run): boolean =>
  run._tag === 'Failed' &&
  (run.code === 'txINSUFFICIENT_BALANCE' ||
    (O.isSome(run.operation) && run.operation.value.code === 'SET_OPTIONS_LOW_RESERVE'))

/**
 * Which operations find no source when their turn comes (stellar-core `OperationFrame::checkValid` at
 * apply). Signatures were all judged before the first operation ran, so an account may have passed by
 * its own key and still not exist; and one that did exist may have been merged away on the way.
 *
 * Operations are taken to succeed where nothing here says otherwise: what they do beside existence is
 * the ledger's business, not authorization's.
 */
import { lookup, sourceOf, type AccountId, type LedgerView, type Transaction } from '../model/index.js'
import { isSupported, type OperationCode, type Protocol } from '../protocol/index.js'

/** The code of each operation when authorized operations run one after the other. */
export const runOperations = (
  protocol: Protocol,
  view: LedgerView,
  transaction: Transaction,
): readonly OperationCode[] => {
  const changed = new Map<AccountId, boolean>()
  const exists = (id: AccountId): boolean => changed.get(id) ?? lookup(view)(id)._tag !== 'Absent'
  return transaction.operations.map((operation) => {
    if (!isSupported(protocol)(operation._tag)) return 'opNOT_SUPPORTED'
    const source = sourceOf(transaction)(operation)
    if (!exists(source)) return 'opNO_ACCOUNT'
    if (operation._tag === 'CreateAccount') changed.set(operation.destination, true)
    if (operation._tag === 'AccountMerge') changed.set(source, false)
    return 'opSUCCESS'
  })
}

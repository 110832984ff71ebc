/**
 * Which operations find no source when their turn comes (stellar-core `OperationFrame::checkValid` at
 * apply). Signatures were all judged before the first operation ran, so an account may have passed by
 * its own key and still not exist; and one that did exist may have been merged away on the way.
 *
 * Operations are taken to succeed where nothing here says otherwise: what they do beside existence is
 * the ledger's business, not authorization's.
 */
import * as O from 'fp-ts/lib/Option.js'
import {
  lookup,
  sourceOf,
  type AccountId,
  type AccountMerge,
  type LedgerView,
  type Operation,
  type OperationType,
  type Transaction,
} from '../model/index.js'
import { isSupported, type OperationCode, type Protocol } from '../protocol/index.js'

/** Types that can leave their source with an entry, or a sponsorship, that stands in a merge's way. */
const MAY_ADD_ENTRIES: ReadonlySet<OperationType> = new Set<OperationType>([
  'ManageSellOffer',
  'ManageBuyOffer',
  'CreatePassiveSellOffer',
  'ChangeTrust',
  'ManageData',
  'CreateClaimableBalance',
  'BeginSponsoringFutureReserves',
])

/** Account flag: nothing about authorization, and no merge, can ever change again. */
const AUTH_IMMUTABLE = 4

/** Whether an operation may leave its source with something that a merge does not bear. */
const mayHinderMerge = (operation: Operation): boolean =>
  MAY_ADD_ENTRIES.has(operation._tag) ||
  (operation._tag === 'SetOptions' && (O.getOrElse(() => 0)(operation.setFlags) & AUTH_IMMUTABLE) !== 0)

/**
 * Whether a merge can succeed as far as the state before the transaction shows (`MergeOpFrame::doApply`):
 * into another account that exists, with no entries but signers, sponsoring nobody, and not immutable.
 * A merge that fails leaves its source where it is.
 */
const canMerge = (
  view: LedgerView,
  source: AccountId,
  { destination }: AccountMerge,
  exists: (id: AccountId) => boolean,
): boolean => {
  if (destination === source || !exists(destination)) return false
  const found = lookup(view)(source)
  if (found._tag !== 'Known' || O.isNone(found.account.state)) return true
  const { subentries, sponsoring, flags } = found.account.state.value
  return subentries === found.account.signers.length && sponsoring === 0 && (flags & AUTH_IMMUTABLE) === 0
}

/** The code of each operation when authorized operations run one after the other. */
export const runOperations = (
  protocol: Protocol,
  view: LedgerView,
  transaction: Transaction,
): readonly OperationCode[] => {
  const changed = new Map<AccountId, boolean>()
  /** Accounts whose merge may fail because of an operation before it: they may still be there. */
  const encumbered = new Set<AccountId>()
  const exists = (id: AccountId): boolean => changed.get(id) ?? lookup(view)(id)._tag !== 'Absent'
  return transaction.operations.map((operation) => {
    if (!isSupported(protocol)(operation._tag)) return 'opNOT_SUPPORTED'
    const source = sourceOf(transaction)(operation)
    if (!exists(source)) return 'opNO_ACCOUNT'
    if (operation._tag === 'CreateAccount') changed.set(operation.destination, true)
    if (mayHinderMerge(operation)) encumbered.add(source)
    if (
      operation._tag === 'AccountMerge' &&
      !encumbered.has(source) &&
      canMerge(view, source, operation, exists)
    )
      changed.set(source, false)
    return 'opSUCCESS'
  })
}

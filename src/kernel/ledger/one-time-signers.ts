/**
 * One-time signers: a pre-authorized transaction is removed from its accounts once it has been in a
 * ledger, whether it was needed or not, and whether it succeeded or not
 * (stellar-core `removeOneTimeSignerFromAllSourceAccounts`; CAP-2, CAP-15).
 *
 * Only the accounts that act in the transaction are cleaned. Any other that holds the same hash keeps it.
 */
import { preAuthTxKey, sourceOf, type AccountId, type Hash, type Transaction } from '../model/index.js'
import { removeSigner } from './signers.js'
import { find, type World } from './world.js'

/** Removes the signer with a hash from one account, where both are there. */
export const removeOneTimeSigner = (world: World, id: AccountId, hash: Hash): World =>
  find(world, id)._tag === 'Known' ? removeSigner(world, id, preAuthTxKey(hash)) : world

/** Removes a transaction's own hash from its source and the sources of its operations. */
export const removeOneTimeSigners = (world: World, transaction: Transaction, hash: Hash): World => {
  const accounts = new Set([transaction.source, ...transaction.operations.map(sourceOf(transaction))])
  return [...accounts].reduce((w, id) => removeOneTimeSigner(w, id, hash), world)
}

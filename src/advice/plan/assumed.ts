/**
 * A transaction as the engine is asked about it: drafted, and signed by assumption. Nothing here is a
 * signature, and the hash is not the one that the network takes.
 */
import * as O from 'fp-ts/lib/Option.js'
import {
  NO_PRECONDITIONS,
  utf8,
  type Account,
  type DecoratedSignature,
  type LedgerView,
  type SetOptions,
  type SignerKey,
  type Transaction,
  type TransactionEnvelope,
} from '../../kernel/model/index.js'
import { hintOf, sha256, type Prove } from '../../kernel/signature/index.js'
import { planDigest, stateDigest } from './state-digest.js'

/** Stands where the sequence number is not known; nothing with it leaves this room. */
const SOME_SEQUENCE = 1n

/** A transaction of an account, without signatures. */
export const draftOf = (
  account: Account,
  operations: readonly SetOptions[],
  sequence: O.Option<bigint>,
  fee: bigint,
): TransactionEnvelope => {
  const transaction: Transaction = {
    source: account.id,
    fee,
    sequence: O.getOrElse(() => SOME_SEQUENCE)(sequence),
    preconditions: NO_PRECONDITIONS,
    operations,
    hasMuxedAccount: false,
    hasMuxedSource: false,
    hasMemo: false,
    hasSorobanData: false,
  }
  // A hash over the account's signers: no pre-authorized transaction among them can have it.
  const digest = planDigest(stateDigest(account, sequence, O.none), '', [{ operations, sequence, fee }])
  return { _tag: 'Transaction', version: 'v1', hash: sha256(utf8(digest)), transaction, signatures: [] }
}

/** What proves nothing: the draft has no signatures. */
export const PROVES_NOTHING: Prove = () => false

/** An envelope as if these had signed it, in this order, and how their signatures are told apart. */
export interface Assumed {
  readonly envelope: TransactionEnvelope
  readonly prove: Prove
}

/** A draft as if some keys had signed it, in their order. */
export const signedBy =
  (keys: readonly SignerKey[]) =>
  (draft: TransactionEnvelope): Assumed => {
    const by = new Map<DecoratedSignature, SignerKey>()
    for (const key of keys) {
      const hint = hintOf(key)
      if (O.isNone(hint)) throw new Error('invariant: a pre-authorized transaction takes no signature')
      by.set({ hint: hint.value, signature: new Uint8Array(64) }, key)
    }
    return {
      envelope: { ...draft, signatures: [...by.keys()] },
      prove: (_, signature, key) => by.get(signature)?.strkey === key.strkey,
    }
  }

/** A view of an account, and of others that are given; of more nothing is known. */
export const viewOf = (account: Account, others: readonly Account[] = []): LedgerView => ({
  accounts: new Map([...others, account].map((one) => [one.id, { _tag: 'Known', account: one }])),
  closedWorld: false,
})

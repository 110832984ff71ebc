/**
 * Signer sets: who may add weight to a check, sorted as the checker walks them: pre-authorized
 * transactions, hash(x), ed25519, signed payloads; inside a kind in the ledger's order
 * (stellar-core `SignatureChecker::checkSignature`).
 */
import * as O from 'fp-ts/lib/Option.js'
import {
  activeSignersOf,
  masterKeyOf,
  signer,
  type Account,
  type AccountId,
  type Hint,
  type Signer,
  type SignerKey,
} from '../model/index.js'
import { hintOf } from '../signature/index.js'

/** A signer with the hint by which its signature is found. */
export interface Candidate {
  readonly signer: Signer
  readonly hint: Hint
}

/** Signers ready to be checked. */
export interface SignerSet {
  /** All of them, in the ledger's order. */
  readonly signers: readonly Signer[]
  readonly preAuthTx: readonly Signer[]
  /** The kinds that a signature proves, in the order in which the network tries them. */
  readonly groups: readonly (readonly Candidate[])[]
}

/** A signer set of some signers. */
export const signerSet = (signers: readonly Signer[]): SignerSet => {
  const preAuthTx: Signer[] = []
  const hashX: Candidate[] = []
  const ed25519: Candidate[] = []
  const signedPayload: Candidate[] = []
  for (const one of signers) {
    const hint = hintOf(one.key)
    if (O.isNone(hint)) {
      preAuthTx.push(one)
      continue
    }
    const group = one.key._tag === 'HashX' ? hashX : one.key._tag === 'Ed25519' ? ed25519 : signedPayload
    group.push({ signer: one, hint: hint.value })
  }
  return { signers, preAuthTx, groups: [hashX, ed25519, signedPayload].filter((group) => group.length > 0) }
}

/** The signers of an existing account. */
export const accountSignerSet = (account: Account): SignerSet => signerSet(activeSignersOf(account))

/**
 * The signer of an account that does not exist: its own key, with weight 1, and 0 needed. So an account
 * that is created by one operation can act in the next (`checkSignatureNoAccount`).
 */
export const missingAccountSignerSet = (id: AccountId): SignerSet => signerSet([signer(masterKeyOf(id), 1)])

/** Extra signers: each of weight 1, all of them needed. */
export const extraSignerSet = (keys: readonly SignerKey[]): SignerSet =>
  signerSet(keys.map((key) => signer(key, 1)))

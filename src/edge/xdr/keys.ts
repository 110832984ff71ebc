/** Keys and accounts as they stand in XDR (`AccountID`, `MuxedAccount`, `SignerKey`). */
import type { xdr } from '@stellar/stellar-base'
import * as O from 'fp-ts/lib/Option.js'
import {
  accountIdOf,
  ed25519Key,
  hashXKey,
  preAuthTxKey,
  signedPayloadKey,
  type AccountId,
  type Bytes,
  type SignerKey,
} from '../../kernel/model/index.js'

/** The account of an `AccountID`. */
export const accountOf = (id: xdr.AccountId): AccountId => accountIdOf(id.ed25519())

/** The account of an `AccountID` that may be missing. */
export const optionalAccountOf = (id: xdr.AccountId | null | undefined): O.Option<AccountId> =>
  id === null || id === undefined ? O.none : O.some(accountOf(id))

/** Whether an account is written with a 64-bit id beside it. */
export const isMuxed = (account: xdr.MuxedAccount): boolean => account.switch().value !== 0

/** The public key behind an account, muxed or not. */
export const publicKeyIn = (account: xdr.MuxedAccount): Bytes =>
  isMuxed(account) ? account.med25519().ed25519() : account.ed25519()

/** The account behind an account, muxed or not. */
export const foldedAccountOf = (account: xdr.MuxedAccount): AccountId => accountIdOf(publicKeyIn(account))

/** A signer key of any of the four kinds. */
export const signerKeyOf = (key: xdr.SignerKey): SignerKey => {
  switch (key.switch().name) {
    case 'signerKeyTypeEd25519':
      return ed25519Key(key.ed25519())
    case 'signerKeyTypePreAuthTx':
      return preAuthTxKey(key.preAuthTx())
    case 'signerKeyTypeHashX':
      return hashXKey(key.hashX())
    case 'signerKeyTypeEd25519SignedPayload': {
      const signed = key.ed25519SignedPayload()
      return signedPayloadKey(signed.ed25519(), signed.payload())
    }
  }
}

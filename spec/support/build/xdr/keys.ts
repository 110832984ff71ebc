/** Accounts and keys of the model, as stellar-base writes them. */
import { Account, MuxedAccount, xdr } from '@stellar/stellar-base'
import {
  publicKeyOf,
  type AccountId,
  type Bytes,
  type SignerKey,
} from '../../../../src/kernel/model/index.js'

export const buffer = (bytes: Bytes): Buffer => Buffer.from(bytes)

export const encodeAccountId = (id: AccountId): xdr.AccountId =>
  xdr.PublicKey.publicKeyTypeEd25519(buffer(publicKeyOf(id)))

/** The account, or the account with the number 7 beside it. */
export const encodeMuxed = (id: AccountId, isMuxed = false): xdr.MuxedAccount =>
  isMuxed
    ? new MuxedAccount(new Account(id, '0'), '7').toXDRObject()
    : xdr.MuxedAccount.keyTypeEd25519(buffer(publicKeyOf(id)))

export const encodeSignerKey = (key: SignerKey): xdr.SignerKey => {
  switch (key._tag) {
    case 'Ed25519':
      return xdr.SignerKey.signerKeyTypeEd25519(buffer(key.publicKey))
    case 'PreAuthTx':
      return xdr.SignerKey.signerKeyTypePreAuthTx(buffer(key.hash))
    case 'HashX':
      return xdr.SignerKey.signerKeyTypeHashX(buffer(key.hash))
    case 'SignedPayload':
      return xdr.SignerKey.signerKeyTypeEd25519SignedPayload(
        new xdr.SignerKeyEd25519SignedPayload({
          ed25519: buffer(key.publicKey),
          payload: buffer(key.payload),
        }),
      )
  }
}

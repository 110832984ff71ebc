/** Keys and accounts as the network encodes them; the reverse of `keys.ts`. */
import type { xdr } from '@stellar/stellar-base'
import * as O from 'fp-ts/lib/Option.js'
import { publicKeyOf, type AccountId, type SignerKey } from '../../kernel/model/index.js'
import { generated } from './generated.js'

/** An `AccountID`. */
export const encodedAccount = (id: AccountId): xdr.AccountId =>
  generated.PublicKey.publicKeyTypeEd25519(publicKeyOf(id) as Buffer)

/** A `MuxedAccount` without a number beside it. */
export const encodedMuxed = (id: AccountId): xdr.MuxedAccount =>
  generated.MuxedAccount.keyTypeEd25519(publicKeyOf(id) as Buffer)

/** A `MuxedAccount` with a number beside it, where there is one. */
export const encodedAddress = (id: AccountId, number: O.Option<bigint>): xdr.MuxedAccount =>
  O.isNone(number)
    ? encodedMuxed(id)
    : generated.MuxedAccount.keyTypeMuxedEd25519(
        new generated.MuxedAccountMed25519({
          id: new generated.Uint64(number.value),
          ed25519: publicKeyOf(id) as Buffer,
        }),
      )

/** A `SignerKey`. */
export const encodedSignerKey = (key: SignerKey): xdr.SignerKey => {
  switch (key._tag) {
    case 'Ed25519':
      return generated.SignerKey.signerKeyTypeEd25519(key.publicKey as Buffer)
    case 'PreAuthTx':
      return generated.SignerKey.signerKeyTypePreAuthTx(key.hash as Buffer)
    case 'HashX':
      return generated.SignerKey.signerKeyTypeHashX(key.hash as Buffer)
    case 'SignedPayload':
      return generated.SignerKey.signerKeyTypeEd25519SignedPayload(
        new generated.SignerKeyEd25519SignedPayload({
          ed25519: key.publicKey as Buffer,
          payload: key.payload as Buffer,
        }),
      )
  }
}

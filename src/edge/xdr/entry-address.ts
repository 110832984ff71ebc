/** Whose authorization an entry is: `SCAddress` in XDR. */
import type { xdr } from '@stellar/stellar-base'
import { accountIdOf, encodeStrKey, type Bytes, type EntryAddress } from '../../kernel/model/index.js'
import { bytesOfValue } from './protocol-27.js'

/** A muxed account in text has its key first, and then its number (SEP-23); in XDR it is the other way. */
const muxedText = (muxed: xdr.MuxedEd25519Account): string => {
  const payload = new Uint8Array(40)
  payload.set(muxed.ed25519())
  new DataView(payload.buffer).setBigUint64(32, muxed.id().toBigInt())
  return encodeStrKey('M', payload)
}

/** The text of a claimable balance begins with its type, of which only 0 exists. */
const balanceText = (hash: Bytes): string => {
  const payload = new Uint8Array(33)
  payload.set(hash, 1)
  return encodeStrKey('B', payload)
}

/** An address as people write it: `G…`, `C…`, `M…`, `B…` or `L…`. */
export const addressText = (address: xdr.ScAddress): string => {
  switch (address.switch().name) {
    case 'scAddressTypeAccount':
      return accountIdOf(address.accountId().ed25519())
    case 'scAddressTypeContract':
      return encodeStrKey('C', address.contractId() as unknown as Bytes)
    case 'scAddressTypeMuxedAccount':
      return muxedText(address.muxedAccount())
    case 'scAddressTypeClaimableBalance':
      return balanceText(address.claimableBalanceId().v0())
    case 'scAddressTypeLiquidityPool':
      return encodeStrKey('L', address.liquidityPoolId() as unknown as Bytes)
  }
}

/** The address of an entry, with its bytes. */
export const entryAddressOf = (address: xdr.ScAddress): EntryAddress => {
  const bytes = bytesOfValue(address)
  const { name } = address.switch()
  if (name === 'scAddressTypeAccount')
    return { _tag: 'Account', account: accountIdOf(address.accountId().ed25519()), bytes }
  const strkey = addressText(address)
  return { _tag: name === 'scAddressTypeContract' ? 'Contract' : 'Other', strkey, bytes }
}

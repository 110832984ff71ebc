/** Operations that several examples use, with everything that does not matter filled in. */
import { Asset, Operation, type xdr } from '@stellar/stellar-base'
import { key, type Alias } from './keys.js'

/** A payment of lumens; `source` where another account than the transaction's pays. */
export const pay = (to: Alias, amount: string, source?: Alias): xdr.Operation =>
  Operation.payment({ destination: key(to), asset: Asset.native(), amount, ...from(source) })

/** A payment of credit. */
export const payCredit = (
  to: Alias,
  code: string,
  issuer: Alias,
  amount: string,
  source?: Alias,
): xdr.Operation =>
  Operation.payment({ destination: key(to), asset: new Asset(code, key(issuer)), amount, ...from(source) })

/** Adds an ed25519 signer, or changes its weight; weight 0 removes it. */
export const setSigner = (alias: Alias, weight: number): xdr.Operation =>
  Operation.setOptions({ signer: { ed25519PublicKey: key(alias), weight } })

/** Sets thresholds; those that are not named stay as they are. */
export const setThresholds = ({ high }: { readonly high: number }): xdr.Operation =>
  Operation.setOptions({ highThreshold: high })

/** Merges the account into another. */
export const mergeInto = (alias: Alias): xdr.Operation => Operation.accountMerge({ destination: key(alias) })

const from = (source?: Alias) => (source === undefined ? {} : { source: key(source) })

/** Accounts of the model as servers answer them: Horizon's JSON, and the entry that Stellar RPC has. */
import * as O from 'fp-ts/lib/Option.js'
import { encodedAccount, encodedSignerKey } from '../../../src/edge/xdr/encode-keys.js'
import { generated } from '../../../src/edge/xdr/generated.js'
import { masterKeyOf, type Account, type SignerKey } from '../../../src/kernel/model/index.js'

const KINDS: Readonly<Record<SignerKey['_tag'], string>> = {
  Ed25519: 'ed25519_public_key',
  PreAuthTx: 'preauth_tx',
  HashX: 'sha256_hash',
  SignedPayload: 'ed25519_signed_payload',
}

const decimals = (stroops: bigint): string => {
  const digits = String(stroops).padStart(8, '0')
  return `${digits.slice(0, -7)}.${digits.slice(-7)}`
}

/** An account as `/accounts/{id}` answers it. */
export const horizonJson = ({ id, masterWeight, thresholds, signers, state }: Account): object => ({
  id,
  account_id: id,
  ...(O.isSome(state)
    ? {
        sequence: String(state.value.sequence),
        subentry_count: state.value.subentries,
        num_sponsoring: state.value.sponsoring,
        num_sponsored: state.value.sponsored,
        balances: [{ balance: decimals(state.value.balance), asset_type: 'native' }],
      }
    : {}),
  thresholds: {
    low_threshold: thresholds.low,
    med_threshold: thresholds.medium,
    high_threshold: thresholds.high,
  },
  signers: [...signers, { key: masterKeyOf(id), weight: masterWeight }].map(({ key, weight }) => ({
    key: key.strkey,
    weight,
    type: KINDS[key._tag],
  })),
})

/** An account as `getLedgerEntries` answers it: base64 of a `LedgerEntryData`. */
export const accountData = ({ id, masterWeight, thresholds, signers, state }: Account): string => {
  const known = O.toUndefined(state)
  const { low, medium, high } = thresholds
  const entry = new generated.AccountEntry({
    accountId: encodedAccount(id),
    balance: new generated.Int64(known?.balance ?? 0n),
    seqNum: new generated.Int64(known?.sequence ?? 0n),
    numSubEntries: known?.subentries ?? signers.length,
    inflationDest: null,
    flags: known?.flags ?? 0,
    homeDomain: '',
    thresholds: Buffer.from([masterWeight, low, medium, high]),
    signers: signers.map(({ key, weight }) => new generated.Signer({ key: encodedSignerKey(key), weight })),
    ext: new generated.AccountEntryExt(0),
  })
  return generated.LedgerEntryData.account(entry).toXDR('base64')
}

/** The same for an entry that was recorded on its own (base64 of an `AccountEntry`). */
export const dataOfEntry = (entry: string): string =>
  Buffer.concat([Buffer.alloc(4), Buffer.from(entry, 'base64')]).toString('base64')

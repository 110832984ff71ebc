/**
 * An account: who may add how much weight, and how much is needed at each level
 * (xdr `AccountEntry`; stellar-core `TransactionFrame::checkSignature`).
 *
 * The first five fields decide authority and are always known. `state` is what the ledger keeps beside
 * them; a policy file does not say it, a ledger entry says all of it.
 */
import { eqStrict, struct, type Eq } from 'fp-ts/lib/Eq.js'
import * as N from 'fp-ts/lib/number.js'
import * as O from 'fp-ts/lib/Option.js'
import * as RA from 'fp-ts/lib/ReadonlyArray.js'
import * as S from 'fp-ts/lib/string.js'
import { masterKeyOf, ordSignerKey } from './signer-key.js'
import type { AccountId } from './account-id.js'
import { signer, type Signer } from './signer.js'
import { NO_THRESHOLDS, type Thresholds } from './thresholds.js'
import type { Weight } from './weight.js'

/** A data entry: one sub-entry, paid for by the account or by a sponsor. */
export interface DataEntry {
  /** The name's bytes in hexadecimal. */
  readonly name: string
  readonly sponsor: O.Option<AccountId>
}

/** What the ledger keeps of an account beside its authority; amounts in stroops. */
export interface AccountState {
  readonly sequence: bigint
  readonly balance: bigint
  readonly sellingLiabilities: bigint
  readonly buyingLiabilities: bigint
  /** Sub-entries counted for the reserve: signers, trust lines, offers, data. */
  readonly subentries: number
  /** Entries of this account whose reserve somebody else pays (CAP-33). */
  readonly sponsored: number
  /** Entries of others whose reserve this account pays. */
  readonly sponsoring: number
  /** Account flags as the ledger's bit mask: 1 required, 2 revocable, 4 immutable, 8 clawback. */
  readonly flags: number
  /** Ledger and close time at which the sequence number last moved (CAP-21); 0 where never written. */
  readonly sequenceLedger: number
  readonly sequenceTime: bigint
  /** Who pays the reserve of the account itself, where somebody else does. */
  readonly sponsor: O.Option<AccountId>
  /** The data entries that are known; an account may have others. */
  readonly data: readonly DataEntry[]
}

/** A holder of weights and thresholds. */
export interface Account {
  readonly id: AccountId
  readonly masterWeight: Weight
  readonly thresholds: Thresholds
  /** In the ledger's order; the master key is not among them. */
  readonly signers: readonly Signer[]
  readonly state: O.Option<AccountState>
}

/** An account as `CreateAccount` makes it: master weight 1, thresholds 0, no signers. */
export const newAccount = (id: AccountId): Account => ({
  id,
  masterWeight: 1,
  thresholds: NO_THRESHOLDS,
  signers: [],
  state: O.none,
})

/**
 * Everyone who can add weight, in the network's order: the master key first, unless its weight is 0,
 * in which case it is no signer at all, not even for a threshold of 0.
 */
export const activeSignersOf = (account: Account): readonly Signer[] =>
  account.masterWeight === 0
    ? account.signers
    : [signer(masterKeyOf(account.id), account.masterWeight), ...account.signers]

const eqSponsor = O.getEq<AccountId>(S.Eq)

/** Whether two descriptions of an account say the same. */
export const eqAccount: Eq<Account> = struct<Account>({
  id: S.Eq,
  masterWeight: N.Eq,
  thresholds: struct<Thresholds>({ low: N.Eq, medium: N.Eq, high: N.Eq }),
  signers: RA.getEq(struct<Signer>({ key: ordSignerKey, weight: N.Eq, sponsor: eqSponsor })),
  state: O.getEq(
    struct<AccountState>({
      sequence: eqStrict,
      balance: eqStrict,
      sellingLiabilities: eqStrict,
      buyingLiabilities: eqStrict,
      subentries: N.Eq,
      sponsored: N.Eq,
      sponsoring: N.Eq,
      flags: N.Eq,
      sequenceLedger: N.Eq,
      sequenceTime: eqStrict,
      sponsor: eqSponsor,
      data: RA.getEq(struct<DataEntry>({ name: S.Eq, sponsor: eqSponsor })),
    }),
  ),
})

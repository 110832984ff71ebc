/**
 * Accounts in XDR: `AccountEntry`, with what its extensions v1 to v3 add (CAP-21, CAP-33, liabilities).
 *
 * The entry is taken as it stands, also where no ledger can hold it (signers unsorted, twice, or of
 * weight 0): recorded verdicts include such states, and core judges them without asking.
 */
import type { xdr } from '@stellar/stellar-base'
import * as O from 'fp-ts/lib/Option.js'
import type { Account, AccountId, AccountState, Signer } from '../../kernel/model/index.js'
import { accountOf, optionalAccountOf, signerKeyOf } from './keys.js'

/** The extensions of an entry, each there only where the one before it is. */
interface Extensions {
  readonly v1: xdr.AccountEntryExtensionV1 | undefined
  readonly v2: xdr.AccountEntryExtensionV2 | undefined
  readonly v3: xdr.AccountEntryExtensionV3 | undefined
}

const extensionsOf = (entry: xdr.AccountEntry): Extensions => {
  const v1 = entry.ext().switch() === 1 ? entry.ext().v1() : undefined
  const v2 = v1?.ext().switch() === 2 ? v1.ext().v2() : undefined
  const v3 = v2?.ext().switch() === 3 ? v2.ext().v3() : undefined
  return { v1, v2, v3 }
}

const stateOf = (
  entry: xdr.AccountEntry,
  { v1, v2, v3 }: Extensions,
  sponsor: O.Option<AccountId>,
): AccountState => ({
  sequence: entry.seqNum().toBigInt(),
  balance: entry.balance().toBigInt(),
  sellingLiabilities: v1?.liabilities().selling().toBigInt() ?? 0n,
  buyingLiabilities: v1?.liabilities().buying().toBigInt() ?? 0n,
  subentries: entry.numSubEntries(),
  sponsored: v2?.numSponsored() ?? 0,
  sponsoring: v2?.numSponsoring() ?? 0,
  flags: entry.flags(),
  sequenceLedger: v3?.seqLedger() ?? 0,
  sequenceTime: v3?.seqTime().toBigInt() ?? 0n,
  sponsor,
  // Data entries are entries of their own; how many there are is part of `subentries`.
  data: [],
})

/** The list of sponsors runs beside the list of signers; where it is shorter, nobody sponsors. */
const signersOf = (entry: xdr.AccountEntry, { v2 }: Extensions): readonly Signer[] => {
  const sponsors = v2?.signerSponsoringIDs()
  return entry.signers().map((signer, index) => ({
    key: signerKeyOf(signer.key()),
    weight: signer.weight(),
    sponsor: optionalAccountOf(sponsors?.[index]),
  }))
}

/** The account that an entry describes; who sponsors it stands outside, in the entry's frame. */
export const accountFrom = (entry: xdr.AccountEntry, sponsor: O.Option<AccountId>): Account => {
  const extensions = extensionsOf(entry)
  const [masterWeight = 0, low = 0, medium = 0, high = 0] = entry.thresholds()
  return {
    id: accountOf(entry.accountId()),
    masterWeight,
    thresholds: { low, medium, high },
    signers: signersOf(entry, extensions),
    state: O.some(stateOf(entry, extensions, sponsor)),
  }
}

/** Who pays the reserve of an entry, where somebody else than its owner does. */
export const sponsorOf = (entry: xdr.LedgerEntry): O.Option<AccountId> => {
  const ext = entry.ext()
  return ext.switch() === 1 ? optionalAccountOf(ext.v1().sponsoringId()) : O.none
}

/** The kinds of ledger entries, by their number on the wire (xdr `LedgerEntryType`). */
import type { xdr } from '@stellar/stellar-base'

const KINDS: Readonly<Record<xdr.LedgerEntryType['value'], string>> = {
  0: 'Account',
  1: 'TrustLine',
  2: 'Offer',
  3: 'Data',
  4: 'ClaimableBalance',
  5: 'LiquidityPool',
  6: 'ContractData',
  7: 'ContractCode',
  8: 'ConfigSetting',
  9: 'Ttl',
}

/** What a ledger entry is, in the protocol's spelling: `TrustLine`. */
export const ledgerEntryKind = (type: xdr.LedgerEntryType): string => KINDS[type.value]

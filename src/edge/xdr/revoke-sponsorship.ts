/** RevokeSponsorship in XDR: the entry or the signer whose sponsorship moves (CAP-33). */
import type { xdr } from '@stellar/stellar-base'
import type { SponsorshipTarget } from '../../kernel/model/index.js'
import { accountOf, signerKeyOf } from './keys.js'
import { ledgerEntryKind } from './ledger-entry-kind.js'

const targetOfKey = (key: xdr.LedgerKey): SponsorshipTarget =>
  key.switch().name === 'account'
    ? { _tag: 'Account', account: accountOf(key.account().accountId()) }
    : { _tag: 'OtherEntry', kind: ledgerEntryKind(key.switch()) }

/** What a RevokeSponsorship names. */
export const sponsorshipTargetOf = (op: xdr.RevokeSponsorshipOp): SponsorshipTarget => {
  switch (op.switch().name) {
    case 'revokeSponsorshipLedgerEntry':
      return targetOfKey(op.ledgerKey())
    case 'revokeSponsorshipSigner': {
      const signer = op.signer()
      return { _tag: 'Signer', account: accountOf(signer.accountId()), key: signerKeyOf(signer.signerKey()) }
    }
  }
}

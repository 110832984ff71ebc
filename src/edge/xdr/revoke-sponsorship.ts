/** RevokeSponsorship in XDR: the entry or the signer whose sponsorship moves (CAP-33). */
import type { xdr } from '@stellar/stellar-base'
import type { Bytes, SponsorshipTarget } from '../../kernel/model/index.js'
import { accountOf, signerKeyOf } from './keys.js'
import { ledgerEntryKind } from './ledger-entry-kind.js'

const isPlainText = (bytes: Bytes): boolean =>
  bytes.length > 0 && bytes.every((byte) => byte >= 0x20 && byte < 0x7f)

/** An asset's issuer; none for lumens. A pool share has a pool in place of one. */
const issuedBy = (asset: xdr.TrustLineAsset): string | undefined => {
  switch (asset.switch().name) {
    case 'assetTypeNative':
      return undefined
    case 'assetTypeCreditAlphanum4':
      return accountOf(asset.alphaNum4().issuer())
    case 'assetTypeCreditAlphanum12':
      return accountOf(asset.alphaNum12().issuer())
    case 'assetTypePoolShare':
      return ''
  }
}

/** Whether a key can name no entry that carries a reserve (`RevokeSponsorshipOpFrame::doCheckValid`). */
const isMalformed = (key: xdr.LedgerKey): boolean => {
  switch (key.switch().name) {
    case 'trustline': {
      const { asset, accountId } = { asset: key.trustLine().asset(), accountId: key.trustLine().accountId() }
      const issuer = issuedBy(asset)
      return issuer === undefined || issuer === accountOf(accountId)
    }
    case 'offer':
      return key.offer().offerId().toBigInt() <= 0n
    case 'data':
      return !isPlainText(key.data().dataName() as Bytes)
    case 'account':
    case 'claimableBalance':
      return false
    case 'liquidityPool':
    case 'contractData':
    case 'contractCode':
    case 'configSetting':
    case 'ttl':
      return true
  }
}

const targetOfKey = (key: xdr.LedgerKey): SponsorshipTarget =>
  key.switch().name === 'account'
    ? { _tag: 'Account', account: accountOf(key.account().accountId()) }
    : { _tag: 'OtherEntry', kind: ledgerEntryKind(key.switch()), isMalformed: isMalformed(key) }

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

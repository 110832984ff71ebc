import { Asset, Operation as Base, type xdr } from '@stellar/stellar-base'
import { expect } from 'chai'
import * as O from 'fp-ts/lib/Option.js'
import { ed25519Key, hashXKey, type SponsorshipTarget } from '../../../src/kernel/model/index.js'
import { BOB, CAROL, decodedOperation, idOf } from './fixture.js'

const account = BOB.publicKey()
const asset = new Asset('USD', CAROL.publicKey())

const CASES: readonly (readonly [says: string, encoded: xdr.Operation, target: SponsorshipTarget])[] = [
  ['an account', Base.revokeAccountSponsorship({ account }), { _tag: 'Account', account: idOf(BOB) }],
  [
    'a key as signer',
    Base.revokeSignerSponsorship({ account, signer: { ed25519PublicKey: CAROL.publicKey() } }),
    { _tag: 'Signer', account: idOf(BOB), key: ed25519Key(Uint8Array.from(CAROL.rawPublicKey())) },
  ],
  [
    'a hash(x) as signer',
    Base.revokeSignerSponsorship({ account, signer: { sha256Hash: '05'.repeat(32) } }),
    { _tag: 'Signer', account: idOf(BOB), key: hashXKey(new Uint8Array(32).fill(5)) },
  ],
  [
    'a trust line',
    Base.revokeTrustlineSponsorship({ account, asset }),
    { _tag: 'OtherEntry', kind: 'TrustLine', isMalformed: false },
  ],
  [
    'a trust line for its own asset, which cannot be',
    Base.revokeTrustlineSponsorship({ account, asset: new Asset('USD', account) }),
    { _tag: 'OtherEntry', kind: 'TrustLine', isMalformed: true },
  ],
  [
    'an offer of no number, which cannot be',
    Base.revokeOfferSponsorship({ seller: account, offerId: '0' }),
    { _tag: 'OtherEntry', kind: 'Offer', isMalformed: true },
  ],
  [
    'data whose name cannot be',
    Base.revokeDataSponsorship({ account, name: 'ä' }),
    { _tag: 'OtherEntry', kind: 'Data', isMalformed: true },
  ],
  [
    'an offer',
    Base.revokeOfferSponsorship({ seller: account, offerId: '1' }),
    { _tag: 'OtherEntry', kind: 'Offer', isMalformed: false },
  ],
  [
    'data',
    Base.revokeDataSponsorship({ account, name: 'a' }),
    { _tag: 'OtherEntry', kind: 'Data', isMalformed: false },
  ],
  [
    'a claimable balance',
    Base.revokeClaimableBalanceSponsorship({ balanceId: '00000000'.concat('da'.repeat(32)) }),
    { _tag: 'OtherEntry', kind: 'ClaimableBalance', isMalformed: false },
  ],
  [
    'a liquidity pool',
    Base.revokeLiquidityPoolSponsorship({ liquidityPoolId: 'da'.repeat(32) }),
    { _tag: 'OtherEntry', kind: 'LiquidityPool', isMalformed: true },
  ],
]

describe('xdr: RevokeSponsorship', () => {
  for (const [says, encoded, target] of CASES)
    it(`names ${says}`, () =>
      expect(decodedOperation(encoded)).to.deep.equal({ _tag: 'RevokeSponsorship', source: O.none, target }))
})

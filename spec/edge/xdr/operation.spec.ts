import {
  Asset,
  Claimant,
  getLiquidityPoolId,
  LiquidityPoolAsset,
  Operation as Base,
  SorobanDataBuilder,
  type TransactionBuilder,
  xdr,
} from '@stellar/stellar-base'
import { expect } from 'chai'
import * as O from 'fp-ts/lib/Option.js'
import { OPERATION_TYPES, type Operation } from '../../../src/kernel/model/index.js'
import { ALICE, baseTransaction, BOB, CAROL, decodedOperation, decodedTransaction, idOf } from './fixture.js'

const usd = new Asset('USD', CAROL.publicKey())
const eur = new Asset('EUROPIUM', CAROL.publicKey())
const pool = getLiquidityPoolId('constant_product', { assetA: usd, assetB: eur, fee: 30 }).toString('hex')
const balanceId = '00000000'.concat('da'.repeat(32))
const bob = BOB.publicKey()
const price = { n: 1, d: 2 }
const offer = { selling: usd, buying: eur, price, offerId: '0' }
const path = { sendAsset: usd, destAsset: eur, destination: bob, path: [] }

/** What a type carries besides its source; nothing for the types that carry no authority. */
type Rest = Readonly<Record<string, unknown>>

const CASES: readonly (readonly [type: Operation['_tag'], encoded: xdr.Operation, rest: Rest])[] = [
  [
    'CreateAccount',
    Base.createAccount({ destination: bob, startingBalance: '2.5' }),
    { destination: idOf(BOB), startingBalance: 25_000_000n },
  ],
  [
    'Payment',
    Base.payment({ destination: bob, asset: Asset.native(), amount: '922337203685.4775807' }),
    { destination: idOf(BOB), issuer: O.none, amount: 2n ** 63n - 1n },
  ],
  ['PathPaymentStrictReceive', Base.pathPaymentStrictReceive({ ...path, sendMax: '1', destAmount: '1' }), {}],
  ['ManageSellOffer', Base.manageSellOffer({ ...offer, amount: '1' }), {}],
  ['CreatePassiveSellOffer', Base.createPassiveSellOffer({ ...offer, amount: '1' }), {}],
  ['ChangeTrust', Base.changeTrust({ asset: new LiquidityPoolAsset(usd, eur, 30) }), {}],
  ['AllowTrust', Base.allowTrust({ trustor: bob, assetCode: 'USD', authorize: true }), {}],
  ['AccountMerge', Base.accountMerge({ destination: bob }), { destination: idOf(BOB) }],
  ['Inflation', Base.inflation({}), {}],
  [
    'ManageData',
    Base.manageData({ name: 'a', value: 'b' }),
    { name: Buffer.from('a'), value: O.some(Buffer.from('b')) },
  ],
  ['BumpSequence', Base.bumpSequence({ bumpTo: '77' }), { bumpTo: 77n }],
  ['ManageBuyOffer', Base.manageBuyOffer({ ...offer, buyAmount: '1' }), {}],
  ['PathPaymentStrictSend', Base.pathPaymentStrictSend({ ...path, sendAmount: '1', destMin: '1' }), {}],
  [
    'CreateClaimableBalance',
    Base.createClaimableBalance({ asset: usd, amount: '1', claimants: [new Claimant(bob)] }),
    {},
  ],
  ['ClaimClaimableBalance', Base.claimClaimableBalance({ balanceId }), {}],
  [
    'BeginSponsoringFutureReserves',
    Base.beginSponsoringFutureReserves({ sponsoredId: bob }),
    { sponsored: idOf(BOB) },
  ],
  ['EndSponsoringFutureReserves', Base.endSponsoringFutureReserves({}), {}],
  [
    'RevokeSponsorship',
    Base.revokeAccountSponsorship({ account: bob }),
    { target: { _tag: 'Account', account: idOf(BOB) } },
  ],
  ['Clawback', Base.clawback({ asset: usd, amount: '1', from: bob }), {}],
  ['ClawbackClaimableBalance', Base.clawbackClaimableBalance({ balanceId }), {}],
  [
    'SetTrustLineFlags',
    Base.setTrustLineFlags({ trustor: bob, asset: usd, flags: { authorized: true } }),
    {},
  ],
  [
    'LiquidityPoolDeposit',
    Base.liquidityPoolDeposit({
      liquidityPoolId: pool,
      maxAmountA: '1',
      maxAmountB: '1',
      minPrice: price,
      maxPrice: price,
    }),
    {},
  ],
  [
    'LiquidityPoolWithdraw',
    Base.liquidityPoolWithdraw({ liquidityPoolId: pool, amount: '1', minAmountA: '1', minAmountB: '1' }),
    {},
  ],
  [
    'InvokeHostFunction',
    Base.invokeHostFunction({
      func: xdr.HostFunction.hostFunctionTypeUploadContractWasm(Buffer.alloc(3)),
      auth: [],
    }),
    {},
  ],
  ['ExtendFootprintTTL', Base.extendFootprintTtl({ extendTo: 9 }), {}],
  ['RestoreFootprint', Base.restoreFootprint({}), {}],
]

const withSource = (encoded: xdr.Operation): xdr.Operation => {
  const copy = xdr.Operation.fromXDR(encoded.toXDR())
  copy.sourceAccount(xdr.MuxedAccount.keyTypeEd25519(CAROL.rawPublicKey()))
  return copy
}

describe('xdr: operations', () => {
  it('has a case or a spec of its own for each of the 27 types', () => {
    expect([...CASES.map(([type]) => type), 'SetOptions'].sort()).to.deep.equal([...OPERATION_TYPES].sort())
  })

  for (const [_tag, encoded, rest] of CASES) {
    it(`decodes ${_tag}`, () =>
      expect(decodedOperation(encoded)).to.deep.equal({ _tag, source: O.none, ...rest }))

    it(`decodes ${_tag} with a source of its own`, () =>
      expect(decodedOperation(withSource(encoded)).source).to.deep.equal(O.some(idOf(CAROL))))

    it(`has the type that stellar-base has: ${_tag}`, () => {
      const { type } = Base.fromXDRObject(encoded) as { readonly type: string }
      // It has a name for each thing whose sponsorship is revoked.
      const name = type.replace(/^revoke\w+Sponsorship$/, 'revokeSponsorship')
      expect(_tag.toLowerCase()).to.equal(name.toLowerCase())
    })
  }

  it('tells a native payment from any other', () => {
    const payment = Base.payment({ destination: bob, asset: usd, amount: '1' })
    expect(decodedOperation(payment)).to.deep.include({
      issuer: O.some(usd.getIssuer()),
      amount: 10_000_000n,
    })
  })

  it('knows Soroban data by the extension of the transaction', () => {
    const upload = CASES.find(([type]) => type === 'InvokeHostFunction')![1]
    const change = (builder: TransactionBuilder): TransactionBuilder =>
      builder.setTimeout(0).setSorobanData(new SorobanDataBuilder().build())
    expect(decodedTransaction(baseTransaction([upload], { change }).toXDR()).transaction.hasSorobanData).to.be
      .true
    expect(decodedTransaction(baseTransaction([upload]).toXDR()).transaction.hasSorobanData).to.be.false
  })

  it('keeps the order of operations', () => {
    const operations = [
      Base.inflation({}),
      Base.bumpSequence({ bumpTo: '1' }),
      Base.accountMerge({ destination: ALICE.publicKey() }),
    ]
    const { transaction } = decodedTransaction(baseTransaction(operations).toXDR())
    expect(transaction.operations.map(({ _tag }) => _tag)).to.deep.equal([
      'Inflation',
      'BumpSequence',
      'AccountMerge',
    ])
  })
})

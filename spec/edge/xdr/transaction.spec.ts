import {
  Account,
  Asset,
  Memo,
  MuxedAccount,
  Operation as Base,
  TransactionBuilder,
  xdr,
} from '@stellar/stellar-base'
import { expect } from 'chai'
import { innermostOf, type Transaction } from '../../../src/kernel/model/index.js'
import { ALICE, baseTransaction, BOB, CAROL, decoded, decodedTransaction, idOf } from './fixture.js'

const muxed = (id: string): string => new MuxedAccount(new Account(BOB.publicKey(), '0'), id).accountId()

const M = muxed('18446744073709551615')
const usd = new Asset('USD', CAROL.publicKey())
const bob = BOB.publicKey()

const transactionOf = (operations: readonly xdr.Operation[], memo?: Memo): Transaction =>
  decodedTransaction(baseTransaction(operations, memo === undefined ? {} : { memo }).toXDR()).transaction

const MUXED_BODIES: readonly (readonly [says: string, (account: string) => xdr.Operation])[] = [
  ['payment destination', (a) => Base.payment({ destination: a, asset: usd, amount: '1' })],
  [
    'destination of a strict receive',
    (a) =>
      Base.pathPaymentStrictReceive({
        sendAsset: usd,
        sendMax: '1',
        destination: a,
        destAsset: usd,
        destAmount: '1',
      }),
  ],
  [
    'destination of a strict send',
    (a) =>
      Base.pathPaymentStrictSend({
        sendAsset: usd,
        sendAmount: '1',
        destination: a,
        destAsset: usd,
        destMin: '1',
      }),
  ],
  ['merge destination', (a) => Base.accountMerge({ destination: a })],
  ['account to claw back from', (a) => Base.clawback({ asset: usd, amount: '1', from: a })],
]

describe('xdr: transactions', () => {
  for (const [says, operation] of MUXED_BODIES)
    it(`sees a muxed ${says}`, () => {
      const flags = ({ hasMuxedAccount, hasMuxedSource }: Transaction): readonly boolean[] => [
        hasMuxedAccount,
        hasMuxedSource,
      ]
      expect(flags(transactionOf([operation(M)]))).to.deep.equal([true, false])
      expect(flags(transactionOf([operation(bob)]))).to.deep.equal([false, false])
      // Also where it is not the first operation.
      expect(flags(transactionOf([Base.inflation({}), operation(M)]))).to.deep.equal([true, false])
    })

  it('folds muxed destinations', () => {
    const folded = transactionOf([MUXED_BODIES[0]![1](M), MUXED_BODIES[3]![1](M)])
    for (const operation of folded.operations) expect(operation).to.deep.include({ destination: idOf(BOB) })
  })

  it('folds a muxed operation source', () => {
    const transaction = transactionOf([Base.inflation({ source: M })])
    expect(transaction).to.include({ hasMuxedAccount: true, hasMuxedSource: true })
    expect(transaction.operations[0]!.source).to.deep.include({ value: idOf(BOB) })
  })

  it('folds a muxed transaction source', () => {
    const envelope = baseTransaction([Base.inflation({})]).toEnvelope()
    const id = new xdr.Uint64(7n)
    const account = new xdr.MuxedAccountMed25519({ id, ed25519: BOB.rawPublicKey() })
    envelope.v1().tx().sourceAccount(xdr.MuxedAccount.keyTypeMuxedEd25519(account))
    expect(decodedTransaction(envelope.toXDR('base64')).transaction).to.include({
      source: idOf(BOB),
      hasMuxedAccount: true,
      hasMuxedSource: true,
    })
  })

  it('folds a muxed fee source, and still finds the inner transaction', () => {
    const inner = baseTransaction([Base.inflation({})], { sign: [ALICE, CAROL] })
    for (const [source, hasMuxedSource] of [
      [bob, false],
      [M, true],
    ] as const) {
      const bump = TransactionBuilder.buildFeeBumpTransaction(source, '200', inner, inner.networkPassphrase)
      bump.sign(BOB)
      const envelope = decoded(bump.toXDR())
      expect(envelope).to.deep.include({ _tag: 'FeeBump', feeSource: idOf(BOB), hasMuxedSource, fee: 400n })
      expect(envelope.hash).to.deep.equal(Uint8Array.from(bump.hash()))
      expect(innermostOf(envelope)).to.deep.equal(decodedTransaction(inner.toXDR()))
    }
  })

  it('sees a memo of every kind, an empty text too', () => {
    const hash = '01'.repeat(32)
    for (const memo of [Memo.text(''), Memo.id('0'), Memo.hash(hash), Memo.return(hash)])
      expect(transactionOf([], memo).hasMemo).to.be.true
    expect(transactionOf([], Memo.none()).hasMemo).to.be.false
  })

  it('keeps fee and sequence number at their extremes', () => {
    const envelope = baseTransaction([]).toEnvelope()
    const tx = envelope.v1().tx()
    for (const [fee, sequence] of [
      [0, -(2n ** 63n)],
      [0xffffffff, 2n ** 63n - 1n],
    ] as const) {
      tx.fee(fee)
      tx.seqNum(new xdr.Int64(sequence))
      expect(decodedTransaction(envelope.toXDR('base64')).transaction).to.deep.include({
        fee: BigInt(fee),
        sequence,
      })
    }
  })

  it('says the same of a v0 envelope as of its v1 twin, hash included', () => {
    const v1 = baseTransaction([Base.bumpSequence({ bumpTo: '9' })], { memo: Memo.text('a'), sign: [ALICE] })
    const old = v1.toEnvelope().v1().tx()
    const tx = new xdr.TransactionV0({
      sourceAccountEd25519: ALICE.rawPublicKey(),
      fee: old.fee(),
      seqNum: old.seqNum(),
      timeBounds: old.cond().timeBounds(),
      memo: old.memo(),
      operations: old.operations(),
      ext: new xdr.TransactionV0Ext(0),
    })
    const v0 = new xdr.TransactionV0Envelope({ tx, signatures: v1.signatures })
    const base64 = xdr.TransactionEnvelope.envelopeTypeTxV0(v0).toXDR('base64')
    expect(decodedTransaction(base64)).to.deep.equal({ ...decodedTransaction(v1.toXDR()), version: 'v0' })
  })
})

import { Asset, Memo, Operation as Base, StrKey, TransactionBuilder, xdr } from '@stellar/stellar-base'
import { expect } from 'chai'
import * as E from 'fp-ts/lib/Either.js'
import { readTxrep, txrepOf } from '../../../../src/edge/xdr/index.js'
import { MAX_TXREP_LENGTH } from '../../../../src/edge/xdr/txrep/txrep.js'
import { loadVectors, type VectorName } from '../../../support/vectors.js'
import { ALICE, baseTransaction, BOB, CAROL, left, right } from '../fixture.js'

interface Example {
  readonly envelope: string
  readonly txrep: readonly string[]
}

interface Row {
  readonly envelope: string
  readonly steps?: readonly { readonly envelope: string }[]
}

const envelopesOf = (name: VectorName): readonly string[] =>
  loadVectors<Row>(name).flatMap((row) => (row.steps ?? [row]).map(({ envelope }) => envelope))

const linesOf = (base64: string): readonly string[] => right(txrepOf(base64)).split('\n').slice(0, -1)

const valueIn = (base64: string, field: string): string | undefined =>
  linesOf(base64)
    .find((line) => line.startsWith(`${field}: `))
    ?.slice(field.length + 2)

const OPERATION = 'tx.operations[0].body'

/** An envelope with one operation. */
const one = (operation: xdr.Operation): string => baseTransaction([operation]).toXDR()

/** Field and value of one envelope each. */
const WRITTEN: readonly (readonly [says: string, envelope: string, field: string, value: string])[] = [
  [
    'a muxed account by its own key',
    one(
      Base.accountMerge({
        destination: 'MA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJUAAAAAAAAAAAACJUQ',
      }),
    ),
    `${OPERATION}.destination`,
    'MA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJUAAAAAAAAAAAACJUQ',
  ],
  [
    'the native asset without a network',
    one(Base.payment({ destination: BOB.publicKey(), asset: Asset.native(), amount: '1' })),
    `${OPERATION}.paymentOp.asset`,
    'native',
  ],
  [
    'an asset of a trust line as any other',
    one(Base.changeTrust({ asset: new Asset('EURTOKEN', BOB.publicKey()), limit: '1' })),
    `${OPERATION}.changeTrustOp.line`,
    `EURTOKEN:${BOB.publicKey()}`,
  ],
  [
    'the code of an AllowTrust alone',
    one(Base.allowTrust({ trustor: BOB.publicKey(), assetCode: 'EUR', authorize: 1 })),
    `${OPERATION}.allowTrustOp.asset`,
    'EUR',
  ],
  [
    'a signer by its key',
    one(Base.setOptions({ signer: { preAuthTx: Buffer.alloc(32, 7), weight: 3 } })),
    `${OPERATION}.setOptionsOp.signer.key`,
    StrKey.encodePreAuthTx(Buffer.alloc(32, 7)),
  ],
  [
    'a weight as a number',
    one(Base.setOptions({ signer: { ed25519PublicKey: BOB.publicKey(), weight: 0 } })),
    `${OPERATION}.setOptionsOp.signer.weight`,
    '0',
  ],
  ['what is missing', one(Base.setOptions({})), `${OPERATION}.setOptionsOp.homeDomain._present`, 'false'],
  [
    'data of no bytes',
    one(Base.manageData({ name: 'a', value: Buffer.alloc(0) })),
    `${OPERATION}.manageDataOp.dataValue`,
    '0 bytes',
  ],
  [
    'quotes, backslashes, newlines and other bytes of a text',
    baseTransaction([], { memo: Memo.text(Buffer.from('"\\\n\u0000é') as never) }).toXDR(),
    'tx.memo.text',
    '"\\"\\\\\\n\\x00\\xc3\\xa9"',
  ],
  [
    'no time bounds as the example of the standard',
    baseTransaction([]).toXDR(),
    'tx.timeBounds.maxTime',
    '0',
  ],
  [
    'other preconditions by their XDR names',
    baseTransaction([], { change: (builder) => builder.setTimeout(0).setMinAccountSequence('7') }).toXDR(),
    'tx.cond.v2.minSeqNum',
    '7',
  ],
]

describe('txrep: write', () => {
  it('has the fields and values of the example in SEP-11, and reads it back to the same bytes', () => {
    const [example] = loadVectors<Example>('sep11-examples')
    const { envelope, txrep } = example!
    const uncommented = txrep.map((line) => line.replace(/ \(.*\)$/, ''))
    expect(linesOf(envelope)).to.deep.equal(uncommented)
    expect(right(readTxrep(txrep.join('\n')))).to.equal(envelope)
  })

  for (const [says, envelope, field, value] of WRITTEN)
    it(`writes ${says}, and reads it`, () => {
      expect(valueIn(envelope, field)).to.equal(value)
      expect(right(readTxrep(right(txrepOf(envelope))))).to.equal(envelope)
    })

  it('writes a fee bump with the inner transaction below its own names', () => {
    const inner = baseTransaction([Base.bumpSequence({ bumpTo: '1' })], { sign: [ALICE] })
    const bump = TransactionBuilder.buildFeeBumpTransaction(BOB, '200', inner, inner.networkPassphrase)
    bump.sign(CAROL)
    const fields = linesOf(bump.toXDR()).map((line) => line.slice(0, line.indexOf(':')))
    expect(fields.slice(0, 5)).to.deep.equal([
      'type',
      'feeBump.tx.feeSource',
      'feeBump.tx.fee',
      'feeBump.tx.innerTx.type',
      'feeBump.tx.innerTx.tx.sourceAccount',
    ])
    expect(fields).to.include('feeBump.tx.innerTx.signatures[0].hint')
    expect(fields.at(-1)).to.equal('feeBump.signatures[0].signature')
  })

  it('writes a v0 transaction with its source as the account that it is', () => {
    const v1 = xdr.TransactionEnvelope.fromXDR(baseTransaction([]).toXDR(), 'base64').v1().tx()
    const v0 = new xdr.TransactionV0({
      sourceAccountEd25519: ALICE.rawPublicKey(),
      fee: v1.fee(),
      seqNum: v1.seqNum(),
      timeBounds: null,
      memo: v1.memo(),
      operations: [],
      ext: new xdr.TransactionV0Ext(0),
    })
    const envelope = xdr.TransactionEnvelope.envelopeTypeTxV0(
      new xdr.TransactionV0Envelope({ tx: v0, signatures: [] }),
    ).toXDR('base64')
    expect(linesOf(envelope).slice(0, 2)).to.deep.equal([
      'type: ENVELOPE_TYPE_TX_V0',
      `tx.sourceAccount: ${ALICE.publicKey()}`,
    ])
    expect(right(readTxrep(right(txrepOf(envelope))))).to.equal(envelope)
  })

  it('says what is wrong with the envelope where there is none', () => {
    expect(left(txrepOf('')).code).to.equal('empty-input')
    expect(left(txrepOf('AAAA')).code).to.equal('xdr-truncated')
    expect(left(txrepOf(ALICE.secret())).code).to.equal('secret-seed')
  })
})

/** File, envelopes in it, and of these the ones that hold a fee bump. */
const RECORDED: readonly (readonly [name: VectorName, envelopes: number])[] = [
  ['envelopes', 697],
  ['pubnet-ledgers', 1033],
  ['core-ledgers', 177],
  ['horizon-scenarios', 292],
  ['core-sequences', 3522],
]

describe('txrep: recorded envelopes', () => {
  for (const [name, envelopes] of RECORDED)
    it(`${name}: ${String(envelopes)} come back byte for byte`, () => {
      let same = 0
      for (const envelope of envelopesOf(name)) {
        const back = readTxrep(right(txrepOf(envelope)))
        expect(E.isRight(back) ? back.right : back.left).to.equal(envelope)
        same += 1
      }
      expect(same).to.equal(envelopes)
    })
})

describe('txrep: a short text for a long one', () => {
  /** `SCV_VEC`, which is there; its length comes next. */
  const VECTOR = '0000001000000001'
  const length = (count: number): string => count.toString(16).padStart(8, '0')

  /** A vector within a vector, deeper than stellar-base writes them, with so many numbers in the last one. */
  const nested = (depth: number, numbers: number): string => {
    const args = new xdr.InvokeContractArgs({
      contractAddress: xdr.ScAddress.scAddressTypeContract(Buffer.alloc(32) as never),
      functionName: 'f',
      args: [xdr.ScVal.scvVec([])],
    })
    const func = xdr.HostFunction.hostFunctionTypeInvokeContract(args)
    const flat = Buffer.from(one(Base.invokeHostFunction({ func, auth: [] })), 'base64').toString('hex')
    const deep = `${(VECTOR + length(1)).repeat(depth)}${VECTOR}${length(numbers)}${'0000000300000007'.repeat(numbers)}`
    return Buffer.from(flat.replace(`${VECTOR}${length(0)}`, deep), 'hex').toString('base64')
  }

  it('comes back from as deep as the network reads', () => {
    const envelope = nested(320, 3)
    expect(right(readTxrep(right(txrepOf(envelope))))).to.equal(envelope)
  })

  it('is refused where its names would fill the memory, in a moment', () => {
    const envelope = nested(300, 60_000)
    const start = performance.now()
    const found = left(txrepOf(envelope))
    expect(found.code).to.equal('txrep-too-long')
    expect(performance.now() - start).to.be.lessThan(5000)
    expect(envelope.length).to.be.lessThan(MAX_TXREP_LENGTH / 10)
  })
})

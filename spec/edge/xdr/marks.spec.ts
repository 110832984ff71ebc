/** Memos and the numbers of muxed accounts, held against what stellar-base writes and reads. */
import { Account, Memo, MuxedAccount, Operation, TransactionBuilder, xdr } from '@stellar/stellar-base'
import { expect } from 'chai'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import {
  decodeEnvelope,
  decodeMarkedEnvelope,
  encodeTransaction,
  type Marks,
  type Memo as ModelMemo,
  type TransactionParts,
} from '../../../src/edge/xdr/index.js'
import {
  NETWORKS,
  NO_PRECONDITIONS,
  utf8,
  type Operation as ModelOperation,
} from '../../../src/kernel/model/index.js'
import { ALICE, baseTransaction, BOB, idOf, left, right } from './fixture.js'

const decode = decodeMarkedEnvelope(NETWORKS.testnet)

const muxed = (id: string): string => new MuxedAccount(new Account(ALICE.publicKey(), '0'), id).accountId()

const bump = (source?: string): xdr.Operation =>
  Operation.bumpSequence({ bumpTo: '1', ...(source === undefined ? {} : { source }) })

const hash = Buffer.alloc(32, 9)

describe('xdr: marks', () => {
  const memos: readonly (readonly [string, Memo, ModelMemo])[] = [
    ['none', Memo.none(), { _tag: 'None' }],
    ['text', Memo.text('é'), { _tag: 'Text', bytes: utf8('é') }],
    ['id', Memo.id('18446744073709551615'), { _tag: 'Id', id: 2n ** 64n - 1n }],
    ['hash', Memo.hash(hash.toString('hex')), { _tag: 'Hash', hash: Uint8Array.from(hash) }],
    ['return', Memo.return(hash.toString('hex')), { _tag: 'ReturnHash', hash: Uint8Array.from(hash) }],
  ]
  for (const [what, memo, expected] of memos)
    it(`memo: ${what}`, () => {
      const { marks } = right(decode(baseTransaction([bump()], { memo }).toXDR()))
      const bytes = (one: ModelMemo): ModelMemo =>
        one._tag === 'Text'
          ? { ...one, bytes: Uint8Array.from(one.bytes) }
          : one._tag === 'Hash' || one._tag === 'ReturnHash'
            ? { ...one, hash: Uint8Array.from(one.hash) }
            : one
      expect(bytes(marks.memo)).to.deep.equal(expected)
    })

  it('numbers beside sources, of a transaction, of operations, and inside a fee bump', () => {
    const source = new MuxedAccount(new Account(ALICE.publicKey(), '0'), '5')
    const inner = new TransactionBuilder(source, {
      fee: '100',
      networkPassphrase: NETWORKS.testnet.passphrase,
    })
      .addOperation(bump())
      .addOperation(bump(muxed('0')))
      .addOperation(bump(BOB.publicKey()))
      .addOperation(bump(muxed('18446744073709551615')))
      .setTimeout(0)
      .build()
    const expected: Marks = {
      memo: { _tag: 'None' },
      source: O.some(5n),
      operationSources: [O.none, O.some(0n), O.none, O.some(2n ** 64n - 1n)],
    }
    inner.sign(ALICE)
    expect(right(decode(inner.toXDR())).marks).to.deep.equal(expected)
    const bumped = TransactionBuilder.buildFeeBumpTransaction(BOB, '200', inner, NETWORKS.testnet.passphrase)
    expect(right(decode(bumped.toXDR())).marks).to.deep.equal(expected)
  })

  it('of the older form: a memo, and operations', () => {
    const v1 = baseTransaction([bump(muxed('7'))], { memo: Memo.id('3') })
    const tx = xdr.TransactionEnvelope.fromXDR(v1.toXDR(), 'base64').v1().tx()
    const v0 = new xdr.TransactionV0({
      sourceAccountEd25519: ALICE.rawPublicKey(),
      fee: tx.fee(),
      seqNum: tx.seqNum(),
      timeBounds: null,
      memo: tx.memo(),
      operations: tx.operations(),
      ext: new xdr.TransactionV0Ext(0),
    })
    const envelope = xdr.TransactionEnvelope.envelopeTypeTxV0(
      new xdr.TransactionV0Envelope({ tx: v0, signatures: [] }),
    )
    const { marks } = right(decode(envelope.toXDR('base64')))
    expect(marks).to.deep.equal({
      memo: { _tag: 'Id', id: 3n },
      source: O.none,
      operationSources: [O.some(7n)],
    })
  })

  it('stand beside the same envelope as without them, and fail as without them', () => {
    const text = baseTransaction([bump()], { memo: Memo.id('3') }).toXDR()
    expect(right(decode(text)).envelope).to.deep.equal(right(decodeEnvelope(NETWORKS.testnet)(text)))
    for (const bad of ['', 'AAAA', 'no envelope', `${text}AAAA`])
      expect(decode(bad)).to.deep.equal(decodeEnvelope(NETWORKS.testnet)(bad))
  })
})

describe('xdr: encode marks', () => {
  const uint64 = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n })
  const optional = fc.option(uint64).map((one) => (one === null ? O.none : O.some(one)))
  const memo: fc.Arbitrary<ModelMemo> = fc.oneof(
    fc.constant<ModelMemo>({ _tag: 'None' }),
    uint64.map((id): ModelMemo => ({ _tag: 'Id', id })),
    fc.uint8Array({ maxLength: 28 }).map((bytes): ModelMemo => ({ _tag: 'Text', bytes })),
    fc.uint8Array({ minLength: 32, maxLength: 32 }).map((one): ModelMemo => ({ _tag: 'Hash', hash: one })),
    fc
      .uint8Array({ minLength: 32, maxLength: 32 })
      .map((one): ModelMemo => ({ _tag: 'ReturnHash', hash: one })),
  )
  const operation: ModelOperation = { _tag: 'BumpSequence', source: O.some(idOf(BOB)), bumpTo: 1n }
  const parts = (marks: Marks): TransactionParts => ({
    ...{ source: idOf(ALICE), fee: 100n, sequence: 0n, preconditions: NO_PRECONDITIONS },
    operations: [operation, operation],
    marks,
  })
  const encode = encodeTransaction(NETWORKS.testnet)

  it('what is written is what stellar-base reads', () => {
    fc.assert(
      fc.property(
        fc.record({ memo, source: optional, operationSources: fc.tuple(optional, optional) }),
        (marks) => {
          const { base64 } = right(encode(parts(marks)))
          const read = xdr.TransactionEnvelope.fromXDR(base64, 'base64').v1().tx()
          const numberOf = (account: xdr.MuxedAccount): O.Option<bigint> =>
            account.switch().value === 0 ? O.none : O.some(account.med25519().id().toBigInt())
          expect(numberOf(read.sourceAccount())).to.deep.equal(marks.source)
          expect(read.operations().map((op) => numberOf(op.sourceAccount()!))).to.deep.equal(
            marks.operationSources,
          )
          expect(read.memo().switch().name.toLowerCase()).to.include(
            marks.memo._tag === 'ReturnHash' ? 'return' : marks.memo._tag.toLowerCase(),
          )
          if (marks.memo._tag === 'Id') expect(read.memo().id().toBigInt()).to.equal(marks.memo.id)
        },
      ),
      { numRuns: 60 },
    )
  })

  const NONE: Marks = { memo: { _tag: 'None' }, source: O.none, operationSources: [] }
  for (const [what, marks] of [
    ['an id of 65 bits', { ...NONE, memo: { _tag: 'Id', id: 2n ** 64n } }],
    ['a negative id', { ...NONE, memo: { _tag: 'Id', id: -1n } }],
    ['a text of 29 bytes', { ...NONE, memo: { _tag: 'Text', bytes: new Uint8Array(29) } }],
    ['a hash of 31 bytes', { ...NONE, memo: { _tag: 'Hash', hash: new Uint8Array(31) } }],
    ['a number of 65 bits', { ...NONE, source: O.some(2n ** 64n) }],
    ['numbers of three operations', { ...NONE, operationSources: [O.none, O.none, O.none] }],
  ] as const)
    it(`${what} is not written`, () => {
      expect(left(encode(parts(marks))).code).to.equal('not-encodable')
    })

  it('a number beside no source is not written', () => {
    const bare: ModelOperation = { ...operation, source: O.none }
    const encoded = encode({ ...parts({ ...NONE, operationSources: [O.some(1n)] }), operations: [bare] })
    expect(E.isLeft(encoded) && encoded.left.code).to.equal('not-encodable')
  })
})

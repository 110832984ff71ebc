import { Operation, SignerKey, xdr, type TransactionBuilder } from '@stellar/stellar-base'
import { expect } from 'chai'
import * as O from 'fp-ts/lib/Option.js'
import { NO_PRECONDITIONS, parseSignerKey, type Preconditions } from '../../../src/kernel/model/index.js'
import { baseTransaction, BOB, decodedTransaction, right } from './fixture.js'

const HASH_X = 'XBT5HNPK6DAL6222MAWTLHNOZSDKPJ2AKNEQ5Q324CHHCNQFQ7EHBHZN'
const PAYLOAD =
  'PA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJUAAAAAQACAQDAQCQMBYIBEFAWDANBYHRAEISCMKBKFQXDAMRUGY4DUPB6IBZGM'

const of = (change: (builder: TransactionBuilder) => TransactionBuilder): Preconditions =>
  decodedTransaction(baseTransaction([Operation.inflation({})], { change }).toXDR()).transaction.preconditions

describe('xdr: preconditions', () => {
  it('reads none', () => {
    const transaction = baseTransaction([Operation.inflation({})])
    const envelope = transaction.toEnvelope()
    envelope.v1().tx().cond(xdr.Preconditions.precondNone())
    const { preconditions } = decodedTransaction(envelope.toXDR('base64')).transaction
    expect(preconditions).to.deep.equal(NO_PRECONDITIONS)
  })

  it('reads time bounds, open ones too', () => {
    expect(of((builder) => builder.setTimebounds(5, 9))).to.deep.equal({
      ...NO_PRECONDITIONS,
      form: 'Time',
      timeBounds: O.some({ min: 5n, max: 9n }),
    })
    expect(of((builder) => builder.setTimeout(0)).timeBounds).to.deep.equal(O.some({ min: 0n, max: 0n }))
  })

  it('reads every field of the second version', () => {
    const preconditions = of((builder) =>
      builder
        .setTimebounds(5, 9)
        .setLedgerbounds(11, 4_294_967_295)
        .setMinAccountSequence('41')
        .setMinAccountSequenceAge(42)
        .setMinAccountSequenceLedgerGap(43)
        .setExtraSigners([HASH_X, PAYLOAD]),
    )
    expect(preconditions).to.deep.equal({
      form: 'V2',
      timeBounds: O.some({ min: 5n, max: 9n }),
      ledgerBounds: O.some({ min: 11n, max: 4_294_967_295n }),
      minSequence: O.some(41n),
      minSequenceAge: 42n,
      minSequenceLedgerGap: 43,
      extraSigners: [right(parseSignerKey(HASH_X)), right(parseSignerKey(PAYLOAD))],
    })
  })

  it('tells an absent field of the second version from a zero', () => {
    const envelope = baseTransaction([Operation.inflation({})]).toEnvelope()
    const fields = {
      timeBounds: null,
      ledgerBounds: null,
      minSeqNum: null,
      minSeqAge: new xdr.Uint64(0),
      minSeqLedgerGap: 0,
      extraSigners: [],
    }
    envelope
      .v1()
      .tx()
      .cond(xdr.Preconditions.precondV2(new xdr.PreconditionsV2(fields)))
    const absent = decodedTransaction(envelope.toXDR('base64')).transaction.preconditions
    expect(absent).to.deep.equal({ ...NO_PRECONDITIONS, form: 'V2' })
    const zero = of((builder) => builder.setTimeout(0).setMinAccountSequence('0'))
    expect(zero.minSequence).to.deep.equal(O.some(0n))
  })

  it('reads a v0 transaction with and without time bounds', () => {
    for (const [timeBounds, expected] of [
      [null, NO_PRECONDITIONS],
      [
        new xdr.TimeBounds({ minTime: new xdr.Uint64(1n), maxTime: new xdr.Uint64(2n ** 64n - 1n) }),
        { ...NO_PRECONDITIONS, form: 'Time', timeBounds: O.some({ min: 1n, max: 2n ** 64n - 1n }) },
      ],
    ] as const) {
      const tx = new xdr.TransactionV0({
        sourceAccountEd25519: BOB.rawPublicKey(),
        fee: 1,
        seqNum: new xdr.Int64(2n),
        timeBounds,
        memo: xdr.Memo.memoNone(),
        operations: [],
        ext: new xdr.TransactionV0Ext(0),
      })
      const v0 = xdr.TransactionEnvelope.envelopeTypeTxV0(
        new xdr.TransactionV0Envelope({ tx, signatures: [] }),
      )
      const { transaction, version } = decodedTransaction(v0.toXDR('base64'))
      expect(version).to.equal('v0')
      expect(transaction.preconditions).to.deep.equal(expected)
    }
  })

  it('spells extra signers as stellar-base does', () => {
    const { extraSigners } = of((builder) => builder.setTimeout(0).setExtraSigners([HASH_X, PAYLOAD]))
    expect(
      extraSigners.map(({ strkey }) => SignerKey.encodeSignerKey(SignerKey.decodeAddress(strkey))),
    ).to.deep.equal([HASH_X, PAYLOAD])
  })
})

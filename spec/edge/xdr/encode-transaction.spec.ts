import { StrKey, Transaction, TransactionBuilder, type Operation as Base } from '@stellar/stellar-base'
import { expect } from 'chai'
import * as fc from 'fast-check'
import * as O from 'fp-ts/lib/Option.js'
import { encodeTransaction, type TransactionParts } from '../../../src/edge/xdr/index.js'
import {
  accountIdOf,
  ed25519Key,
  hashXKey,
  NETWORKS,
  NO_PRECONDITIONS,
  preAuthTxKey,
  signedPayloadKey,
  toHex,
  utf8,
  type Operation,
  type OperationType,
  type Preconditions,
  type SetOptions,
} from '../../../src/kernel/model/index.js'
import { ALICE, BOB, decoded, idOf, left, right } from './fixture.js'

const encode = encodeTransaction(NETWORKS.testnet)

const parts = (
  operations: readonly Operation[],
  changes: Partial<TransactionParts> = {},
): TransactionParts => ({
  source: idOf(ALICE),
  fee: 100n,
  sequence: 124n,
  preconditions: NO_PRECONDITIONS,
  operations,
  ...changes,
})

const NOTHING: SetOptions = {
  _tag: 'SetOptions',
  source: O.none,
  inflationDestination: O.none,
  clearFlags: O.none,
  setFlags: O.none,
  masterWeight: O.none,
  lowThreshold: O.none,
  mediumThreshold: O.none,
  highThreshold: O.none,
  homeDomain: O.none,
  signer: O.none,
}

const bytes32 = fc.uint8Array({ minLength: 32, maxLength: 32 })
const uint32 = fc.oneof(fc.nat(255), fc.integer({ min: 0, max: 2 ** 32 - 1 }))
const optional = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<O.Option<T>> =>
  fc.option(value).map((one) => (one === null ? O.none : O.some(one)))
const accountId = bytes32.map(accountIdOf)
const signerKey = fc.oneof(
  bytes32.map(ed25519Key),
  bytes32.map(preAuthTxKey),
  bytes32.map(hashXKey),
  fc
    .tuple(bytes32, fc.uint8Array({ minLength: 1, maxLength: 64 }))
    .map(([key, payload]) => signedPayloadKey(key, payload)),
)

const setOptions: fc.Arbitrary<SetOptions> = fc.record({
  _tag: fc.constant('SetOptions' as const),
  source: optional(accountId),
  inflationDestination: optional(accountId),
  clearFlags: optional(fc.nat(15)),
  setFlags: optional(fc.nat(15)),
  // Above 255 stellar-base refuses to look, and the network refuses to run.
  masterWeight: optional(fc.nat(255)),
  lowThreshold: optional(fc.nat(255)),
  mediumThreshold: optional(fc.nat(255)),
  highThreshold: optional(fc.nat(255)),
  homeDomain: optional(
    fc
      .string({ maxLength: 32, unit: fc.constantFrom('a', '0', '.', '-') })
      .map((text): Uint8Array => utf8(text)),
  ),
  signer: optional(fc.record({ key: signerKey, weight: fc.nat(255) })),
})

const bounds = (max: bigint) =>
  fc
    .tuple(fc.bigInt({ min: 0n, max }), fc.bigInt({ min: 0n, max }))
    .map(([a, b]) => (a < b ? { min: a, max: b } : { min: b, max: a }))

const INT64 = 2n ** 63n - 1n

const preconditions: fc.Arbitrary<Preconditions> = fc.oneof(
  fc.constant(NO_PRECONDITIONS),
  bounds(INT64).map((timeBounds): Preconditions => ({
    ...NO_PRECONDITIONS,
    form: 'Time',
    timeBounds: O.some(timeBounds),
  })),
  fc.record({
    form: fc.constant('V2' as const),
    timeBounds: optional(bounds(INT64)),
    ledgerBounds: optional(bounds(2n ** 32n - 1n)),
    minSequence: optional(fc.bigInt({ min: 0n, max: INT64 })),
    minSequenceAge: fc.bigInt({ min: 0n, max: INT64 }),
    minSequenceLedgerGap: uint32,
    extraSigners: fc.array(signerKey, { maxLength: 2 }),
  }),
)

const transaction: fc.Arbitrary<TransactionParts> = fc.record({
  source: accountId,
  fee: fc.bigInt({ min: 0n, max: 2n ** 32n - 1n }),
  sequence: fc.bigInt({ min: 1n, max: INT64 }),
  preconditions,
  operations: fc.array(setOptions, { minLength: 1, maxLength: 5 }),
})

/** What stellar-base reads of a field that may be missing. */
const read = <T, S>(field: O.Option<T>, as: (value: T) => S): S | undefined =>
  O.isSome(field) ? as(field.value) : undefined

const itself = <T>(value: T): T => value

/** Declared as always there, and missing in fact where there is none. */
const signerRead = (signer: Base.SetOptions['signer'] | undefined): string | undefined => {
  if (signer === undefined) return undefined
  const weight = String(signer.weight)
  if ('ed25519PublicKey' in signer) return `${signer.ed25519PublicKey} ${weight}`
  if ('preAuthTx' in signer) return `${StrKey.encodePreAuthTx(signer.preAuthTx)} ${weight}`
  if ('sha256Hash' in signer) return `${StrKey.encodeSha256Hash(signer.sha256Hash)} ${weight}`
  return `${signer.ed25519SignedPayload} ${weight}`
}

const expectSameOperation = (theirs: Base.SetOptions, ours: SetOptions): void => {
  expect(theirs.type).to.equal('setOptions')
  expect(theirs.source).to.equal(read(ours.source, itself))
  expect(theirs.inflationDest).to.equal(read(ours.inflationDestination, itself))
  expect(theirs.clearFlags).to.equal(read(ours.clearFlags, itself))
  expect(theirs.setFlags).to.equal(read(ours.setFlags, itself))
  expect(theirs.masterWeight).to.equal(read(ours.masterWeight, itself))
  expect(theirs.lowThreshold).to.equal(read(ours.lowThreshold, itself))
  expect(theirs.medThreshold).to.equal(read(ours.mediumThreshold, itself))
  expect(theirs.highThreshold).to.equal(read(ours.highThreshold, itself))
  expect(theirs.homeDomain).to.equal(read(ours.homeDomain, (domain) => Buffer.from(domain).toString()))
  // A signed payload is all that stellar-base cannot show of a SetOptions.
  if (O.isSome(ours.signer) && ours.signer.value.key._tag === 'SignedPayload') return
  expect(signerRead(theirs.signer)).to.equal(
    read(ours.signer, ({ key, weight }) => `${key.strkey} ${String(weight)}`),
  )
}

describe('xdr: encode a transaction', () => {
  it('says to stellar-base what was asked, with the same hash, for random SetOptions', () => {
    let operations = 0
    fc.assert(
      fc.property(transaction, (asked) => {
        const { base64, envelope } = right(encode(asked))
        const theirs = TransactionBuilder.fromXDR(base64, NETWORKS.testnet.passphrase)
        if (!(theirs instanceof Transaction)) throw new Error('expected a transaction, found a fee bump')
        expect(theirs.hash().toString('hex')).to.equal(toHex(envelope.hash))
        expect([theirs.source, theirs.fee, theirs.sequence]).to.deep.equal([
          asked.source,
          String(asked.fee),
          String(asked.sequence),
        ])
        expect([theirs.memo.type, theirs.signatures.length]).to.deep.equal(['none', 0])
        expect(theirs.operations.length).to.equal(asked.operations.length)
        asked.operations.forEach((ours, index) => {
          operations += 1
          expectSameOperation(theirs.operations[index] as Base.SetOptions, ours as SetOptions)
        })
      }),
      { numRuns: 300 },
    )
    expect(operations).to.be.greaterThan(300)
  })

  it('is read by our decoder as what was asked, numbers beyond what the network runs included', () => {
    const wide = fc.record({ ...{ masterWeight: optional(uint32), clearFlags: optional(uint32) } })
    fc.assert(
      fc.property(transaction, wide, (asked, change) => {
        const operations = [{ ...NOTHING, ...change }, ...asked.operations]
        const { base64, envelope } = right(encode({ ...asked, operations }))
        expect(decoded(base64)).to.deep.equal(envelope)
        expect(envelope.version).to.equal('v1')
        expect(envelope.signatures).to.deep.equal([])
        const { source, fee, sequence, hasMemo, hasMuxedAccount, hasSorobanData } = envelope.transaction
        expect({ source, fee, sequence }).to.deep.equal({
          ...{ source: asked.source, fee: asked.fee, sequence: asked.sequence },
        })
        expect([hasMemo, hasMuxedAccount, hasSorobanData]).to.deep.equal([false, false, false])
      }),
      { numRuns: 100 },
    )
  })

  const WRITTEN: readonly Operation[] = [
    { _tag: 'CreateAccount', source: O.none, destination: idOf(BOB), startingBalance: 5n },
    { _tag: 'Payment', source: O.none, destination: idOf(BOB), issuer: O.none, amount: 7n },
    { _tag: 'ManageData', source: O.none, name: utf8('a'), value: O.some(utf8('b')) },
    { _tag: 'ManageData', source: O.none, name: utf8('a'), value: O.none },
    { _tag: 'AccountMerge', source: O.some(idOf(BOB)), destination: idOf(ALICE) },
    { _tag: 'BumpSequence', source: O.none, bumpTo: 9n },
    { _tag: 'BeginSponsoringFutureReserves', source: O.none, sponsored: idOf(BOB) },
    { _tag: 'EndSponsoringFutureReserves', source: O.some(idOf(BOB)) },
    { _tag: 'Inflation', source: O.none },
    { _tag: 'RevokeSponsorship', source: O.none, target: { _tag: 'Account', account: idOf(BOB) } },
    {
      _tag: 'RevokeSponsorship',
      source: O.none,
      target: { _tag: 'Signer', account: idOf(BOB), key: hashXKey(new Uint8Array(32)) },
    },
  ]
  for (const operation of WRITTEN)
    it(`writes ${operation._tag}, and stellar-base reads its type`, () => {
      const { base64 } = right(encode(parts([operation])))
      const [theirs] = TransactionBuilder.fromXDR(base64, NETWORKS.testnet.passphrase)
        .operations as readonly Base[]
      // Stellar-base has a type of its own for each thing whose sponsorship is revoked.
      const type = (theirs?.type ?? '').replace(/^revoke(?:Account|Signer)S/, 'revokeS')
      expect(type.toLowerCase()).to.equal(operation._tag.toLowerCase())
    })

  const UNKNOWN: readonly OperationType[] = ['ChangeTrust', 'ManageSellOffer', 'InvokeHostFunction']
  for (const _tag of UNKNOWN)
    it(`refuses ${_tag}, of which the model knows too little`, () => {
      const found = left(encode(parts([NOTHING, { _tag, source: O.none } as Operation])))
      expect(found.code).to.equal('not-encodable')
      expect(found.message).to.contain(`operation 2 (${_tag})`)
    })

  const REFUSED: readonly (readonly [why: string, asked: TransactionParts, says: string])[] = [
    [
      'a payment of an issued asset',
      parts([
        { _tag: 'Payment', source: O.none, destination: idOf(BOB), issuer: O.some(idOf(BOB)), amount: 1n },
      ]),
      'the issuer only',
    ],
    [
      'a sponsorship of an entry known by its kind',
      parts([
        {
          _tag: 'RevokeSponsorship',
          source: O.none,
          target: { _tag: 'OtherEntry', kind: 'Offer', isMalformed: false },
        },
      ]),
      'by its kind only',
    ],
    ['a fee of 33 bits', parts([NOTHING], { fee: 2n ** 32n }), 'the fee is `4294967296`'],
    ['a fee below zero', parts([NOTHING], { fee: -1n }), 'the fee is `-1`'],
    ['a sequence number of 64 bits', parts([NOTHING], { sequence: 2n ** 63n }), 'the sequence number is'],
    ['a weight of 33 bits', parts([{ ...NOTHING, masterWeight: O.some(2 ** 32) }]), 'the master weight is'],
    ['half a threshold', parts([{ ...NOTHING, highThreshold: O.some(1.5) }]), 'no whole number'],
    ['a threshold that is no number', parts([{ ...NOTHING, lowThreshold: O.some(NaN) }]), 'no whole number'],
    [
      'a home domain of 33 bytes',
      parts([{ ...NOTHING, homeDomain: O.some(new Uint8Array(33)) }]),
      'the home domain has `33` bytes',
    ],
    [
      'a payload of 65 bytes',
      parts([
        {
          ...NOTHING,
          signer: O.some({ key: signedPayloadKey(new Uint8Array(32), new Uint8Array(65)), weight: 1 }),
        },
      ]),
      'the payload of a signer',
    ],
    ['101 operations', parts(Array.from({ length: 101 }, () => NOTHING)), '101 operations'],
    [
      'preconditions that say more than their form',
      parts([NOTHING], { preconditions: { ...NO_PRECONDITIONS, minSequence: O.some(1n) } }),
      'a least sequence number',
    ],
    [
      'time bounds in the form of none',
      parts([NOTHING], { preconditions: { ...NO_PRECONDITIONS, timeBounds: O.some({ min: 0n, max: 0n }) } }),
      'time bounds',
    ],
    [
      'no time bounds in the form of time bounds',
      parts([NOTHING], { preconditions: { ...NO_PRECONDITIONS, form: 'Time' } }),
      'hold none',
    ],
    [
      'three extra signers',
      parts([NOTHING], {
        preconditions: {
          ...NO_PRECONDITIONS,
          form: 'V2',
          extraSigners: [1, 2, 3].map((byte) => ed25519Key(new Uint8Array(32).fill(byte))),
        },
      }),
      '3 extra signers',
    ],
  ]
  for (const [why, asked, says] of REFUSED)
    it(`refuses ${why}`, () => {
      const found = left(encode(asked))
      expect(found.code).to.equal('not-encodable')
      expect(found.message).to.contain(says)
    })

  it('writes 100 operations, and none at all', () => {
    for (const length of [0, 100]) {
      const { envelope } = right(encode(parts(Array.from({ length }, () => NOTHING))))
      expect(envelope.transaction.operations.length).to.equal(length)
    }
  })

  it('hashes for the network that was named', () => {
    const here = right(encode(parts([NOTHING])))
    const there = right(encodeTransaction(NETWORKS.public)(parts([NOTHING])))
    expect(there.base64).to.equal(here.base64)
    expect(toHex(there.envelope.hash)).not.to.equal(toHex(here.envelope.hash))
  })
})

import { StrKey as Base } from '@stellar/stellar-base'
import { expect } from 'chai'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { toHex } from '../../../src/kernel/model/bytes.js'
import { accountIdOf, parseAccountId } from '../../../src/kernel/model/account-id.js'
import type { Failure } from '../../../src/kernel/model/failure.js'
import { parseSignerKey, signedPayloadKey } from '../../../src/kernel/model/signer-key.js'
import { decodeStrKey, encodeStrKey, type StrKeyKind } from '../../../src/kernel/model/strkey.js'
import { loadVectors } from '../../support/vectors.js'

interface Sep23Row {
  readonly strkey: string
  readonly valid: boolean
  readonly type?: string
  readonly reason?: string
  readonly id?: string
  readonly ed25519?: string
  readonly payloadHex?: string
}

const KIND: Readonly<Record<string, StrKeyKind>> = {
  ed25519: 'G',
  muxed: 'M',
  signed_payload: 'P',
  contract: 'C',
  liquidity_pool: 'L',
  claimable_balance: 'B',
}

/** A signed payload is a key with a length of its own inside, and is read whole by the signer's parser. */
const reads = (text: string): boolean =>
  text.startsWith('P') ? E.isRight(parseSignerKey(text)) : E.isRight(decodeStrKey(text))

describe("strkey: SEP-23's own vectors", () => {
  for (const row of loadVectors<Sep23Row>('sep23-strkeys'))
    it(`${row.valid ? 'reads' : 'refuses'} ${row.strkey.slice(0, 6)}… (${row.type ?? row.reason ?? ''})`, () => {
      expect(reads(row.strkey)).to.equal(row.valid)
      if (!row.valid) return
      const decoded = decodeStrKey(row.strkey)
      if (E.isLeft(decoded)) throw new Error(decoded.left.message)
      const { kind, payload } = decoded.right
      expect(kind).to.equal(KIND[row.type ?? ''])
      expect(encodeStrKey(kind, payload)).to.equal(row.strkey)
      if (row.id !== undefined) expect(Buffer.from(payload).readBigUInt64BE(32)).to.equal(BigInt(row.id))
      if (row.ed25519 !== undefined) expect(accountIdOf(payload.subarray(0, 32))).to.equal(row.ed25519)
      const key = parseSignerKey(row.strkey)
      if (row.payloadHex !== undefined && E.isRight(key) && key.right._tag === 'SignedPayload')
        expect(toHex(key.right.payload)).to.equal(row.payloadHex)
      else expect(row.payloadHex).to.equal(undefined)
    })
})

const key32 = fc.uint8Array({ minLength: 32, maxLength: 32 })
const buffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes)

/** Kinds with a payload of fixed length, and how stellar-base writes them. */
const FIXED: readonly (readonly [StrKeyKind, fc.Arbitrary<Uint8Array>, (data: Buffer) => string])[] = [
  ['G', key32, Base.encodeEd25519PublicKey],
  ['M', fc.uint8Array({ minLength: 40, maxLength: 40 }), Base.encodeMed25519PublicKey],
  ['T', key32, Base.encodePreAuthTx],
  ['X', key32, Base.encodeSha256Hash],
  ['C', key32, Base.encodeContract],
  ['L', key32, Base.encodeLiquidityPool],
  ['B', key32.map((hash) => Uint8Array.of(0, ...hash)), Base.encodeClaimableBalance],
]

const signedPayload = fc.tuple(key32, fc.uint8Array({ minLength: 1, maxLength: 64 }))

/** A text with one character put in, taken out or replaced. */
const mutated = (text: string, at: number, letter: string, change: number): string => {
  const place = at % text.length
  return text.slice(0, place) + (change === 0 ? '' : letter) + text.slice(place + (change === 1 ? 0 : 1))
}

const change = [
  fc.nat(),
  fc.constantFrom(...'ABQZ27GMTXPCLB018=a\u0141 '),
  fc.constantFrom(0, 1, 2, 2),
] as const

describe('strkey: against stellar-base', () => {
  for (const [kind, payload, encode] of FIXED)
    it(`writes and reads every ${kind}… as stellar-base does`, () =>
      fc.assert(
        fc.property(payload, (bytes) => {
          const text = encode(buffer(bytes))
          expect(encodeStrKey(kind, bytes)).to.equal(text)
          expect(decodeStrKey(text)).to.deep.equal(E.right({ kind, payload: bytes }))
        }),
      ))

  it('writes and reads signed payloads of every length as stellar-base does', () =>
    fc.assert(
      fc.property(signedPayload, ([publicKey, payload]) => {
        const padding = new Uint8Array((4 - (payload.length % 4)) % 4)
        const data = Uint8Array.of(...publicKey, 0, 0, 0, payload.length, ...payload, ...padding)
        const made = signedPayloadKey(publicKey, payload)
        expect(made.strkey).to.equal(Base.encodeSignedPayload(buffer(data)))
        expect(parseSignerKey(made.strkey)).to.deep.equal(E.right(made))
      }),
    ))

  it('reads a text with one change only where stellar-base does', () =>
    fc.assert(
      fc.property(key32, ...change, (bytes, ...how) => {
        const text = mutated(encodeStrKey('G', bytes), ...how)
        expect(reads(text)).to.equal(Base.isValidEd25519PublicKey(text))
      }),
      { numRuns: 500 },
    ))

  it('reads no signed payload with one change', () =>
    fc.assert(
      fc.property(signedPayload, ...change, ([publicKey, payload], ...how) => {
        const { strkey } = signedPayloadKey(publicKey, payload)
        const text = mutated(strkey, ...how)
        expect(reads(text)).to.equal(text === strkey)
      }),
      { numRuns: 500 },
    ))
})

describe('strkey: secret seeds', () => {
  /** The letters of a seed, in every disguise in which one arrives. */
  const DISGUISES: Readonly<Record<string, (seed: string) => string>> = {
    'as it is': (seed) => seed,
    'cut short by one': (seed) => seed.slice(0, -1),
    'with a letter too many': (seed) => `${seed}A`,
    'with a wrong checksum': (seed) => `${seed.slice(0, -1)}${seed.endsWith('A') ? 'B' : 'A'}`,
    'with a blank before it': (seed) => ` ${seed}`,
    'with a line break after it': (seed) => `${seed}\n`,
    'in lower case': (seed) => seed.toLowerCase(),
    'behind a G': (seed) => `G${seed}`,
    'with a digit that base32 does not have': (seed) => `${seed.slice(0, 20)}1${seed.slice(21)}`,
  }

  const PARSERS: Readonly<Record<string, (text: string) => E.Either<Failure, unknown>>> = {
    decodeStrKey,
    parseAccountId,
    parseSignerKey,
  }

  for (const [what, disguise] of Object.entries(DISGUISES))
    it(`are never repeated: ${what}`, () =>
      fc.assert(
        fc.property(key32, (secret) => {
          const seed = Base.encodeEd25519SecretSeed(buffer(secret))
          for (const [name, parse] of Object.entries(PARSERS)) {
            const read = parse(disguise(seed))
            if (E.isRight(read)) throw new Error(`${name} read a seed`)
            const said = JSON.stringify(read.left).toUpperCase()
            for (let at = 1; at + 8 <= seed.length; at++)
              expect(said, name).to.not.include(seed.slice(at, at + 8))
          }
        }),
        { numRuns: 20 },
      ))

  it('are told by name, to every parser', () => {
    const seed = Base.encodeEd25519SecretSeed(Buffer.alloc(32, 7))
    for (const parse of Object.values(PARSERS))
      expect(parse(seed)).to.have.nested.property('left.code', 'secret-seed')
  })
})

import { expect } from 'chai'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { SignerKey as Base, StrKey, xdr } from '@stellar/stellar-base'
import {
  ed25519Key,
  hashXKey,
  masterKeyOf,
  ordSignerKey,
  parseSignerKey,
  preAuthTxKey,
  signedPayloadKey,
  type SignerKey,
} from '../../../src/kernel/model/signer-key.js'
import { ordSigner, signer } from '../../../src/kernel/model/signer.js'
import { loadVectors } from '../../support/vectors.js'
import { key } from '../../support/build/key.js'

const right = (text: string): SignerKey => {
  const read = parseSignerKey(text)
  if (E.isLeft(read)) throw new Error(read.left.message)
  return read.right
}

const few = fc.uint8Array({ minLength: 32, maxLength: 32, max: 1 })

const anyKey: fc.Arbitrary<SignerKey> = fc.oneof(
  few.map(ed25519Key),
  few.map(preAuthTxKey),
  few.map(hashXKey),
  fc
    .tuple(few, fc.uint8Array({ minLength: 1, maxLength: 64, max: 1 }))
    .map(([k, p]) => signedPayloadKey(k, p)),
)

describe('signer key', () => {
  it('is read as stellar-base reads it, and says the same', () =>
    fc.assert(
      fc.property(anyKey, (made) => {
        const base = Base.decodeAddress(made.strkey)
        const name = {
          Ed25519: 'Ed25519',
          PreAuthTx: 'PreAuthTx',
          HashX: 'HashX',
          SignedPayload: 'Ed25519SignedPayload',
        }
        expect(base.switch().name).to.equal(`signerKeyType${name[made._tag]}`)
        expect(Base.encodeSignerKey(base)).to.equal(made.strkey)
        expect(parseSignerKey(made.strkey)).to.deep.equal(E.right(made))
      }),
    ))

  it('is the account id for a master key', () => {
    const { id, publicKey } = key('alice')
    expect(masterKeyOf(id)).to.deep.equal(ed25519Key(publicKey))
  })

  const REFUSED: Readonly<Record<string, readonly [code: string, text: string]>> = {
    'a muxed account': [
      'not-a-signer',
      'MA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJUAAAAAAAAAAAACJUQ',
    ],
    'a contract': ['not-a-signer', StrKey.encodeContract(Buffer.alloc(32))],
    'a pool': ['not-a-signer', StrKey.encodeLiquidityPool(Buffer.alloc(32))],
    'a claimable balance': ['not-a-signer', StrKey.encodeClaimableBalance(Buffer.alloc(33))],
    'a seed': ['secret-seed', StrKey.encodeEd25519SecretSeed(Buffer.alloc(32))],
    'a text': ['bad-strkey', 'bilal'],
    'a signed payload of length 0': [
      'bad-strkey',
      signedPayloadKey(new Uint8Array(32), new Uint8Array(0)).strkey,
    ],
    'a signed payload of 65 bytes': [
      'bad-strkey',
      signedPayloadKey(new Uint8Array(32), new Uint8Array(65)).strkey,
    ],
  }
  for (const [what, [code, text]] of Object.entries(REFUSED))
    it(`refuses ${what}: ${code}`, () =>
      expect(parseSignerKey(text)).to.have.nested.property('left.code', code))
})

describe('signer key: order', () => {
  const ones = new Uint8Array(32).fill(1)
  const twos = new Uint8Array(32).fill(2)
  const high = new Uint8Array(32).fill(0xff)

  /** In the ledger's order: kind, then key, then payload, a shorter payload before what it begins. */
  const SORTED: readonly SignerKey[] = [
    ed25519Key(ones),
    ed25519Key(twos),
    ed25519Key(high),
    preAuthTxKey(ones),
    preAuthTxKey(high),
    hashXKey(ones),
    hashXKey(high),
    signedPayloadKey(ones, Uint8Array.of(9)),
    signedPayloadKey(ones, Uint8Array.of(9, 0)),
    signedPayloadKey(ones, Uint8Array.of(10)),
    signedPayloadKey(twos, Uint8Array.of(1)),
  ]

  it('goes by kind, then key bytes, then payload', () => {
    expect(SORTED.toReversed().toSorted(ordSignerKey.compare)).to.deep.equal(SORTED)
  })

  it('is total, and equal only for equal keys', () =>
    fc.assert(
      fc.property(anyKey, anyKey, (a, b) => {
        expect(ordSignerKey.compare(a, b)).to.equal(0 - ordSignerKey.compare(b, a))
        expect(ordSignerKey.equals(a, b)).to.equal(a.strkey === b.strkey)
        expect(ordSignerKey.compare(a, b) === 0).to.equal(a.strkey === b.strkey)
      }),
    ))

  it('is that of every list of signers in recorded ledger entries', () => {
    let lists = 0
    for (const { accounts } of loadVectors<{ readonly accounts: readonly string[] }>('core-state')) {
      for (const text of accounts) {
        const stored = xdr.AccountEntry.fromXDR(text, 'base64').signers()
        if (stored.length < 2) continue
        const keys = stored.map((one) => right(Base.encodeSignerKey(one.key())))
        const sorted = keys
          .map((one) => signer(one, 1))
          .toReversed()
          .toSorted(ordSigner.compare)
        expect(sorted.map((one) => one.key.strkey)).to.deep.equal(keys.map(({ strkey }) => strkey))
        lists++
      }
    }
    expect(lists).to.be.above(1000)
  })
})

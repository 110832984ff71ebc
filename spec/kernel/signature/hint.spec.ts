import { expect } from 'chai'
import * as fc from 'fast-check'
import * as O from 'fp-ts/lib/Option.js'
import { Keypair } from '@stellar/stellar-base'
import {
  ed25519Key,
  hashXKey,
  hintToHex,
  preAuthTxKey,
  signedPayloadKey,
  utf8,
  type Bytes,
  type SignerKey,
} from '../../../src/kernel/model/index.js'
import { hintOf, signatureOf } from '../../../src/kernel/signature/hint.js'
import { key, sha256 } from '../../support/build/key.js'

const hex = (signerKey: SignerKey): string => O.match(() => 'none', hintToHex)(hintOf(signerKey))

/** 28 bytes of no interest before four that are a hint. */
const endingIn = (...tail: readonly number[]): Bytes =>
  Uint8Array.of(...new Uint8Array(28).fill(0x55), ...tail)

const plain = endingIn(0, 0, 0, 0)

/** With a key that ends in zeros, what remains of the hint is the payload's. */
const PAYLOADS: readonly (readonly [what: string, payload: Bytes, hint: string])[] = [
  ['`a12`: followed by one zero', utf8('a12'), '61313200'],
  ['`a`: followed by three', utf8('a'), '61000000'],
  ['two bytes', Uint8Array.of(0xff, 0xfe), 'fffe0000'],
  ['four bytes', Uint8Array.of(1, 2, 3, 4), '01020304'],
  ['five bytes: its bytes 2 to 5', Uint8Array.of(1, 2, 3, 4, 5), '02030405'],
  ['64 bytes', Uint8Array.of(...new Uint8Array(60), 0xf1, 0xf2, 0xf3, 0xf4), 'f1f2f3f4'],
  ['none', new Uint8Array(0), '00000000'],
]

describe('signature of a key', () => {
  it('is the one that stellar-base puts into an envelope', () => {
    const pair = Keypair.fromRawEd25519Seed(Buffer.from(key('alice').secret))
    const hash = sha256('x')
    const theirs = pair.signDecorated(Buffer.from(hash))
    const ours = signatureOf(ed25519Key(pair.rawPublicKey()))(pair.sign(Buffer.from(hash)))
    expect(hintToHex(ours.hint)).to.equal(theirs.hint().toString('hex'))
    expect(Buffer.from(ours.signature).equals(theirs.signature())).to.equal(true)
  })
})

describe('hint', () => {
  it('of an ed25519 key is its last four bytes', () => {
    expect(hex(ed25519Key(endingIn(0xff, 0, 0x80, 1)))).to.equal('ff008001')
  })

  it('of a hash(x) signer is that of the hash', () => {
    const hash = sha256('x')
    expect(hex(hashXKey(hash))).to.equal(Buffer.from(hash).toString('hex').slice(-8))
  })

  it('of a pre-authorized transaction is none: no signature proves it', () => {
    expect(hintOf(preAuthTxKey(plain))).to.deep.equal(O.none)
  })

  for (const [what, payload, hint] of PAYLOADS)
    it(`of a signed payload of ${what}`, () => expect(hex(signedPayloadKey(plain, payload))).to.equal(hint))

  it('of a signed payload is the exclusive or of both, never negative', () => {
    const ends = endingIn(0xff, 0xff, 0xff, 0xff)
    expect(hex(signedPayloadKey(ends, utf8('a12')))).to.equal('9ececdff')
    expect(hintOf(signedPayloadKey(ends, Uint8Array.of(0)))).to.deep.equal(O.some(0xffffffff))
  })

  it('is the one that stellar-base puts on its signatures', () => {
    const pair = Keypair.fromRawEd25519Seed(Buffer.from(key('alice').secret))
    expect(hex(key('alice').signerKey)).to.equal(pair.signDecorated(Buffer.alloc(32)).hint().toString('hex'))
    fc.assert(
      // Of payloads shorter than four bytes stellar-base makes another hint than the network asks for.
      fc.property(fc.uint8Array({ minLength: 4, maxLength: 64 }), (payload) => {
        const signed = pair.signPayloadDecorated(Buffer.from(payload))
        expect(hex(signedPayloadKey(key('alice').publicKey, payload))).to.equal(signed.hint().toString('hex'))
      }),
    )
  })
})

import { expect } from 'chai'
import {
  ed25519Key,
  hashXKey,
  preAuthTxKey,
  signedPayloadKey,
  type Bytes,
  type DecoratedSignature,
  type SignerKey,
} from '../../../src/kernel/model/index.js'
import { tweetnacl } from '../../../src/kernel/signature/tweetnacl.js'
import {
  isPreAuthorized,
  proveWith,
  rememberProofs,
  type Prove,
} from '../../../src/kernel/signature/proof.js'
import { strict } from '../../../src/kernel/signature/ed25519.js'
import { key, sha256 } from '../../support/build/key.js'

const prove = proveWith(strict(tweetnacl))
const hash = sha256('this transaction')
const other = sha256('another transaction')
const { publicKey, sign } = key('alice')
const signature = sign(hash)

const flipped = (bytes: Bytes, at = 0): Bytes => bytes.map((byte, i) => (i === at ? byte ^ 1 : byte))

/** A hint does not matter to a proof: whoever asks has compared it. */
const decorated = (bytes: Bytes): DecoratedSignature => ({ hint: 0, signature: bytes })

interface Row {
  readonly what: string
  readonly signerKey: SignerKey
  readonly signature: Bytes
  readonly proved: boolean
}

const alice = ed25519Key(publicKey)
const payload = Uint8Array.of(1, 2, 3)
const aliceOnPayload = signedPayloadKey(publicKey, payload)
const x = Uint8Array.of(7, 0, 0, 7)
const longest = new Uint8Array(64).fill(1)

const ROWS: readonly Row[] = [
  { what: 'ed25519: over the hash', signerKey: alice, signature, proved: true },
  { what: 'ed25519: over another hash', signerKey: alice, signature: sign(other), proved: false },
  { what: 'ed25519: by another key', signerKey: key('bilal').signerKey, signature, proved: false },
  { what: 'ed25519: R changed', signerKey: alice, signature: flipped(signature), proved: false },
  { what: 'ed25519: S changed', signerKey: alice, signature: flipped(signature, 40), proved: false },
  { what: 'ed25519: 63 bytes', signerKey: alice, signature: signature.subarray(0, 63), proved: false },
  { what: 'ed25519: 65 bytes', signerKey: alice, signature: Uint8Array.of(...signature, 0), proved: false },
  { what: 'ed25519: nothing', signerKey: alice, signature: new Uint8Array(0), proved: false },
  {
    what: 'payload: over the raw payload',
    signerKey: aliceOnPayload,
    signature: sign(payload),
    proved: true,
  },
  {
    what: 'payload: over its SHA-256',
    signerKey: aliceOnPayload,
    signature: sign(sha256(payload)),
    proved: false,
  },
  { what: 'payload: over the hash', signerKey: aliceOnPayload, signature, proved: false },
  { what: 'payload that is the hash', signerKey: signedPayloadKey(publicKey, hash), signature, proved: true },
  {
    what: 'payload: of another payload',
    signerKey: signedPayloadKey(publicKey, x),
    signature: sign(payload),
    proved: false,
  },
  { what: 'hash(x): x', signerKey: hashXKey(sha256(x)), signature: x, proved: true },
  {
    what: 'hash(x): without its last byte',
    signerKey: hashXKey(sha256(x)),
    signature: x.subarray(0, 3),
    proved: false,
  },
  {
    what: 'hash(x): with a zero after it',
    signerKey: hashXKey(sha256(x)),
    signature: Uint8Array.of(...x, 0),
    proved: false,
  },
  {
    what: 'hash(x): x is empty',
    signerKey: hashXKey(sha256(new Uint8Array(0))),
    signature: new Uint8Array(0),
    proved: true,
  },
  {
    what: 'hash(x): x is 64 bytes long',
    signerKey: hashXKey(sha256(longest)),
    signature: longest,
    proved: true,
  },
  { what: 'hash(x): the hash itself', signerKey: hashXKey(sha256(x)), signature: sha256(x), proved: false },
  { what: 'hash(x): x is a signature', signerKey: hashXKey(sha256(signature)), signature, proved: true },
  {
    what: 'pre-authorized: the hash as a signature',
    signerKey: preAuthTxKey(hash),
    signature: hash,
    proved: false,
  },
  { what: 'pre-authorized: x of the hash', signerKey: preAuthTxKey(sha256(x)), signature: x, proved: false },
]

describe('proof', () => {
  for (const { what, signerKey, signature: bytes, proved } of ROWS)
    it(`${proved ? 'is given' : 'is not given'} by ${what}`, () =>
      expect(prove(hash, decorated(bytes), signerKey)).to.equal(proved))

  it('of a payload holds for every envelope', () => {
    expect(prove(other, decorated(sign(payload)), aliceOnPayload)).to.equal(true)
  })

  it('of a hash(x) signer holds for every preimage from 0 to 64 bytes', () => {
    for (let length = 0; length <= 64; length++) {
      const preimage = new Uint8Array(length).fill(length)
      expect(prove(hash, decorated(preimage), hashXKey(sha256(preimage))), `${length}`).to.equal(true)
    }
  })
})

describe('pre-authorization', () => {
  it('is of the one transaction that has the hash', () => {
    expect(isPreAuthorized(hash, preAuthTxKey(hash))).to.equal(true)
    expect(isPreAuthorized(hash, preAuthTxKey(other))).to.equal(false)
    expect(isPreAuthorized(hash, preAuthTxKey(flipped(hash, 31)))).to.equal(false)
  })

  it('is no matter of another kind of signer, whatever its bytes', () => {
    for (const signerKey of [ed25519Key(hash), hashXKey(hash), signedPayloadKey(hash, hash)])
      expect(isPreAuthorized(hash, signerKey)).to.equal(false)
  })
})

describe('remembered proofs', () => {
  const counting = (): { readonly prove: Prove; readonly asked: string[] } => {
    const asked: string[] = []
    return {
      asked,
      prove: (_, { hint }, { strkey }) => {
        asked.push(`${hint} ${strkey}`)
        return hint === 1
      },
    }
  }
  const [first, second] = [
    { hint: 1, signature },
    { hint: 2, signature },
  ]

  it('are asked for once each, a yes and a no alike', () => {
    const { prove: proof, asked } = counting()
    const remembered = rememberProofs(proof)
    for (let i = 0; i < 3; i++) {
      expect(remembered(hash, first, alice)).to.equal(true)
      expect(remembered(hash, second, alice)).to.equal(false)
    }
    expect(asked).to.deep.equal([`1 ${alice.strkey}`, `2 ${alice.strkey}`])
  })

  it('do not take one signer for another', () => {
    const { prove: proof, asked } = counting()
    const remembered = rememberProofs(proof)
    const keys = [
      alice,
      aliceOnPayload,
      signedPayloadKey(publicKey, x),
      hashXKey(publicKey),
      preAuthTxKey(publicKey),
    ]
    for (const one of keys) remembered(hash, first, one)
    expect(asked).to.have.length(keys.length)
  })

  it('are forgotten with the memory', () => {
    const { prove: proof, asked } = counting()
    rememberProofs(proof)(hash, first, alice)
    rememberProofs(proof)(hash, first, alice)
    expect(asked).to.have.length(2)
  })
})

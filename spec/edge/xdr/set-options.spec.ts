import { Operation as Base, xdr } from '@stellar/stellar-base'
import { expect } from 'chai'
import * as O from 'fp-ts/lib/Option.js'
import {
  ed25519Key,
  hashXKey,
  preAuthTxKey,
  signedPayloadKey,
  utf8,
  type SetOptions,
  type SignerKey,
} from '../../../src/kernel/model/index.js'
import { BOB, CAROL, decodedOperation, idOf } from './fixture.js'

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

const bytes = (byte: number): Buffer => Buffer.alloc(32, byte)
const publicKey = Uint8Array.from(BOB.rawPublicKey())

const CASES: readonly (readonly [says: string, encoded: xdr.Operation, changes: Partial<SetOptions>])[] = [
  ['nothing', Base.setOptions({}), {}],
  [
    'zero in every number, which is a change',
    Base.setOptions({
      clearFlags: 0 as never,
      setFlags: 0 as never,
      masterWeight: 0,
      lowThreshold: 0,
      medThreshold: 0,
      highThreshold: 0,
    }),
    {
      clearFlags: O.some(0),
      setFlags: O.some(0),
      masterWeight: O.some(0),
      lowThreshold: O.some(0),
      mediumThreshold: O.some(0),
      highThreshold: O.some(0),
    },
  ],
  [
    'each number in its own field',
    Base.setOptions({
      clearFlags: 1,
      setFlags: 2,
      masterWeight: 3,
      lowThreshold: 4,
      medThreshold: 5,
      highThreshold: 6,
    }),
    {
      clearFlags: O.some(1),
      setFlags: O.some(2),
      masterWeight: O.some(3),
      lowThreshold: O.some(4),
      mediumThreshold: O.some(5),
      highThreshold: O.some(6),
    },
  ],
  [
    'an inflation destination',
    Base.setOptions({ inflationDest: CAROL.publicKey() }),
    { inflationDestination: O.some(idOf(CAROL)) },
  ],
  ['a home domain', Base.setOptions({ homeDomain: 'a.org' }), { homeDomain: O.some(utf8('a.org')) }],
  ['an empty home domain', Base.setOptions({ homeDomain: '' }), { homeDomain: O.some(utf8('')) }],
]

const signers: readonly (readonly [says: string, encoded: xdr.SignerKey, key: SignerKey])[] = [
  ['ed25519', xdr.SignerKey.signerKeyTypeEd25519(BOB.rawPublicKey()), ed25519Key(publicKey)],
  ['pre-auth', xdr.SignerKey.signerKeyTypePreAuthTx(bytes(7)), preAuthTxKey(new Uint8Array(32).fill(7))],
  ['hash(x)', xdr.SignerKey.signerKeyTypeHashX(bytes(8)), hashXKey(new Uint8Array(32).fill(8))],
  ...[0, 1, 4, 29, 64].map((length) => {
    const payload = Buffer.alloc(length, 9)
    const signed = new xdr.SignerKeyEd25519SignedPayload({ ed25519: BOB.rawPublicKey(), payload })
    const encoded = xdr.SignerKey.signerKeyTypeEd25519SignedPayload(signed)
    return [
      `payload of ${String(length)} bytes`,
      encoded,
      signedPayloadKey(publicKey, Uint8Array.from(payload)),
    ] as const
  }),
]

const withSigner = (key: xdr.SignerKey, weight: number): xdr.Operation => {
  const operation = Base.setOptions({})
  operation.body().setOptionsOp().signer(new xdr.Signer({ key, weight }))
  return operation
}

describe('xdr: SetOptions', () => {
  for (const [says, encoded, changes] of CASES)
    it(`says ${says}`, () => expect(decodedOperation(encoded)).to.deep.equal({ ...NOTHING, ...changes }))

  for (const [says, encoded, key] of signers)
    it(`changes a signer: ${says}`, () =>
      expect(decodedOperation(withSigner(encoded, 2))).to.deep.equal({
        ...NOTHING,
        signer: O.some({ key, weight: 2 }),
      }))

  it('keeps a weight of zero, which deletes, and one that no account may have', () => {
    for (const weight of [0, 256, 0xffffffff])
      expect(decodedOperation(withSigner(signers[0]![1], weight))).to.deep.include({
        signer: O.some({ key: signers[0]![2], weight }),
      })
  })

  it('keeps a home domain that is no UTF-8', () => {
    const operation = Base.setOptions({})
    operation
      .body()
      .setOptionsOp()
      .homeDomain(Buffer.from([0xff, 0xfe]))
    expect(decodedOperation(operation)).to.deep.include({ homeDomain: O.some(Uint8Array.of(0xff, 0xfe)) })
  })
})

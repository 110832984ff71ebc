import {
  type FeeBumpTransaction,
  Networks,
  type Transaction,
  TransactionBuilder,
  xdr,
} from '@stellar/stellar-base'
import { expect } from 'chai'
import * as fc from 'fast-check'
import { withInnerSignatures, withSignatures } from '../../../src/edge/xdr/with-signatures.js'
import { toBase64, type DecoratedSignature } from '../../../src/kernel/model/index.js'
import { payment } from '../../support/build/operation.js'
import { realEnvelope, realFeeBump } from '../../support/build/real-envelope.js'
import { by, preimage } from '../../support/build/signature.js'
import { decoded, left, recordedEnvelopes, right } from './fixture.js'

const signature: fc.Arbitrary<DecoratedSignature> = fc.record({
  hint: fc.integer({ min: 0, max: 0xffffffff }),
  signature: fc.uint8Array({ maxLength: 64 }),
})

const signatures = fc.array(signature, { maxLength: 20 })

const inBase = ({ hint, signature: bytes }: DecoratedSignature): xdr.DecoratedSignature => {
  const four = Buffer.alloc(4)
  four.writeUInt32BE(hint)
  return new xdr.DecoratedSignature({ hint: four, signature: Buffer.from(bytes) })
}

const asBase = (base64: string): Transaction | FeeBumpTransaction =>
  TransactionBuilder.fromXDR(base64, Networks.TESTNET)

const plain = realEnvelope({ source: 'alice', operations: [payment('bilal')], signatures: [by('alice')] })
const old = realEnvelope({
  source: 'alice',
  version: 'v0',
  signatures: [by('alice'), preimage(Uint8Array.of(1, 2, 3))],
})
const bump = realFeeBump({ feeSource: 'carol', inner: plain, signatures: [by('carol')] })
const muxed = realFeeBump({ feeSource: 'carol', isMuxed: true, inner: plain, signatures: [by('carol')] })

describe('xdr: with other signatures', () => {
  it('is what stellar-base writes for the same list', () => {
    fc.assert(
      fc.property(fc.constantFrom(plain, old, bump, muxed), signatures, ({ base64 }, list) => {
        const expected = asBase(base64)
        expected.signatures.splice(0, Infinity, ...list.map(inBase))
        expect(right(withSignatures(list)(base64))).to.equal(expected.toXDR())
      }),
      { numRuns: 200 },
    )
  })

  it('changes the inner list of a fee bump, and empties the outer one', () => {
    fc.assert(
      fc.property(fc.constantFrom(bump, muxed), signatures, ({ base64 }, list) => {
        const envelope = xdr.TransactionEnvelope.fromXDR(base64, 'base64')
        envelope.feeBump().tx().innerTx().v1().signatures(list.map(inBase))
        envelope.feeBump().signatures([])
        expect(right(withInnerSignatures(list)(base64))).to.equal(envelope.toXDR('base64'))
      }),
      { numRuns: 100 },
    )
  })

  it('gives every recorded envelope back with its own list, byte for byte', () => {
    let count = 0
    for (const base64 of recordedEnvelopes('envelopes')) {
      expect(right(withSignatures(decoded(base64).signatures)(base64))).to.equal(base64)
      count++
    }
    expect(count).to.be.greaterThan(100)
  })

  it('leaves the hash as it was', () => {
    const changed = decoded(right(withSignatures([])(plain.base64)))
    expect(toBase64(changed.hash)).to.equal(toBase64(plain.hash))
  })

  it('refuses what cannot stand in a list, and inner signatures where there are none', () => {
    const one = plain.envelope.signatures[0]!
    expect(left(withSignatures(Array.from({ length: 21 }, () => one))(plain.base64)).code).to.equal(
      'too-many-signatures',
    )
    expect(left(withSignatures([{ hint: 0, signature: new Uint8Array(65) }])(plain.base64)).code).to.equal(
      'signature-too-long',
    )
    expect(left(withInnerSignatures([])(plain.base64)).code).to.equal('not-a-fee-bump')
    expect(left(withSignatures([])('AAAA')).code).to.equal('xdr-truncated')
  })
})

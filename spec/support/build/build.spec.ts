import { expect } from 'chai'
import {
  hashXKey,
  innermostOf,
  NETWORKS,
  OPERATION_TYPES,
  preAuthTxKey,
  signedPayloadKey,
  type OperationType,
} from '../../../src/kernel/model/index.js'
import { key, sha256 } from './key.js'
import { operation, setOptions } from './operation.js'
import { realAround, realEnvelope, realFeeBump } from './real-envelope.js'
import { by, payloadBy, preimage } from './signature.js'
import { transaction, type TransactionParts } from './transaction.js'

const isSoroban = (type: OperationType): boolean =>
  ['InvokeHostFunction', 'ExtendFootprintTTL', 'RestoreFootprint'].includes(type)

const survives = (parts: TransactionParts, version: 'v0' | 'v1' = 'v1'): void => {
  const tx = transaction(parts)
  const { envelope, hash } = realAround(tx, [by('alice')], NETWORKS.public, version)
  expect(envelope.transaction).to.deep.equal(tx)
  expect(envelope.hash).to.deep.equal(hash)
  expect(envelope.version).to.equal(version)
}

describe('support: real envelopes', () => {
  for (const type of OPERATION_TYPES)
    it(`say what was asked of them: ${type}`, () =>
      survives({
        source: 'alice',
        operations: [operation(type, 'bilal')],
        hasSorobanData: isSoroban(type),
      }))

  it('say what was asked of them: every field of SetOptions', () => {
    const { publicKey } = key('carol')
    survives({
      source: 'alice',
      operations: [
        setOptions({ inflationDestination: 'bilal', clearFlags: 1, setFlags: 2, homeDomain: 'example.org' }),
        setOptions({ master: 0, low: 0, medium: 2, high: 255, signer: ['carol', 0] }),
        setOptions({ signer: [preAuthTxKey(sha256('t')), 1] }),
        setOptions({ signer: [hashXKey(sha256('x')), 255] }),
        setOptions({ signer: [signedPayloadKey(publicKey, sha256('p').subarray(0, 5)), 2] }),
      ],
    })
  })

  it('say what was asked of them: preconditions, memo, muxed source', () => {
    survives({ source: 'alice', timeBounds: { min: 1n, max: 0n }, hasMemo: true, isMuxed: true })
    survives({ source: 'alice', timeBounds: { min: 1n, max: 5n } }, 'v0')
    survives({
      source: 'alice',
      ledgerBounds: { min: 3n, max: 9n },
      minSequence: 7n,
      minSequenceAge: 60n,
      minSequenceLedgerGap: 2,
      extraSigners: [key('bilal').signerKey, hashXKey(sha256('x'))],
    })
  })

  it('carry the signatures that were named', () => {
    const payload = sha256('payload')
    const { envelope, hash } = realEnvelope({
      source: 'alice',
      signatures: [by('alice'), preimage(new Uint8Array([1, 2, 3])), payloadBy('bilal', payload)],
    })
    expect(envelope.signatures.map(({ signature }) => signature)).to.deep.equal([
      key('alice').sign(hash),
      new Uint8Array([1, 2, 3]),
      key('bilal').sign(payload),
    ])
  })

  it('may be fee bumps, whose hash covers the inner signatures', () => {
    const inner = realEnvelope({ source: 'alice', signatures: [by('alice')] })
    const bump = realFeeBump({ feeSource: 'bilal', inner, signatures: [by('bilal')] })
    expect(bump.envelope._tag).to.equal('FeeBump')
    expect(innermostOf(bump.envelope)).to.deep.equal(inner.envelope)
    expect(bump.envelope.hash).to.deep.equal(bump.hash)

    const unsigned = realFeeBump({ feeSource: 'bilal', inner: realEnvelope({ source: 'alice' }) })
    expect(unsigned.hash).to.not.deep.equal(bump.hash)
  })
})

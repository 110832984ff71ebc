/** Signed payload signers (CAP-40), as stellar-core's `TxEnvelopeTests` have them. */
import { signedPayloadKey, type Bytes, type SignerKey } from '../../../src/kernel/model/index.js'
import { key, sha256 } from '../../support/build/key.js'
import { by, payloadBy, raw } from '../../support/build/signature.js'
import { tell } from './situation.js'

const payload: Bytes = Uint8Array.of(1, 2, 3, 4, 5)

describe('situations: signed payloads', () => {
  const payloadOn = (bytes: Bytes, publicKey: Bytes = key('K').publicKey): SignerKey =>
    signedPayloadKey(publicKey, bytes)
  const other = sha256('another transaction')

  tell([
    ...[3, 4, 5].map((length) => ({
      what: `${length} bytes`,
      accounts: [{ of: 'A', signers: [[payloadOn(payload.subarray(0, length)), 1]] }] as const,
      transaction: { signatures: [payloadBy('K', payload.subarray(0, length))] },
      since: 19,
      says: 'txSUCCESS 1',
    })),
    {
      what: 'the payload is the hash of another transaction, whose signature it discloses',
      accounts: [{ of: 'A', signers: [[payloadOn(other), 1]] }],
      transaction: { signatures: [payloadBy('K', other)] },
      since: 19,
      says: 'txSUCCESS 1',
    },
    {
      what: 'the same signature under the plain hint of its key is another kind of signature',
      accounts: [{ of: 'A', signers: [[payloadOn(other), 1]] }],
      transaction: { signatures: [raw(by('K')(other).hint, key('K').sign(other))] },
      since: 19,
      says: 'txBAD_AUTH 0',
    },
    {
      what: 'a key of zeros is no point of the curve, and breaks nothing',
      accounts: [{ of: 'A', low: 255, signers: [[payloadOn(payload, new Uint8Array(32)), 1]] }],
      transaction: { signatures: [raw(0x02030405, new Uint8Array(64)), by('A')] },
      since: 19,
      says: 'txBAD_AUTH 01',
    },
  ])
})

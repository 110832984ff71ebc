/** Which of the two hashes of a fee bump each kind of signer is about. */
import { signedPayloadKey, type Bytes } from '../../../src/kernel/model/index.js'
import type { AccountParts } from '../../support/build/account.js'
import { key } from '../../support/build/key.js'
import { by, payloadBy } from '../../support/build/signature.js'
import { OUTER, tell, THIS } from './situation.js'

const [a, f] = [by('A'), by('F')]
const A: AccountParts = { of: 'A' }
const F: AccountParts = { of: 'F' }
const accounts = [A, F]
const since = 13
const signed = { signatures: [a] }
const byF = { feeSource: 'F', signatures: [f] }
const payload: Bytes = Uint8Array.of(1, 2, 3)

describe('situations: fee bumps and other signers', () => {
  tell([
    {
      what: 'each hash is pre-authorized where it belongs, and nobody signs',
      accounts: [
        { ...A, signers: [[THIS, 1]] },
        { ...F, signers: [[OUTER, 1]] },
      ],
      transaction: {},
      feeBump: { feeSource: 'F' },
      since,
      says: 'txFEE_BUMP_INNER_SUCCESS - > txSUCCESS -',
    },
    {
      what: 'the inner hash does nothing on the fee source',
      accounts: [A, { ...F, signers: [[THIS, 1]] }],
      transaction: signed,
      feeBump: { feeSource: 'F' },
      since,
      phase: 'validate',
      says: 'txBAD_AUTH -',
    },
    {
      what: 'the outer hash does nothing on the inner source',
      accounts: [{ ...A, signers: [[OUTER, 1]] }, F],
      transaction: {},
      feeBump: byF,
      since,
      phase: 'validate',
      says: 'txFEE_BUMP_INNER_FAILED 1 > txBAD_AUTH -',
    },
    {
      what: 'extra signers sign the inner list',
      accounts,
      transaction: { extraSigners: [key('B').signerKey], signatures: [a] },
      feeBump: { feeSource: 'F', signatures: [f] },
      since: 19,
      phase: 'validate',
      says: 'txFEE_BUMP_INNER_FAILED 1 > txBAD_AUTH 1',
    },
    {
      what: 'an account with nothing but a signed payload acts, alone',
      accounts: [{ of: 'A', master: 0, signers: [[signedPayloadKey(key('B').publicKey, payload), 1]] }, F],
      transaction: { signatures: [payloadBy('B', payload)] },
      feeBump: byF,
      since: 19,
      phase: 'validate',
      says: 'txFEE_BUMP_INNER_SUCCESS 1 > txSUCCESS 1',
    },
  ])
})

/** Extra signers (CAP-21): checked once, after the source of the transaction, each of weight 1. */
import { hashXKey, preAuthTxKey, signedPayloadKey, type Bytes } from '../../../src/kernel/model/index.js'
import type { AccountParts } from '../../support/build/account.js'
import { key, sha256 } from '../../support/build/key.js'
import { payment } from '../../support/build/operation.js'
import { by, payloadBy, preimage } from '../../support/build/signature.js'
import { tell } from './situation.js'

const x: Bytes = Uint8Array.of(1, 2, 3)
const [a, b, e] = [by('A'), by('B'), by('E')]
const E = key('E').signerKey
const X = hashXKey(sha256(x))
const P = signedPayloadKey(key('E').publicKey, x)
const accounts: readonly AccountParts[] = [{ of: 'A' }]
const since = 19

describe('situations: extra signers', () => {
  tell([
    {
      what: 'a key that signs',
      accounts,
      transaction: { extraSigners: [E], signatures: [a, e] },
      since,
      says: 'txSUCCESS 11',
    },
    {
      what: 'a key that does not sign',
      accounts,
      transaction: { extraSigners: [E], signatures: [a] },
      since,
      says: 'txBAD_AUTH 1',
    },
    {
      what: 'a preimage',
      accounts,
      transaction: { extraSigners: [X], signatures: [preimage(x), a] },
      since,
      says: 'txSUCCESS 11',
    },
    {
      what: 'no preimage',
      accounts,
      transaction: { extraSigners: [X], signatures: [a] },
      since,
      says: 'txBAD_AUTH 1',
    },
    {
      what: 'a payload',
      accounts,
      transaction: { extraSigners: [P], signatures: [a, payloadBy('E', x)] },
      since,
      says: 'txSUCCESS 11',
    },
    {
      what: 'no payload',
      accounts,
      transaction: { extraSigners: [P], signatures: [a] },
      since,
      says: 'txBAD_AUTH 1',
    },
    {
      what: 'the key of a payload signs the hash',
      accounts,
      transaction: { extraSigners: [P], signatures: [a, e] },
      since,
      says: 'txBAD_AUTH 10',
    },
    {
      what: 'a key and a preimage, both',
      accounts,
      transaction: { extraSigners: [E, X], signatures: [preimage(x), e, a] },
      since,
      says: 'txSUCCESS 111',
    },
    {
      what: 'a key and a preimage, only the key',
      accounts,
      transaction: { extraSigners: [E, X], signatures: [a, e] },
      since,
      says: 'txBAD_AUTH 11',
    },
    {
      what: 'a key, and the same key with a payload, both',
      accounts,
      transaction: { extraSigners: [E, P], signatures: [a, e, payloadBy('E', x)] },
      since,
      says: 'txSUCCESS 111',
    },
    {
      what: "the source's own master key: one signature serves both",
      accounts,
      transaction: { extraSigners: [key('A').signerKey], signatures: [a] },
      since,
      says: 'txSUCCESS 1',
    },
    {
      what: 'a signer of the source, which signs',
      accounts: [{ of: 'A', signers: [['E', 100]] }],
      transaction: { extraSigners: [E], signatures: [e] },
      since,
      says: 'txSUCCESS 1',
    },
    {
      what: 'a signer of the source, which does not sign',
      accounts: [{ of: 'A', signers: [['E', 100]] }],
      transaction: { extraSigners: [E], signatures: [a] },
      since,
      says: 'txBAD_AUTH 1',
    },
    {
      what: 'the source of an operation: one signature serves both',
      accounts: [{ of: 'A' }, { of: 'B' }],
      transaction: {
        operations: [payment('C', 'B')],
        extraSigners: [key('B').signerKey],
        signatures: [a, b],
      },
      since,
      says: 'txSUCCESS 11',
    },
    {
      what: 'a pre-authorized transaction can never be this one',
      accounts,
      transaction: { extraSigners: [preAuthTxKey(sha256('another transaction'))], signatures: [a] },
      since,
      says: 'txBAD_AUTH 1',
    },
    {
      what: 'their signatures do not count for the source, whose check comes first',
      accounts: [{ of: 'A', low: 1 }],
      transaction: { extraSigners: [E], signatures: [e] },
      since,
      says: 'txBAD_AUTH 0',
    },
    {
      what: 'an empty list asks for nothing, and is no check of weight 0',
      accounts,
      transaction: { extraSigners: [], signatures: [a] },
      since,
      says: 'txSUCCESS 1',
    },
    {
      what: 'a second signature of one of them is surplus',
      accounts,
      transaction: { extraSigners: [E], signatures: [a, e, e] },
      since,
      says: 'txBAD_AUTH_EXTRA 110',
    },
    {
      what: 'a failed check leaves the operations unjudged',
      accounts: [{ of: 'A' }, { of: 'B' }],
      transaction: { operations: [payment('C', 'B')], extraSigners: [E], signatures: [a, b] },
      since,
      says: 'txBAD_AUTH 10',
    },
  ])
})

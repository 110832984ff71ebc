/** Whose signatures count for an account, and for one that does not exist. */
import { hashXKey, signedPayloadKey, type Bytes } from '../../../src/kernel/model/index.js'
import { key, sha256 } from '../../support/build/key.js'
import { createAccount, payment, setOptions } from '../../support/build/operation.js'
import { by, payloadBy, preimage } from '../../support/build/signature.js'
import { tell, THIS } from './situation.js'

const [a, b, n] = [by('A'), by('B'), by('N')]
const x: Bytes = Uint8Array.of(1, 2, 3)

describe('signers of an account that exists', () => {
  tell([
    {
      what: 'a threshold of 0 takes one signature',
      accounts: [{ of: 'A' }],
      transaction: { signatures: [a] },
      says: 'txSUCCESS 1',
    },
    {
      what: 'a threshold of 0 takes a signature of a signer, not of anybody',
      accounts: [{ of: 'A' }],
      transaction: { signatures: [b] },
      says: 'txBAD_AUTH 0',
    },
    {
      what: 'a master weight of 0 satisfies not even a threshold of 0',
      accounts: [{ of: 'A', master: 0, signers: [['B', 1]] }],
      transaction: { signatures: [a] },
      says: 'txBAD_AUTH 0',
    },
    {
      what: 'a master key of weight 0 beside one that suffices is surplus',
      accounts: [{ of: 'A', master: 0, signers: [['B', 1]] }],
      transaction: { signatures: [a, b] },
      says: 'txBAD_AUTH_EXTRA 01',
    },
    {
      what: 'without a signer of any weight an account is locked',
      accounts: [{ of: 'A', master: 0 }],
      transaction: { signatures: [a] },
      says: 'txBAD_AUTH 0',
    },
    {
      what: 'signatures are tried in their own order, not in that of the signers',
      accounts: [{ of: 'A', low: 1, medium: 1, signers: [['B', 1]] }],
      transaction: { signatures: [b, a] },
      says: 'txBAD_AUTH_EXTRA 10',
    },
    {
      what: 'a stored weight of 300 counts 255',
      accounts: [{ of: 'A', medium: 255, signers: [['B', 300]] }],
      transaction: { signatures: [b, a] },
      says: 'txBAD_AUTH_EXTRA 10',
    },
    {
      what: 'two stored weights of 2^32 - 1 count 510',
      accounts: [
        {
          of: 'A',
          medium: 255,
          signers: [
            ['B', 2 ** 32 - 1],
            ['C', 2 ** 32 - 1],
          ],
        },
      ],
      transaction: { signatures: [a, b, by('C')] },
      says: 'txBAD_AUTH_EXTRA 110',
    },
  ])
})

describe('signers of an account that does not exist', () => {
  const ofN = [payment('someone', 'N')]
  tell([
    {
      what: 'as the source of a transaction: nothing else is looked at',
      accounts: [{ of: 'B' }],
      transaction: { source: 'N', signatures: [n] },
      says: 'txNO_ACCOUNT 0',
    },
    {
      what: 'as the source of a transaction, created by it',
      accounts: [{ of: 'B' }],
      transaction: { source: 'N', operations: [createAccount('N', 'B')], signatures: [n, b] },
      says: 'txNO_ACCOUNT 00',
    },
    {
      what: 'as the source of an operation its own key is enough; when its turn comes it is still not there',
      accounts: [{ of: 'A' }],
      transaction: { operations: ofN, signatures: [a, n] },
      says: { validate: 'txSUCCESS 11', apply: 'txFAILED [opNO_ACCOUNT] 11' },
    },
    {
      what: 'as the source of an operation its own key is needed',
      accounts: [{ of: 'A' }],
      transaction: { operations: ofN, signatures: [a] },
      says: 'txFAILED [opBAD_AUTH] 1',
    },
    {
      what: 'created in the same transaction, its own key is needed',
      accounts: [{ of: 'A' }],
      transaction: { operations: [createAccount('N'), ...ofN], signatures: [a] },
      says: 'txFAILED [ok, opBAD_AUTH] 1',
    },
    {
      what: 'created in the same transaction, its own key is enough, also at the high level',
      accounts: [{ of: 'A' }],
      transaction: { operations: [createAccount('N'), setOptions({ master: 0 }, 'N')], signatures: [a, n] },
      says: 'txSUCCESS 11',
    },
    {
      what: 'created after it acts',
      accounts: [{ of: 'A' }],
      transaction: { operations: [...ofN, createAccount('N')], signatures: [a, n] },
      says: { validate: 'txSUCCESS 11', apply: 'txFAILED [opNO_ACCOUNT, ok] 11' },
    },
    {
      what: 'one signature of its key is enough, a second one is surplus',
      accounts: [{ of: 'A' }],
      transaction: { operations: [createAccount('N'), ...ofN, ...ofN], signatures: [a, n, n] },
      says: 'txBAD_AUTH_EXTRA 110',
    },
    {
      what: 'a pre-authorization, a preimage and a payload signature of somebody else do nothing for it',
      accounts: [
        {
          of: 'A',
          signers: [
            [THIS, 1],
            [hashXKey(sha256(x)), 1],
            [signedPayloadKey(key('N').publicKey, x), 1],
          ],
        },
      ],
      transaction: {
        operations: [createAccount('N'), ...ofN],
        signatures: [a, preimage(x), payloadBy('N', x)],
      },
      since: 19,
      says: 'txFAILED [ok, opBAD_AUTH] 000',
    },
  ])
})

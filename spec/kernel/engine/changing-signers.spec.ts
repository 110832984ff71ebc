/** Signers that change within a transaction: from protocol 10 everything is judged before anything runs. */
import type { AccountParts } from '../../support/build/account.js'
import { accountMerge, payment, setOptions } from '../../support/build/operation.js'
import { by } from '../../support/build/signature.js'
import { tell } from './situation.js'

const [a, b] = [by('A'), by('B')]
const withB: AccountParts = { of: 'A', low: 2, medium: 2, high: 2, signers: [['B', 1]] }
const ruledByB: AccountParts = { of: 'A', master: 0, signers: [['B', 1]] }
const stepped: AccountParts = { of: 'A', master: 3, low: 1, medium: 3, high: 5, signers: [['B', 2]] }
const takeBack = [setOptions({ master: 1, signer: ['B', 0] }, 'A'), accountMerge('B', 'A')]
const withSigner = [payment('someone'), setOptions({ signer: ['D', 1] })]

describe('situations: signers change', () => {
  tell([
    {
      what: 'one operation raises the master weight and deletes the other signer',
      accounts: [withB],
      transaction: { operations: [setOptions({ master: 2, signer: ['B', 0] })], signatures: [a, b] },
      says: 'txSUCCESS 11',
    },
    {
      what: 'one operation deletes a signer, the next one still counts it',
      accounts: [withB],
      transaction: {
        operations: [setOptions({ signer: ['B', 0] }), setOptions({ master: 2 })],
        signatures: [a, b],
      },
      says: 'txSUCCESS 11',
    },
    {
      what: 'a signer gives an account back, and merges it',
      accounts: [{ of: 'B' }, ruledByB],
      transaction: { operations: takeBack, signatures: [b] },
      says: 'txSUCCESS 1',
    },
    {
      what: 'the same, from the account itself',
      accounts: [ruledByB, { of: 'B' }],
      transaction: { operations: takeBack, signatures: [b] },
      says: 'txSUCCESS 1',
    },
    {
      what: 'the same, and the master key signs too soon',
      accounts: [ruledByB, { of: 'B' }],
      transaction: { operations: takeBack, signatures: [a, b] },
      since: 8,
      says: 'txBAD_AUTH_EXTRA 01',
    },
    {
      what: 'the high threshold is raised above everything, twice',
      accounts: [{ of: 'A' }],
      transaction: { operations: [setOptions({ high: 3 }), setOptions({ high: 3 })], signatures: [a] },
      says: 'txSUCCESS 1',
    },
    {
      what: 'the master weight is lowered below the high threshold, twice',
      accounts: [{ of: 'A', master: 10, high: 10 }],
      transaction: { operations: [setOptions({ master: 9 }), setOptions({ master: 8 })], signatures: [a] },
      says: 'txSUCCESS 1',
    },
    {
      what: 'a weight is lowered and raised again',
      accounts: [stepped],
      transaction: {
        operations: [setOptions({ signer: ['B', 1] }), setOptions({ signer: ['B', 2] })],
        signatures: [a, b],
      },
      says: 'txSUCCESS 11',
    },
    {
      what: 'of a payment and a new signer only the payment is authorized',
      accounts: [stepped],
      transaction: { operations: withSigner, signatures: [a] },
      says: 'txFAILED [ok, opBAD_AUTH] 1',
    },
    {
      what: 'an earlier transaction lowered a weight',
      accounts: [{ ...stepped, signers: [['B', 1]] }],
      transaction: { operations: withSigner, signatures: [a, b] },
      says: 'txFAILED [ok, opBAD_AUTH] 11',
    },
    {
      what: 'a signer is added, and signs too soon',
      accounts: [{ of: 'A' }],
      transaction: {
        operations: [
          setOptions({ signer: ['B', 1], low: 2, medium: 2, high: 2 }),
          setOptions({ homeDomain: 'example.org' }),
        ],
        signatures: [a, b],
      },
      since: 8,
      says: 'txBAD_AUTH_EXTRA 10',
    },
    {
      what: 'a payment, and then thresholds that the master key no longer reaches, and a payment',
      accounts: [{ of: 'A' }],
      transaction: {
        operations: [payment('C'), setOptions({ master: 10, low: 10, medium: 50, high: 100 }), payment('C')],
        signatures: [a],
      },
      says: 'txSUCCESS 1',
    },
    {
      what: 'muxed accounts',
      accounts: [{ of: 'A' }],
      transaction: { isMuxed: true, signatures: [a] },
      until: 12,
      says: 'txNOT_SUPPORTED 0',
    },
    {
      what: 'muxed accounts',
      accounts: [{ of: 'A' }],
      transaction: { isMuxed: true, signatures: [a] },
      since: 13,
      says: 'txSUCCESS 1',
    },
  ])
})

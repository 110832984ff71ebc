/** What stellar-core's `TxEnvelopeTests` do with one signature, with several signers, and with batches. */
import type { AccountParts } from '../../support/build/account.js'
import { createAccount, payment, setOptions } from '../../support/build/operation.js'
import { by, over, withBytes, withHint } from '../../support/build/signature.js'
import { sha256 } from '../../support/build/key.js'
import { tell } from './situation.js'

const [a, b, s1, s2] = [by('A'), by('B'), by('S1'), by('S2')]

describe('situations: the envelope', () => {
  const accounts: readonly AccountParts[] = [{ of: 'A' }]
  const operations = [createAccount('N')]
  tell([
    { what: 'no signatures', accounts, transaction: { operations }, since: 8, says: 'txBAD_AUTH -' },
    {
      what: '32 bytes of nothing under the right hint',
      accounts,
      transaction: { operations, signatures: [withBytes(() => new Uint8Array(32).fill(0x7b))(a)] },
      since: 8,
      says: 'txBAD_AUTH 0',
    },
    {
      what: 'a right signature under another hint',
      accounts,
      transaction: { operations, signatures: [withHint(0x01020304)(a)] },
      since: 8,
      says: 'txBAD_AUTH 0',
    },
    {
      what: 'a signature over another transaction: a field was changed after it was signed',
      accounts,
      transaction: { operations, signatures: [over(sha256('as it was signed'))(a)] },
      since: 8,
      says: 'txBAD_AUTH 0',
    },
    {
      what: 'a second signature, of an account that does not exist yet',
      accounts,
      transaction: { operations, signatures: [a, by('N')] },
      since: 8,
      says: 'txBAD_AUTH_EXTRA 10',
    },
    {
      what: 'a second signature that verifies nowhere',
      accounts,
      transaction: { operations, signatures: [withBytes((s) => s.map((byte) => byte ^ 1))(b), a] },
      since: 8,
      says: 'txBAD_AUTH_EXTRA 01',
    },
    {
      what: 'signed twice',
      accounts,
      transaction: { operations, signatures: [a, a] },
      since: 8,
      says: 'txBAD_AUTH_EXTRA 10',
    },
  ])
})

describe('situations: several signers', () => {
  const joint: AccountParts = {
    of: 'A',
    master: 100,
    low: 10,
    medium: 50,
    high: 100,
    signers: [
      ['S1', 5],
      ['S2', 95],
    ],
  }
  const accounts = [joint]
  const thresholds = { low: 1, medium: 1, high: 1 }
  const both = [setOptions({ ...thresholds, signer: ['D', 1] })]
  const apart = [setOptions(thresholds), setOptions({ signer: ['D', 1] })]
  const lockedOut: AccountParts = { ...joint, master: 0 }
  tell([
    { what: 'a payment by S1', accounts, transaction: { signatures: [s1] }, says: 'txBAD_AUTH 1' },
    {
      what: 'thresholds and a signer in one operation, by S2',
      accounts,
      transaction: { operations: both, signatures: [s2] },
      says: 'txFAILED [opBAD_AUTH] 1',
    },
    {
      what: 'thresholds and a signer apart, by S2: validation stops at the first',
      accounts,
      transaction: { operations: apart, signatures: [s2] },
      says: { validate: 'txFAILED [opBAD_AUTH, ok] 1', apply: 'txFAILED [opBAD_AUTH, opBAD_AUTH] 1' },
    },
    {
      what: 'a signer and thresholds apart, by S2',
      accounts,
      transaction: { operations: apart.toReversed(), signatures: [s2] },
      says: { validate: 'txFAILED [opBAD_AUTH, ok] 1', apply: 'txFAILED [opBAD_AUTH, opBAD_AUTH] 1' },
    },
    ...[both, apart, apart.toReversed()].map((operations, index) => ({
      what: `form ${index + 1} of these by S1 and S2`,
      accounts,
      transaction: { operations, signatures: [s1, s2] },
      since: 8,
      says: 'txSUCCESS 11',
    })),
    {
      what: 'a master weight of 0, and S2 pays',
      accounts: [lockedOut],
      transaction: { signatures: [s2] },
      says: 'txSUCCESS 1',
    },
    {
      what: 'a master weight of 0, and the master key signs with S2',
      accounts: [lockedOut],
      transaction: { signatures: [a, s2] },
      says: 'txBAD_AUTH_EXTRA 01',
    },
    {
      what: 'ten copies of a signature of S1',
      accounts,
      transaction: { signatures: Array.from({ length: 10 }, () => s1) },
      says: 'txBAD_AUTH 1000000000',
    },
    {
      what: 'weights that an earlier transaction set reach low and not medium',
      accounts: [{ ...joint, master: 10, signers: [] }],
      transaction: { operations: [payment('someone')], signatures: [a] },
      says: 'txFAILED [opBAD_AUTH] 1',
    },
  ])
})

describe('situations: batches', () => {
  const accounts: readonly AccountParts[] = [{ of: 'A' }, { of: 'B' }]
  const ofB = payment('someone', 'B')
  tell([
    {
      what: 'no operations',
      accounts,
      transaction: { operations: [], signatures: [a] },
      since: 8,
      says: 'txMISSING_OPERATION 0',
    },
    {
      what: 'an operation of another account, which did not sign',
      accounts,
      transaction: { operations: [ofB], signatures: [a] },
      since: 8,
      says: 'txFAILED [opBAD_AUTH] 1',
    },
    {
      what: 'an operation of another account, and both signed',
      accounts,
      transaction: { operations: [ofB], signatures: [a, b] },
      since: 8,
      says: 'txSUCCESS 11',
    },
    {
      what: 'an operation of another account, and only that one signed',
      accounts,
      transaction: { operations: [ofB], signatures: [b] },
      since: 8,
      says: 'txBAD_AUTH 0',
    },
    {
      what: 'an account is created, and pays, both keys signed',
      accounts: [{ of: 'B' }],
      transaction: { operations: [createAccount('N'), payment('someone', 'N')], signatures: [b, by('N')] },
      since: 8,
      says: 'txSUCCESS 11',
    },
    {
      what: 'a refused operation hides a surplus signature',
      accounts,
      transaction: { operations: [ofB], signatures: [a, by('C')] },
      since: 8,
      says: 'txFAILED [opBAD_AUTH] 10',
    },
  ])
})

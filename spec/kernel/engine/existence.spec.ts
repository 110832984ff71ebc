/** Accounts that come and go within a transaction, which only the closing of a ledger shows. */
import type { AccountParts } from '../../support/build/account.js'
import { accountMerge, createAccount, operation, payment, setOptions } from '../../support/build/operation.js'
import { by } from '../../support/build/signature.js'
import { tell, type Situation } from './situation.js'

const [a, b] = [by('A'), by('B')]
const B: AccountParts = { of: 'B' }

/** A merges into B, and pays: what says whether A was still there? */
const afterMerge = (what: string, of: Omit<AccountParts, 'of'>, apply: 'ok' | 'opNO_ACCOUNT'): Situation => ({
  what,
  accounts: [{ of: 'A', ...of }, B],
  transaction: { operations: [accountMerge('B'), payment('C')], signatures: [a] },
  says: { validate: 'txSUCCESS 1', apply: apply === 'ok' ? 'txSUCCESS 1' : 'txFAILED [ok, opNO_ACCOUNT] 1' },
})

describe('existence at apply', () => {
  tell([
    afterMerge('an account that was merged does not pay', {}, 'opNO_ACCOUNT'),
    afterMerge('the same, of which the ledger state is known', { state: {} }, 'opNO_ACCOUNT'),
    afterMerge(
      'signers do not stand in the way of a merge',
      { signers: [['D', 1]], state: {} },
      'opNO_ACCOUNT',
    ),
    afterMerge('an account that may not be merged pays: immutable', { state: { flags: 4 } }, 'ok'),
    afterMerge('other flags do not keep an account', { state: { flags: 3 } }, 'opNO_ACCOUNT'),
    afterMerge('an account that may not be merged pays: it has entries', { state: { subentries: 1 } }, 'ok'),
    afterMerge('an account that may not be merged pays: it sponsors', { state: { sponsoring: 1 } }, 'ok'),
    {
      what: 'an account does not go by merging into one that does not exist',
      accounts: [{ of: 'A' }],
      transaction: { operations: [accountMerge('N'), payment('C')], signatures: [a] },
      says: 'txSUCCESS 1',
    },
    {
      what: 'nor by merging into itself',
      accounts: [{ of: 'A' }],
      transaction: { operations: [accountMerge('A'), payment('C')], signatures: [a] },
      says: 'txSUCCESS 1',
    },
    {
      what: 'it goes by merging into one that an operation before created',
      accounts: [{ of: 'A' }],
      transaction: { operations: [createAccount('N'), accountMerge('N'), payment('C')], signatures: [a] },
      says: { validate: 'txSUCCESS 1', apply: 'txFAILED [ok, ok, opNO_ACCOUNT] 1' },
    },
    {
      what: 'what an operation adds to an account may stand in the way of its merge',
      accounts: [{ of: 'A' }, B],
      transaction: {
        operations: [operation('ManageData'), accountMerge('B'), payment('C')],
        signatures: [a],
      },
      says: 'txSUCCESS 1',
    },
    ...([3, 4, 7] as const).map((setFlags): Situation => ({
      what: `and so may a flag that it sets: ${setFlags}`,
      accounts: [{ of: 'A' }, B],
      transaction: {
        operations: [setOptions({ setFlags }), accountMerge('B'), payment('C')],
        signatures: [a],
      },
      says: {
        validate: 'txSUCCESS 1',
        apply: setFlags === 3 ? 'txFAILED [ok, ok, opNO_ACCOUNT] 1' : 'txSUCCESS 1',
      },
    })),
    {
      what: 'it can be created again',
      accounts: [{ of: 'A' }, B],
      transaction: {
        operations: [accountMerge('B'), createAccount('A', 'B'), payment('C')],
        signatures: [a, b],
      },
      says: 'txSUCCESS 11',
    },
    {
      what: 'an operation of another account is not concerned',
      accounts: [{ of: 'A' }, B],
      transaction: { operations: [accountMerge('B'), payment('C', 'B')], signatures: [a, b] },
      says: 'txSUCCESS 11',
    },
    {
      what: 'a surplus signature comes before it',
      accounts: [{ of: 'A' }, B],
      transaction: { operations: [accountMerge('B'), payment('C')], signatures: [a, b] },
      says: 'txBAD_AUTH_EXTRA 10',
    },
  ])
})

describe('operations that a protocol does not know', () => {
  const inflation = operation('Inflation', 'B')
  const accounts: readonly AccountParts[] = [{ of: 'A' }, B]
  tell([
    {
      what: 'inflation, as long as it was known',
      accounts,
      transaction: { operations: [inflation], signatures: [a, b] },
      until: 11,
      says: 'txSUCCESS 11',
    },
    {
      what: 'inflation, signed: validation does not look at its signatures',
      accounts,
      transaction: { operations: [inflation], signatures: [a, b] },
      since: 12,
      says: { validate: 'txFAILED [opNOT_SUPPORTED] 10', apply: 'txFAILED [opNOT_SUPPORTED] 11' },
    },
    {
      what: 'inflation, not signed: at apply signatures are judged first',
      accounts,
      transaction: { operations: [inflation], signatures: [a] },
      since: 12,
      says: { validate: 'txFAILED [opNOT_SUPPORTED] 1', apply: 'txFAILED [opBAD_AUTH] 1' },
    },
    {
      what: 'an unknown operation hides what is wrong with the next one only before consensus',
      accounts,
      transaction: { operations: [operation('Inflation'), payment('C', 'B')], signatures: [a] },
      since: 12,
      says: { validate: 'txFAILED [opNOT_SUPPORTED, ok] 1', apply: 'txFAILED [ok, opBAD_AUTH] 1' },
    },
    {
      what: 'an unknown operation before one that is fine',
      accounts,
      transaction: { operations: [operation('Clawback'), payment('C')], signatures: [a] },
      until: 16,
      says: { validate: 'txFAILED [opNOT_SUPPORTED, ok] 1', apply: 'txFAILED [opNOT_SUPPORTED, ok] 1' },
    },
  ])
})

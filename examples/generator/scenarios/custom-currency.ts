import { Operation } from '@stellar/stellar-base'
import { key } from '../keys.js'
import { payCredit } from '../operations.js'
import { authorized, badAuth, failedAt, ordinary, type Scenario } from '../scenario.js'
import { byAll } from '../signing.js'

const issue = { source: 'currency', operations: [payCredit('holding', 'GOLDEN', 'currency', '1000000')] }

export const customCurrency: Scenario = {
  name: 'custom-currency',
  about: [
    'A custom currency: everything was issued to the holding account, then the issuer was locked for ever.',
    'Its master key has weight 0 and there is no other signer, so nobody can sign for it at any threshold.',
  ],
  keys: { currency: key('currency'), holding: key('holding') },
  accounts: {
    currency: { address: 'currency', master: 0, thresholds: { low: 0, medium: 0, high: 0 }, signers: {} },
    holding: ordinary('holding'),
  },
  envelopes: [
    {
      file: 'issue.rejected.xdr',
      ...issue,
      signatures: byAll('currency'),
      expect: badAuth,
      because: 'a master key of weight 0 is no signer, not even for a threshold of 0',
    },
    {
      file: 'issue.unsigned.rejected.xdr',
      ...issue,
      signatures: [],
      expect: badAuth,
      because: 'a threshold of 0 still needs one signer, and there is none',
    },
    {
      file: 'unlock.rejected.xdr',
      source: 'currency',
      operations: [Operation.setOptions({ masterWeight: 1 })],
      signatures: byAll('currency'),
      expect: badAuth,
      because: 'the lock cannot be undone',
    },
    {
      file: 'issue.paid-by-holding.rejected.xdr',
      source: 'holding',
      operations: [payCredit('holding', 'GOLDEN', 'currency', '1000000', 'currency')],
      signatures: byAll('holding', 'currency'),
      expect: failedAt(0),
      because: 'another source for the transaction does not help: the operation still acts for the issuer',
    },
    {
      file: 'spend.by-holding.ok.xdr',
      source: 'holding',
      operations: [payCredit('supplier', 'GOLDEN', 'currency', '250')],
      signatures: byAll('holding'),
      expect: authorized,
      because: 'what was issued moves as ever',
    },
  ],
}

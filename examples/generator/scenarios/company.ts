import { Operation } from '@stellar/stellar-base'
import { key } from '../keys.js'
import { pay, setSigner } from '../operations.js'
import {
  authorized,
  authorizedFeeBump,
  badAuth,
  badAuthExtra,
  innerFailed,
  innerOnlyAtApply,
  ordinary,
  type Scenario,
} from '../scenario.js'
import { byAll } from '../signing.js'

const payment = { source: 'company', operations: [pay('supplier', '1200')], memo: 'invoice 4711' }
/** A payment of a customer; the company pays the fee. */
const purchase = { source: 'customer', operations: [pay('shop', '40')] }

export const company: Scenario = {
  name: 'company',
  about: [
    'A company account: any three of six employees together, for everything.',
    'The master key has weight 0: it is switched off, and its signature is worth nothing.',
    'The customer is an ordinary account, for which the company pays fees.',
  ],
  keys: {
    company: key('company'),
    amara: key('amara'),
    bo: key('bo'),
    chen: key('chen'),
    dalia: key('dalia'),
    eko: key('eko'),
    farid: key('farid'),
    customer: key('customer'),
  },
  accounts: {
    company: {
      address: 'company',
      master: 0,
      thresholds: { low: 3, medium: 3, high: 3 },
      signers: { amara: 1, bo: 1, chen: 1, dalia: 1, eko: 1, farid: 1 },
    },
    customer: ordinary('customer'),
  },
  envelopes: [
    {
      file: 'payment.3-of-6.ok.xdr',
      ...payment,
      signatures: byAll('amara', 'dalia', 'farid'),
      expect: authorized,
      because: 'three employees weigh 3',
    },
    {
      file: 'payment.2-of-6.rejected.xdr',
      ...payment,
      signatures: byAll('amara', 'dalia'),
      expect: badAuth,
      because: 'low is 3 as well, so the transaction fails before any operation is looked at',
    },
    {
      file: 'payment.4-of-6.surplus.xdr',
      ...payment,
      signatures: byAll('amara', 'bo', 'chen', 'dalia'),
      expect: badAuthExtra,
      because: 'three were enough',
    },
    {
      file: 'payment.twice-amara.rejected.xdr',
      ...payment,
      signatures: byAll('amara', 'amara', 'bo'),
      expect: badAuth,
      because: 'three signatures of two people weigh 2',
    },
    {
      file: 'payment.with-master.surplus.xdr',
      ...payment,
      signatures: byAll('company', 'amara', 'bo', 'chen'),
      expect: badAuthExtra,
      because: 'a master key of weight 0 is no signer, so its signature is used by nothing',
    },
    {
      file: 'payment.master-and-2.rejected.xdr',
      ...payment,
      signatures: byAll('company', 'amara', 'bo'),
      expect: badAuth,
      because: 'the master key adds nothing to the 2 of the employees',
    },
    {
      file: 'replace-farid.3-of-6.ok.xdr',
      source: 'company',
      operations: [setSigner('farid', 0), setSigner('gina', 1)],
      signatures: byAll('amara', 'bo', 'chen'),
      expect: authorized,
      because: 'the same three serve both operations',
    },
    {
      file: 'bump-sequence.2-of-6.rejected.xdr',
      source: 'company',
      operations: [Operation.bumpSequence({ bumpTo: '30064781072' })],
      signatures: byAll('eko', 'farid'),
      expect: badAuth,
      because: 'here the low level needs three people too',
    },
    {
      file: 'fee-bump.ok.xdr',
      ...purchase,
      signatures: byAll('customer'),
      feeBump: { source: 'company', signatures: byAll('bo', 'chen', 'eko') },
      expect: authorizedFeeBump,
      because: 'the customer signs the payment, three employees sign for its fee',
    },
    {
      file: 'fee-bump.only-outer.rejected.xdr',
      ...purchase,
      signatures: [],
      feeBump: { source: 'company', signatures: byAll('bo', 'chen', 'eko') },
      expect: innerFailed('txBAD_AUTH'),
      because: 'who pays the fee does not sign for the payment',
    },
    {
      file: 'fee-bump.only-inner.rejected.xdr',
      ...purchase,
      signatures: byAll('customer'),
      feeBump: { source: 'company', signatures: [] },
      expect: badAuth,
      elsewhere: innerOnlyAtApply,
      because: 'nobody signed for the fee',
    },
    {
      file: 'fee-bump.outer-surplus.xdr',
      ...purchase,
      signatures: byAll('customer'),
      feeBump: { source: 'company', signatures: byAll('amara', 'bo', 'chen', 'eko') },
      expect: badAuthExtra,
      elsewhere: innerOnlyAtApply,
      because: 'a fee bump has no room for surplus signatures either',
    },
    {
      file: 'fee-bump.inner-surplus.xdr',
      ...purchase,
      signatures: byAll('customer', 'amara'),
      feeBump: { source: 'company', signatures: byAll('bo', 'chen', 'eko') },
      expect: innerFailed('txBAD_AUTH_EXTRA'),
      because: 'amara signed the payment of the customer, where she is no signer',
    },
    {
      file: 'fee-bump.signed-too-early.rejected.xdr',
      ...purchase,
      signatures: byAll('customer'),
      feeBump: { source: 'company', signatures: byAll('bo', 'chen', 'eko'), signedTooEarly: true },
      expect: badAuth,
      elsewhere: innerOnlyAtApply,
      because: 'the fee bump covers the inner signatures; one that is added later voids the outer ones',
    },
  ],
}

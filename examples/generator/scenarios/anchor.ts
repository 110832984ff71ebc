import { Asset, Operation, type AuthFlag } from '@stellar/stellar-base'
import { key } from '../keys.js'
import { mergeInto, payCredit } from '../operations.js'
import { authorized, badAuthExtra, failedAt, notSupportedAt, ordinary, type Scenario } from '../scenario.js'
import { byAll } from '../signing.js'

const credit = new Asset('EUR', key('anchor'))
const allowTrust = {
  source: 'anchor',
  operations: [Operation.allowTrust({ trustor: key('customer'), assetCode: 'EUR', authorize: true })],
}
const allow = (source?: string) =>
  Operation.setTrustLineFlags({
    trustor: key('customer'),
    asset: credit,
    flags: { authorized: true },
    ...(source === undefined ? {} : { source }),
  })
const payment = {
  source: 'anchor',
  operations: [payCredit('customer', 'EUR', 'anchor', '500')],
  memo: 'deposit 81',
}
const onboarding = {
  source: 'customer',
  operations: [Operation.changeTrust({ asset: credit }), allow(key('anchor'))],
}

export const anchor: Scenario = {
  name: 'anchor',
  about: [
    'An anchor: the issuing key (master) stays offline, the helper key lets customers hold the credit.',
    'The helper reaches the low threshold only, so it can neither issue credit nor change the account.',
  ],
  keys: { anchor: key('anchor'), helper: key('helper'), customer: key('customer') },
  accounts: {
    anchor: {
      address: 'anchor',
      master: 2,
      thresholds: { low: 0, medium: 2, high: 2 },
      signers: { helper: 1 },
    },
    customer: ordinary('customer'),
  },
  envelopes: [
    {
      file: 'allow-trust.by-helper.ok.xdr',
      ...allowTrust,
      signatures: byAll('helper'),
      expect: authorized,
      because: 'AllowTrust is at the low level, and 1 is enough there',
    },
    {
      file: 'set-trustline-flags.by-helper.ok.xdr',
      source: 'anchor',
      operations: [allow()],
      signatures: byAll('helper'),
      expect: authorized,
      elsewhere: notSupportedAt(0),
      because: 'SetTrustLineFlags, the successor of AllowTrust, is at the low level too',
    },
    {
      file: 'allow-trust.helper-and-master.surplus.xdr',
      ...allowTrust,
      signatures: byAll('helper', 'anchor'),
      expect: badAuthExtra,
      because: 'the helper is enough, so the signature of the master key is surplus',
    },
    {
      file: 'payment.by-master.ok.xdr',
      ...payment,
      signatures: byAll('anchor'),
      expect: authorized,
      because: 'the master key weighs 2, as much as a payment needs',
    },
    {
      file: 'payment.by-helper.rejected.xdr',
      ...payment,
      signatures: byAll('helper'),
      expect: failedAt(0),
      because: 'the helper passes the low level of the transaction, but a payment needs 2',
    },
    {
      file: 'payment.master-then-helper.surplus.xdr',
      ...payment,
      signatures: byAll('anchor', 'helper'),
      expect: badAuthExtra,
      because: 'the master key reaches 2 at once, and the helper is left over',
    },
    {
      file: 'payment.helper-then-master.ok.xdr',
      ...payment,
      signatures: byAll('helper', 'anchor'),
      expect: authorized,
      because: 'the same two signatures the other way round: both are needed on the way to 2',
    },
    {
      file: 'merge.by-helper.rejected.xdr',
      source: 'anchor',
      operations: [mergeInto('customer')],
      signatures: byAll('helper'),
      expect: failedAt(0),
      because: 'AccountMerge is at the high level',
    },
    {
      file: 'set-flags.by-helper.rejected.xdr',
      source: 'anchor',
      operations: [Operation.setOptions({ setFlags: 3 as AuthFlag })],
      signatures: byAll('helper'),
      expect: failedAt(0),
      because: 'SetOptions is never at the low level: medium for flags, high for signers and thresholds',
    },
    {
      file: 'bump-sequence.by-helper.ok.xdr',
      source: 'anchor',
      operations: [Operation.bumpSequence({ bumpTo: '30064781072' })],
      signatures: byAll('helper'),
      expect: authorized,
      because:
        'BumpSequence is at the low level: the helper can void transactions that were signed in advance',
    },
    {
      file: 'onboarding.ok.xdr',
      ...onboarding,
      signatures: byAll('customer', 'helper'),
      expect: authorized,
      elsewhere: notSupportedAt(1),
      because: 'the customer signs for the trust line, the helper for the permission',
    },
    {
      file: 'onboarding.missing-helper.xdr',
      ...onboarding,
      signatures: byAll('customer'),
      expect: failedAt(1),
      because: 'nobody signed for the anchor, the source of the second operation',
    },
  ],
}

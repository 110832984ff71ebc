import { key } from '../keys.js'
import { pay, setSigner, setThresholds } from '../operations.js'
import { authorized, badAuth, badAuthExtra, failedAt, undetermined, type Scenario } from '../scenario.js'
import { by, byAll, forPublic, withHintOf } from '../signing.js'

const payment = { source: 'founder', operations: [pay('supplier', '25')], memo: 'rent' }
/** Dana is no signer of the account; this transaction asks for her signature all the same. */
const witnessed = { ...payment, extraSigners: [key('dana')] }
const addSigner = { source: 'founder', operations: [setSigner('dana', 1)] }

export const joint: Scenario = {
  name: 'joint',
  about: [
    'A joint account: each of three people may pay alone, all three must agree to change the signers.',
    'The master key is the key of the founder.',
  ],
  keys: { founder: key('founder'), bilal: key('bilal'), carina: key('carina') },
  accounts: {
    joint: {
      address: 'founder',
      master: 1,
      thresholds: { low: 0, medium: 0, high: 3 },
      signers: { bilal: 1, carina: 1 },
    },
  },
  envelopes: [
    {
      file: 'payment.ok.xdr',
      ...payment,
      signatures: byAll('bilal'),
      expect: authorized,
      because: 'one signature is all that a payment needs',
    },
    {
      file: 'payment.surplus.xdr',
      ...payment,
      signatures: byAll('bilal', 'carina'),
      expect: badAuthExtra,
      because: 'the first signature is enough, and the second has nothing left to do',
    },
    {
      file: 'payment.unsigned.xdr',
      ...payment,
      signatures: [],
      expect: badAuth,
      because: 'a threshold of 0 still needs one signature',
    },
    {
      file: 'payment.wrong-network.xdr',
      ...payment,
      signatures: [forPublic('bilal')],
      expect: badAuth,
      because: 'a signature is made for one network, and this account is on another',
    },
    {
      file: 'payment.wrong-hint.xdr',
      ...payment,
      signatures: [withHintOf('carina', 'bilal')],
      expect: badAuth,
      because: 'the hint sends the signature to the key of Carina, where it does not verify',
    },
    {
      file: 'payment.stranger.xdr',
      ...payment,
      signatures: byAll('bilal', 'dana'),
      expect: badAuthExtra,
      because: 'the signature of someone who is no signer is used by nothing',
    },
    {
      file: 'payment.extra-signer.ok.xdr',
      ...witnessed,
      signatures: byAll('bilal', 'dana'),
      expect: authorized,
      elsewhere: [{ protocol: 18, expect: { verdict: 'rejected', code: 'txNOT_SUPPORTED' } }],
      because: 'this transaction names Dana as an extra signer, so her signature is used',
    },
    {
      file: 'payment.extra-signer.missing-dana.xdr',
      ...witnessed,
      signatures: byAll('bilal', 'carina'),
      expect: badAuth,
      because: 'an extra signer has to sign, whatever the account needs',
    },
    {
      file: 'payment.other-account.undetermined.xdr',
      source: 'founder',
      operations: [pay('supplier', '25'), pay('supplier', '25', 'landlord')],
      signatures: byAll('bilal'),
      expect: undetermined,
      because: 'the second payment leaves an account that the account file does not describe',
    },
    {
      file: 'add-signer.ok.xdr',
      ...addSigner,
      signatures: byAll('founder', 'bilal', 'carina'),
      expect: authorized,
      because: 'all three together weigh 3',
    },
    {
      file: 'add-signer.missing-carina.xdr',
      ...addSigner,
      signatures: byAll('founder', 'bilal'),
      expect: failedAt(0),
      because: '2 of the 3 that a change of signers needs',
    },
    {
      file: 'add-signer.by-founder.xdr',
      ...addSigner,
      signatures: byAll('founder'),
      expect: failedAt(0),
      because: 'one of two copies that went different ways; the other is by-bilal-and-carina',
    },
    {
      file: 'add-signer.by-bilal-and-carina.xdr',
      ...addSigner,
      signatures: byAll('bilal', 'carina'),
      expect: failedAt(0),
      because: 'the other copy: together they hold all three signatures',
    },
    {
      file: 'add-signer.twice-bilal.xdr',
      ...addSigner,
      signatures: byAll('founder', 'bilal', 'bilal'),
      expect: failedAt(0),
      because: 'a signer counts once, however often they sign',
    },
    {
      file: 'payment-and-add-signer.ok.xdr',
      source: 'founder',
      operations: [pay('supplier', '25'), setSigner('dana', 1)],
      signatures: [by('carina'), by('bilal'), by('founder')],
      expect: authorized,
      because: 'the payment uses one signature, the change of signers uses all',
    },
    {
      file: 'raise-high.ok.xdr',
      source: 'founder',
      operations: [setThresholds({ high: 4 })],
      signatures: byAll('founder', 'bilal', 'carina'),
      expect: authorized,
      because: 'the network does not ask whether anybody can ever reach 4 again',
    },
  ],
}

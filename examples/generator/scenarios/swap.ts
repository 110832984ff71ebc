import { hashX, key } from '../keys.js'
import { pay } from '../operations.js'
import { authorized, badAuth, badAuthExtra, type Scenario } from '../scenario.js'
import { by, byAll, preimage, wrongPreimage } from '../signing.js'

const claim = { source: 'locker', operations: [pay('bob', '75')] }
const refund = { source: 'locker', operations: [pay('alice', '75')] }

export const swap: Scenario = {
  name: 'swap',
  about: [
    'One half of a swap across two ledgers: Bob may claim once he knows x, the preimage of the lock.',
    'Alice and Bob together may refund. The preimage is public as soon as a claim was submitted anywhere.',
  ],
  keys: { locker: key('locker'), alice: key('alice'), bob: key('bob'), lock: hashX('swap') },
  accounts: {
    locker: {
      address: 'locker',
      master: 0,
      thresholds: { low: 2, medium: 2, high: 2 },
      signers: { alice: 1, bob: 1, lock: 1 },
    },
  },
  envelopes: [
    {
      file: 'claim.ok.xdr',
      ...claim,
      signatures: [by('bob'), preimage('swap')],
      expect: authorized,
      because: 'x and the signature of Bob weigh 2',
    },
    {
      file: 'claim.without-preimage.rejected.xdr',
      ...claim,
      signatures: byAll('bob'),
      expect: badAuth,
      because: 'Bob alone weighs 1',
    },
    {
      file: 'claim.wrong-preimage.rejected.xdr',
      ...claim,
      signatures: [by('bob'), wrongPreimage('swap')],
      expect: badAuth,
      because: 'the SHA-256 of these bytes is not the lock',
    },
    {
      file: 'claim.surplus.xdr',
      ...claim,
      signatures: [by('bob'), by('alice'), preimage('swap')],
      expect: badAuthExtra,
      because: 'a preimage is tried before all signatures, wherever it stands; x and Bob are enough',
    },
    {
      file: 'refund.ok.xdr',
      ...refund,
      signatures: byAll('alice', 'bob'),
      expect: authorized,
      because: 'both agree, so x is not needed',
    },
  ],
}

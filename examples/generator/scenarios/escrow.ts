import { key, preAuthTx } from '../keys.js'
import { hashOf } from '../envelope.js'
import { pay } from '../operations.js'
import { authorized, authorizedFeeBump, badAuth, badAuthExtra, ordinary, type Scenario } from '../scenario.js'
import { byAll } from '../signing.js'

const release = { source: 'escrow', operations: [pay('seller', '300')], memo: 'release' }
const refund = { source: 'escrow', operations: [pay('buyer', '300')], memo: 'refund' }

export const escrow: Scenario = {
  name: 'escrow',
  about: [
    'An escrow: two transactions were authorized in advance, by their hashes, and nothing else can happen.',
    'Both have the same sequence number, so the network can take one of them only.',
  ],
  keys: {
    escrow: key('escrow'),
    release: preAuthTx(hashOf(release)),
    refund: preAuthTx(hashOf(refund)),
    buyer: key('buyer'),
  },
  accounts: {
    escrow: {
      address: 'escrow',
      master: 0,
      thresholds: { low: 1, medium: 1, high: 1 },
      signers: { release: 1, refund: 1 },
    },
    buyer: ordinary('buyer'),
  },
  envelopes: [
    {
      file: 'release.ok.xdr',
      ...release,
      signatures: [],
      expect: authorized,
      because: 'the hash of this very transaction is a signer, so no signature is needed',
    },
    {
      file: 'refund.ok.xdr',
      ...refund,
      signatures: [],
      expect: authorized,
      because: 'so is the hash of this one',
    },
    {
      file: 'release.signed.surplus.xdr',
      ...release,
      signatures: byAll('buyer'),
      expect: badAuthExtra,
      because: 'the hash is enough, and a signature on top is surplus',
    },
    {
      file: 'release.other-amount.rejected.xdr',
      ...release,
      operations: [pay('seller', '301')],
      signatures: [],
      expect: badAuth,
      because: 'one changed digit makes another hash',
    },
    {
      file: 'release.fee-bump.ok.xdr',
      ...release,
      signatures: [],
      feeBump: { source: 'buyer', signatures: byAll('buyer') },
      expect: authorizedFeeBump,
      because: 'a fee bump leaves the hash of the inner transaction as it is',
    },
  ],
}

import { Operation } from '@stellar/stellar-base'
import { key } from '../keys.js'
import { mergeInto, pay, setSigner } from '../operations.js'
import { authorized, badAuth, badAuthExtra, failedAt, type Scenario } from '../scenario.js'
import { byAll } from '../signing.js'

const payment = { source: 'owner', operations: [pay('restaurant', '18.5')], memo: 'team lunch' }
const removeEmil = { source: 'owner', operations: [setSigner('emil', 0)] }

export const expense: Scenario = {
  name: 'expense',
  about: [
    'An expense account: the owner and two coworkers may each pay alone.',
    'Only the owner, whose master key weighs 3, may change who the signers are.',
  ],
  keys: { owner: key('owner'), diyuan: key('diyuan'), emil: key('emil') },
  accounts: {
    expense: {
      address: 'owner',
      master: 3,
      thresholds: { low: 0, medium: 0, high: 3 },
      signers: { diyuan: 1, emil: 1 },
    },
  },
  envelopes: [
    {
      file: 'payment.by-diyuan.ok.xdr',
      ...payment,
      signatures: byAll('diyuan'),
      expect: authorized,
      because: 'a coworker pays alone',
    },
    {
      file: 'payment.by-both.surplus.xdr',
      ...payment,
      signatures: byAll('diyuan', 'emil'),
      expect: badAuthExtra,
      because: 'one of them would have been enough',
    },
    {
      file: 'payment.unsigned.xdr',
      ...payment,
      signatures: [],
      expect: badAuth,
      because: 'a threshold of 0 still needs one signature',
    },
    {
      file: 'add-signer.by-emil.rejected.xdr',
      source: 'owner',
      operations: [setSigner('dana', 1)],
      signatures: byAll('emil'),
      expect: failedAt(0),
      because: 'a change of signers needs 3, and Emil weighs 1',
    },
    {
      file: 'remove-emil.by-owner.ok.xdr',
      ...removeEmil,
      signatures: byAll('owner'),
      expect: authorized,
      because: 'the owner weighs 3',
    },
    {
      file: 'remove-emil.by-coworkers.rejected.xdr',
      ...removeEmil,
      signatures: byAll('diyuan', 'emil'),
      expect: failedAt(0),
      because: 'both coworkers together weigh 2',
    },
    {
      file: 'remove-emil.owner-then-diyuan.surplus.xdr',
      ...removeEmil,
      signatures: byAll('owner', 'diyuan'),
      expect: badAuthExtra,
      because: 'the owner alone is enough, and signed first',
    },
    {
      file: 'rotate-owner.by-owner.ok.xdr',
      source: 'owner',
      operations: [
        Operation.setOptions({ signer: { ed25519PublicKey: key('owner-new'), weight: 3 } }),
        Operation.setOptions({ masterWeight: 0 }),
      ],
      signatures: byAll('owner'),
      expect: authorized,
      because: 'signatures are judged before the first operation runs, so the old key serves both',
    },
    {
      file: 'home-domain.by-emil.ok.xdr',
      source: 'owner',
      operations: [Operation.setOptions({ homeDomain: 'example.org' })],
      signatures: byAll('emil'),
      expect: authorized,
      because: 'SetOptions that touches no signer, weight or threshold is at the medium level',
    },
    {
      file: 'merge.by-diyuan.rejected.xdr',
      source: 'owner',
      operations: [mergeInto('diyuan')],
      signatures: byAll('diyuan'),
      expect: failedAt(0),
      because: 'AccountMerge is at the high level, so no coworker can walk away with the account',
    },
  ],
}

import { hashOf } from '../envelope.js'
import { key, signedPayload } from '../keys.js'
import { pay, payCredit } from '../operations.js'
import { authorized, badAuth, badAuthExtra, ordinary, type Scenario } from '../scenario.js'
import { by, byAll, overPayload, overPayloadWithPlainHint } from '../signing.js'

/** The seller's side of the bargain; its hash is the payload that the seller has to sign to be paid. */
const deliver = { source: 'seller', operations: [payCredit('buyer', 'TICKET', 'seller', '1')] }
const delivery = hashOf(deliver)
const payment = { source: 'purse', operations: [pay('seller', '60')] }

export const disclosure: Scenario = {
  name: 'disclosure',
  about: [
    'Payment against disclosure: the purse pays once the seller has signed the delivery.',
    'The signer `promise` is the key of the seller with the hash of the delivery as payload, so whoever',
    'takes the payment shows the network the very signature with which the buyer can deliver.',
  ],
  keys: {
    purse: key('purse'),
    buyer: key('buyer'),
    promise: signedPayload('seller', delivery),
    seller: key('seller'),
  },
  accounts: {
    purse: {
      address: 'purse',
      master: 0,
      thresholds: { low: 2, medium: 2, high: 2 },
      signers: { buyer: 1, promise: 1 },
    },
    seller: ordinary('seller'),
  },
  envelopes: [
    {
      file: 'payment.ok.xdr',
      ...payment,
      signatures: [by('buyer'), overPayload('seller', delivery)],
      expect: authorized,
      because: 'the buyer signed the payment, the seller signed the delivery',
    },
    {
      file: 'delivery.ok.xdr',
      ...deliver,
      signatures: byAll('seller'),
      expect: authorized,
      because: 'the same 64 bytes sign the delivery itself, under the hint of the plain key',
    },
    {
      file: 'payment.without-disclosure.rejected.xdr',
      ...payment,
      signatures: byAll('buyer'),
      expect: badAuth,
      because: 'the buyer alone weighs 1',
    },
    {
      file: 'payment.plain-hint.rejected.xdr',
      ...payment,
      signatures: [by('buyer'), overPayloadWithPlainHint('seller', delivery)],
      expect: badAuth,
      because: 'the hint of a signed payload mixes key and payload; under another one it is not tried',
    },
    {
      file: 'payment.seller-signs-it.rejected.xdr',
      ...payment,
      signatures: byAll('buyer', 'seller'),
      expect: badAuth,
      because: 'the key of the seller is no signer; only its signature over the delivery counts',
    },
    {
      file: 'delivery.surplus.xdr',
      ...deliver,
      signatures: byAll('seller', 'buyer'),
      expect: badAuthExtra,
      because: 'the buyer has nothing to sign in the account of the seller',
    },
  ],
}

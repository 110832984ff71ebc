/** `custom-currency`: an issuer that is locked after it has issued everything (the document's example 5). */
import { all, cannot, type Claim } from '../claim.js'
import type { Given, PresetParts } from '../preset.js'

const promises = ({ master }: Given<never>): readonly Claim[] => [
  {
    says: 'No signature can create more of the currency',
    means:
      'Credit is issued by a payment of the issuer. The master key has weight 0 and there are no other signers, so nobody can sign it; a threshold of 0 does not help, because it takes one signer of some weight.',
    because: [...cannot([all(master)], 'pay', 'pay-in-other'), ...cannot([], 'pay', 'pay-in-other')],
  },
]

const notProtected = ({ master }: Given<never>): readonly Claim[] => [
  {
    says: 'Nobody can ever do anything with this account again. Is that meant?',
    means:
      'There is no way back: not for the master key, not with the help of anybody else. What has to be set for the currency (home domain, flags) must be set before.',
    because: cannot(
      [all(master)],
      'pay',
      'add-signer',
      'replace-everybody',
      'set-home-domain',
      'make-immutable',
      'bump-sequence',
    ),
  },
  {
    says: 'A fee bump does not help, nor an operation in the transaction of somebody else',
    means:
      'Whoever pays the fee, and whoever the transaction belongs to: an operation needs the weight of the account for which it acts.',
    because: cannot([all(master)], 'pay-fee-bumped', 'pay-in-other', 'pay-fee-of-other'),
  },
  {
    says: 'What the issuer has left behind still works',
    means:
      'An offer of the issuer that is still on the exchange sells credit that did not exist before, and an administrator who was appointed in the contract of the asset can still create some. Withdraw both before: afterwards nobody can.',
    because: cannot([all(master)], 'withdraw-offer', 'call-contract'),
  },
  {
    says: 'The lumens that are left in it are lost',
    means:
      'The account can neither pay them out nor be merged into another, and no fee can be paid with them.',
    because: cannot([all(master)], 'pay', 'merge', 'pay-fee-of-other', 'claim-balance'),
  },
  {
    says: 'Holders can no longer be allowed or frozen',
    means:
      'If the issuer has the flag "authorization required", nobody who does not hold the currency yet can ever hold it.',
    because: cannot([all(master)], 'allow-trust'),
  },
]

export const customCurrency: PresetParts<never> = {
  id: 'custom-currency',
  summary: 'an issuer that is locked for ever, so that no more is issued',
  purpose:
    'You have issued all of a currency to a holding account, and want everybody to be able to see that there will never be more.',
  example: { account: 'currency', master: 'currency', keys: [] },
  keys: { summary: 'none: there are no signers', least: 0, most: 0 },
  numbers: {},
  build: ({ master }) => ({
    master: { alias: master, weight: 0 },
    thresholds: { low: 0, medium: 0, high: 0 },
    signers: [],
  }),
  promises,
  notProtected,
}

/** `anchor`: an issuer whose master key stays offline, and a key that allows trust (the document's example 1). */
import { all, any, can, cannot, type Claim } from '../claim.js'
import type { Given, PresetParts } from '../preset.js'

const promises = ({ master, keys }: Given<never>): readonly Claim[] => [
  {
    says: 'Whoever takes the online key cannot issue credit',
    means:
      'A payment by the issuer is what issues credit. It is at the medium level, which the keys kept online do not reach, not even all together.',
    because: cannot([all(...keys)], 'pay', 'pay-in-other', 'pay-fee-bumped'),
  },
  {
    says: 'Whoever takes the online key cannot change the account',
    means: 'Signers, flags and home domain stay as they are, and the account cannot be merged.',
    because: cannot(
      [all(...keys)],
      'add-signer',
      'replace-everybody',
      'make-immutable',
      'set-home-domain',
      'merge',
    ),
  },
  {
    says: 'Customers are admitted while the master key is offline',
    means: 'To allow trust is at the low level. One online key is enough, and the master key need not sign.',
    because: [...can([any(1, keys)], 'allow-trust'), ...can([all(master)], 'allow-trust', 'pay')],
  },
]

const notProtected = ({ master, keys }: Given<never>): readonly Claim[] => [
  {
    says: 'An online key can admit anybody, and freeze anybody',
    means:
      'The operation that allows a customer to hold the credit also takes it back, where the issuer has the flag "revocable".',
    because: can([any(1, keys)], 'allow-trust'),
  },
  {
    says: 'An online key can make transactions void that the master key has signed in advance',
    means:
      'Raising the sequence number is at the low level as well. Transactions prepared offline are void once the number has passed theirs. Raised to the highest number that there is, the account can never again be the source of a transaction, only of operations in transactions of others.',
    because: can([any(1, keys)], 'bump-sequence'),
  },
  {
    says: 'An online key can spend the lumens of the account on fees',
    means:
      'To be the source of a transaction, or to pay for a fee bump, needs the low level. Keep no more lumens there than fees and reserves need.',
    because: can([any(1, keys)], 'pay-fee-of-other', 'bump-sequence'),
  },
  {
    says: 'An online key can claim balances that are meant for the account',
    means:
      'What is claimed stays in the account, but whether and when to claim is not for the master key alone.',
    because: can([any(1, keys)], 'claim-balance'),
  },
  {
    says: 'A stolen online key works until the master key removes it',
    means: 'The online keys cannot remove each other: each time, the master key has to be fetched.',
    because: cannot([all(...keys)], 'add-signer', 'replace-everybody'),
  },
  {
    says: 'The master key is a single point of failure',
    means:
      'Stolen, it gives the issuer away. Lost, no credit can ever be issued again, and no online key can be replaced.',
    because: [
      ...can([all(master)], 'pay', 'replace-everybody', 'merge'),
      ...cannot([all(...keys)], 'pay', 'add-signer', 'merge'),
    ],
  },
]

export const anchor: PresetParts<never> = {
  id: 'anchor',
  summary: 'an issuer whose master key stays offline; an online key allows customers to hold the credit',
  purpose:
    'You issue credit, and want the key that can issue it to be kept offline. Customers must be allowed to hold the credit every day, and that should not need this key.',
  example: { account: 'anchor', master: 'anchor', keys: ['helper'] },
  keys: { summary: 'the keys that are kept online', least: 1, most: 20 },
  numbers: {},
  // One above what the online keys weigh together: two of them must not add up to the issuer.
  build: ({ master, keys }) => ({
    master: { alias: master, weight: keys.length + 1 },
    thresholds: { low: 0, medium: keys.length + 1, high: keys.length + 1 },
    signers: keys.map((alias) => ({ alias, weight: 1 })),
  }),
  promises,
  notProtected,
}

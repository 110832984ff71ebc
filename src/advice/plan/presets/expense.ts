/** `expense`: the owner does everything, coworkers may pay (the document's example 4). */
import { all, any, can, cannot, type Claim } from '../claim.js'
import type { Given, PresetParts } from '../preset.js'

type Numbers = 'high'

const promises = ({ master, keys }: Given<Numbers>): readonly Claim[] => [
  {
    says: 'Coworkers cannot change the signers, not even all together',
    means:
      'All their keys weigh less than the high threshold, so they can neither remove each other nor the owner, nor merge the account away.',
    because: cannot([all(...keys)], 'add-signer', 'replace-everybody', 'merge'),
  },
  {
    says: 'The owner can remove any of them without asking',
    means: 'That is an operation at the high level, which the master key reaches alone.',
    because: can([all(master)], 'add-signer', 'replace-everybody', 'merge'),
  },
]

const notProtected = ({ master, keys }: Given<Numbers>): readonly Claim[] => [
  {
    says: 'One coworker alone can pay out everything',
    means:
      'The medium threshold is 0, so one signature of any weight is enough, whatever the amount. What the owner controls is who belongs to the account, not what is spent.',
    because: can([any(1, keys)], 'pay', 'pay-in-other'),
  },
  {
    says: 'One coworker alone can set the home domain and the flags',
    means:
      'A change of settings that leaves signers, weights and thresholds alone is at the medium level. After the flag "immutable" is set, the owner can never merge the account, nor change a flag again.',
    because: can([any(1, keys)], 'set-home-domain', 'make-immutable'),
  },
  {
    says: "One coworker alone can make the owner's prepared transactions void",
    means:
      'Raising the sequence number needs the low level. Raised to the highest number that there is, the account can never again be the source of a transaction, only of operations in transactions of others.',
    because: can([any(1, keys)], 'bump-sequence'),
  },
  {
    says: 'One coworker alone can spend the lumens on fees',
    means: 'The account can be made to pay the fees of transactions that have nothing to do with it.',
    because: can([any(1, keys)], 'pay-fee-of-other'),
  },
  {
    says: "The owner's key is a single point of failure",
    means:
      'Stolen, it gives everything away. Lost, the coworkers can go on paying for ever, and nobody can remove one of them.',
    because: [
      ...can([all(master)], 'replace-everybody', 'merge'),
      ...cannot([all(...keys)], 'add-signer', 'merge'),
      ...can([any(1, keys)], 'pay'),
    ],
  },
]

export const expense: PresetParts<Numbers> = {
  id: 'expense',
  summary: 'coworkers may pay alone, only the owner changes who they are',
  purpose:
    'You control the account fully, and a few coworkers may pay from it without asking. When one of them leaves, you remove their key.',
  example: { account: 'expense', master: 'owner', keys: ['diyuan', 'emil'] },
  keys: { summary: 'the coworkers', least: 1, most: 20 },
  numbers: {
    high: {
      summary: "weight of the owner's key, and the high threshold",
      standardSays: 'one more than there are coworkers',
      standard: ({ keys }) => keys.length + 1,
      range: ({ keys }) => ({
        least: keys.length + 1,
        most: 255,
        because: `with ${String(keys.length)} or less, the coworkers could remove the owner`,
      }),
    },
  },
  build: ({ master, keys, numbers: { high } }) => ({
    master: { alias: master, weight: high },
    thresholds: { low: 0, medium: 0, high },
    signers: keys.map((alias) => ({ alias, weight: 1 })),
  }),
  promises,
  notProtected,
}

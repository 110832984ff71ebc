/** `joint`: each may pay alone, all together change the signers (the document's example 2). */
import { all, any, can, cannot, type Claim } from '../claim.js'
import type { Given, PresetParts } from '../preset.js'

type Numbers = 'high'

const everyone = ({ master, keys }: Given<Numbers>): readonly string[] => [master, ...keys]

const promises = (given: Given<Numbers>): readonly Claim[] => {
  const { high } = given.numbers
  const few = any(high - 1, everyone(given))
  return [
    {
      says: 'Nobody changes the signers behind the back of the others',
      means: `It takes ${String(high)} of the ${String(everyone(given).length)} keys to add, remove or replace a signer, and as many to merge the account away.`,
      because: [
        ...cannot([few], 'add-signer', 'replace-everybody', 'merge'),
        ...can([any(high, everyone(given))], 'add-signer', 'replace-everybody', 'merge'),
      ],
    },
  ]
}

const notProtected = (given: Given<Numbers>): readonly Claim[] => {
  const people = everyone(given)
  const { high } = given.numbers
  const losable = people.length - high
  return [
    {
      says: 'Any one of them can empty the account',
      means:
        'A payment needs one signature, whatever the amount: thresholds know levels, not amounts. One stolen key is enough to pay everything to somebody else. Only the merge, which would also take the last reserve, needs more.',
      because: [...can([any(1, people)], 'pay', 'pay-in-other'), ...cannot([any(1, people)], 'merge')],
    },
    {
      says:
        losable === 0
          ? 'One lost key freezes the signers for ever'
          : `${String(losable + 1)} lost keys freeze the signers for ever`,
      means:
        'Those who are left can go on paying, but they can neither remove the lost key nor add a new one, nor merge the account. If the lost key was stolen, whoever has it can go on paying, too.',
      because: [
        ...cannot([any(high - 1, people)], 'add-signer', 'replace-everybody', 'merge'),
        ...can([any(1, people)], 'pay'),
      ],
    },
    {
      says: 'Any one of them can make transactions void that were signed in advance',
      means:
        'Raising the sequence number needs the low level. Raised to the highest number that there is, the account can never again be the source of a transaction, only of operations in transactions of others.',
      because: can([any(1, people)], 'bump-sequence'),
    },
    {
      says: 'Any one of them can set flags and the home domain',
      means:
        'These settings are at the medium level. After the flag "immutable" is set, no flag can be changed any more and the account can never be merged, not even by all together.',
      because: can([any(1, people)], 'make-immutable', 'set-home-domain'),
    },
    {
      says: 'The key that names the account is a key like the others',
      means: `\`${given.master}\` cannot do more than the rest, and the address of the account stays the same after this key is switched off.`,
      because: [...can([all(given.master)], 'pay'), ...cannot([all(given.master)], 'add-signer')],
    },
  ]
}

export const joint: PresetParts<Numbers> = {
  id: 'joint',
  summary: 'each may pay alone, all together change the signers',
  purpose:
    'A couple, a family or a small group keeps money together. Whoever is at hand pays; who belongs to the group is for everybody to decide.',
  example: { account: 'joint', master: 'founder', keys: ['bilal', 'carina'] },
  keys: { summary: 'the others, beside the one whose key names the account', least: 1, most: 20 },
  numbers: {
    high: {
      summary: 'how many must agree to change the signers',
      standardSays: 'all of them',
      standard: ({ keys }) => keys.length + 1,
      range: ({ keys }) => ({
        least: 2,
        most: keys.length + 1,
        because: 'with 1, anybody could remove everybody else; more than all cannot be reached',
      }),
    },
  },
  build: ({ master, keys, numbers: { high } }) => ({
    master: { alias: master, weight: 1 },
    thresholds: { low: 0, medium: 0, high },
    signers: keys.map((alias) => ({ alias, weight: 1 })),
  }),
  promises,
  notProtected,
}

/** `company`: m of n together, and the master key switched off (the document's example 3). */
import type { Act } from '../../policy/index.js'
import { all, any, can, cannot, type Claim } from '../claim.js'
import type { Given, PresetParts } from '../preset.js'

type Numbers = 'm' | 'high'

const plural = (count: number): string => `${String(count)} ${count === 1 ? 'key' : 'keys'}`

/** What is left when so many keys are. */
const left = (count: number): string =>
  count === 0
    ? 'Nobody would be left who can do anything'
    : `What would be left (${plural(count)}) can do nothing`

const promises = ({ master, keys, numbers: { m, high } }: Given<Numbers>): readonly Claim[] => [
  {
    says: `Fewer than ${plural(m)} can do nothing`,
    means: `Neither pay nor raise the sequence number nor be charged a fee: the low level needs ${String(m)} as well.`,
    because: cannot(
      [any(m - 1, keys)],
      'pay',
      'pay-in-other',
      'bump-sequence',
      'pay-fee-of-other',
      'add-signer',
    ),
  },
  {
    says: 'The key that names the account can do nothing',
    means: `The master key has weight 0, so whoever made the account has no say left in it: \`${master}\` does not count beside others either.`,
    because: cannot([all(master), any(m - 1, keys)], 'pay', 'bump-sequence', 'add-signer'),
  },
  ...(high > m
    ? [
        {
          says: `Those who can pay cannot replace the others`,
          means: `Signers change with ${String(high)} of ${String(keys.length)} keys.`,
          because: [
            ...can([any(m, keys)], 'pay'),
            ...cannot([any(high - 1, keys)], 'add-signer', 'replace-everybody', 'merge'),
          ],
        },
      ]
    : []),
]

const takeover = ({ keys, numbers: { m, high } }: Given<Numbers>): Claim =>
  high === m
    ? {
        says: `The same ${String(m)} who can pay can replace everyone`,
        means: `The high level needs no more than the medium one: ${plural(m)} can remove all the others and keep the account for themselves, and ${plural(m)} is all that a thief needs. Choose a larger \`high\` if that is not meant.`,
        because: can([any(m, keys)], 'pay', 'replace-everybody', 'merge'),
      }
    : {
        says: `Any ${String(m)} can empty the account`,
        means: `Only signers and merging need ${String(high)}: a payment needs ${String(m)}, whatever the amount.`,
        because: can([any(m, keys)], 'pay'),
      }

const losses = ({ master, keys, numbers: { m, high } }: Given<Numbers>): readonly Claim[] => {
  const [payable, changeable] = [keys.length - m + 1, keys.length - high + 1]
  return [
    {
      says: `${String(payable)} lost ${payable === 1 ? 'key locks' : 'keys lock'} the account for ever`,
      means: `${left(m - 1)} at any level, and the master key is no spare key.`,
      because: cannot(
        [any(m - 1, keys), all(master)],
        'pay',
        'bump-sequence',
        'add-signer',
        'merge',
        'claim-balance',
      ),
    },
    ...(changeable < payable
      ? [
          {
            says: `${String(changeable)} lost ${changeable === 1 ? 'key freezes' : 'keys freeze'} the signers for ever`,
            means:
              'Those who are left may be able to pay, but they can never replace the keys that were lost.',
            because: cannot([any(high - 1, keys), all(master)], 'add-signer', 'replace-everybody', 'merge'),
          },
        ]
      : []),
  ]
}

const halves = ({ keys, numbers: { m, high } }: Given<Numbers>): readonly Claim[] => {
  if (2 * m > keys.length) return []
  const acts: readonly Act[] = high === m ? ['pay', 'replace-everybody'] : ['pay']
  return [
    {
      says: 'Two groups can act against each other',
      means: `${plural(m)} on one side and ${plural(m)} on the other side can both pay${high === m ? ', and can both remove the other side' : ''}. Whoever comes first wins.`,
      because: [...can([any(m, keys.slice(0, m))], ...acts), ...can([any(m, keys.slice(m, 2 * m))], ...acts)],
    },
  ]
}

export const company: PresetParts<Numbers> = {
  id: 'company',
  summary: 'm of n keys together for everything; the key that names the account is switched off',
  purpose:
    'A company wants several employees to agree to any transaction, and nobody to be able to do anything alone, the one who made the account included.',
  example: {
    account: 'company',
    master: 'company',
    keys: ['amara', 'bo', 'chen', 'dalia', 'eko', 'farid'],
  },
  keys: { summary: 'the employees', least: 1, most: 20 },
  numbers: {
    m: {
      summary: 'how many must agree',
      standardSays: '3',
      standard: () => 3,
      range: ({ keys }) => ({
        least: 1,
        most: keys.length,
        because: `${plural(keys.length)} ${keys.length === 1 ? 'is' : 'are'} given, and each weighs 1`,
      }),
    },
    high: {
      summary: 'how many must agree to change the signers or to merge the account',
      standardSays: 'as `m`',
      standard: ({ numbers: { m } }) => m,
      range: ({ keys, numbers: { m } }) => ({
        least: m,
        most: keys.length,
        because: 'with less than `m`, people who cannot pay could replace those who can',
      }),
    },
  },
  build: ({ master, keys, numbers: { m, high } }) => ({
    master: { alias: master, weight: 0 },
    thresholds: { low: m, medium: m, high },
    signers: keys.map((alias) => ({ alias, weight: 1 })),
  }),
  promises,
  notProtected: (given) => [takeover(given), ...losses(given), ...halves(given)],
}

/** `m-of-n`: any m of n keys, with a say for the master key or without ("it supports any m of n setup"). */
import { any, can, cannot, type Claim } from '../claim.js'
import type { Given, PresetParts } from '../preset.js'

type Numbers = 'master' | 'm' | 'high'

/** The master key is a key like the others, or none at all. */
const people = ({ master, keys, numbers }: Given<Numbers>): readonly string[] =>
  numbers.master === 0 ? keys : [master, ...keys]

const weightOf = ({ keys, numbers }: Given<Numbers>): number => keys.length + numbers.master

const plural = (count: number): string => `${String(count)} ${count === 1 ? 'key' : 'keys'}`

const promises = (given: Given<Numbers>): readonly Claim[] => {
  const { m, high } = given.numbers
  return [
    {
      says: `Fewer than ${plural(m)} can do nothing`,
      means: `All three levels need ${String(m)} or more: ${m === 1 ? 'somebody must sign' : 'one key less is worth nothing'}.`,
      because: cannot(
        [any(m - 1, people(given))],
        'pay',
        'pay-in-other',
        'bump-sequence',
        'pay-fee-of-other',
        'add-signer',
      ),
    },
    {
      says: `Signers change with ${plural(high)}`,
      means: `${high === m ? 'That is as many as a payment needs' : `A payment needs ${String(m)}`}. A merge needs as many as a change.`,
      because: [
        ...can([any(high, people(given))], 'add-signer', 'merge'),
        ...cannot([any(high - 1, people(given))], 'add-signer', 'merge'),
      ],
    },
  ]
}

const notProtected = (given: Given<Numbers>): readonly Claim[] => {
  const { m, high } = given.numbers
  const all = people(given)
  const [payable, changeable] = [all.length - m + 1, all.length - high + 1]
  return [
    {
      says: high === m ? `${plural(m)} can take the account over` : `${plural(m)} can empty the account`,
      means:
        high === m
          ? `Whoever can pay can also remove everybody else. A thief needs ${plural(m)}.`
          : `A thief needs ${plural(m)} for the money, and ${plural(high)} for the account.`,
      because: [...can([any(m, all)], 'pay'), ...can([any(high, all)], 'replace-everybody')],
    },
    {
      says: `${plural(payable)} lost: nothing can ever be done again`,
      means: m === 1 ? 'Nobody would be left.' : `What would be left (${plural(m - 1)}) reaches no level.`,
      because: cannot([any(m - 1, all)], 'pay', 'bump-sequence', 'add-signer', 'merge'),
    },
    ...(changeable < payable
      ? [
          {
            says: `${plural(changeable)} lost: the signers are frozen for ever`,
            means: 'Lost keys cannot be replaced any more.',
            because: cannot([any(high - 1, all)], 'add-signer', 'replace-everybody', 'merge'),
          },
        ]
      : []),
    ...(2 * m <= all.length
      ? [
          {
            says: 'Two groups can act against each other',
            means: `${plural(m)} on one side and ${plural(m)} on the other side can both pay. Whoever comes first wins.`,
            because: [...can([any(m, all.slice(0, m))], 'pay'), ...can([any(m, all.slice(m, 2 * m))], 'pay')],
          },
        ]
      : []),
  ]
}

export const mOfN: PresetParts<Numbers> = {
  id: 'm-of-n',
  summary: 'any m of n keys for everything; changes of the signers may need more',
  purpose:
    'The general case: some keys, each as good as another, of which so many must sign. The key that names the account is one of them, or is switched off.',
  example: { account: 'treasury', master: 'treasury', keys: ['amara', 'bilal', 'chen'] },
  keys: { summary: 'the keys', least: 1, most: 20 },
  numbers: {
    master: {
      summary: 'weight of the key that names the account: 1 makes it one of the keys, 0 switches it off',
      standardSays: '0',
      standard: () => 0,
      range: () => ({ least: 0, most: 1, because: 'with more, it would not be a key like the others' }),
    },
    m: {
      summary: 'how many must sign',
      standardSays: 'more than half',
      standard: (given) => Math.floor(weightOf(given) / 2) + 1,
      range: (given) => ({
        least: 1,
        most: weightOf(given),
        because: `${plural(weightOf(given))} can sign, and each weighs 1`,
      }),
    },
    high: {
      summary: 'how many must sign to change the signers or to merge the account',
      standardSays: 'as `m`',
      standard: ({ numbers: { m } }) => m,
      range: (given) => ({
        least: given.numbers.m,
        most: weightOf(given),
        because: 'with less than `m`, people who cannot pay could replace those who can',
      }),
    },
  },
  build: ({ master, keys, numbers }) => ({
    master: { alias: master, weight: numbers.master },
    thresholds: { low: numbers.m, medium: numbers.m, high: numbers.high },
    signers: keys.map((alias) => ({ alias, weight: 1 })),
  }),
  promises,
  notProtected,
}

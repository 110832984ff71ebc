/** `recovers`: whichever so many units are stolen, the others can still change the signers. */
import type { Claim } from '../claim.js'
import type { ClaimFormOf } from '../claim-form.js'
import { counted } from '../claim-words.js'
import { answerForUnits } from '../unit-answer.js'

export const recovers: ClaimFormOf<Extract<Claim, { readonly _tag: 'Recovers' }>> = {
  id: 'recovers',
  tag: 'Recovers',
  summary: 'whichever so many units are stolen, the others can still change the signers',
  syntax: ['{ recovers: { steal: COUNT, by: key } }', '{ recovers: { steal: COUNT, by: holder } }'],
  meaning:
    'Whichever so many keys, holders, devices, vendors or locations are stolen, those whose keys nobody else has reach high: they can throw the thief out without a signature of a stolen key. It speaks of at most so many: where fewer break the account, it is violated. Where there are fewer units than it speaks of, and all of them together break nothing, it is vacuous. By anything but keys it is unknown where a key with weight does not say whose it is, or where.',
  rationale:
    'What to do on the day after a theft. A stolen key may still sign for its owner, but who would wait for it? It does not say that the thief cannot act before: for that, see `withstands`.',
  decidedBy:
    'T less the k units that weigh most, each with every key of which it has a copy, is at least the quota of high',
  cost: 'O(n log n); with copies, up to 2,000,000 steps',
  isLinear: true,
  examples: [
    {
      says: 'two of three can replace the third',
      policy: `quorate: 1
keys:
  shop: {shop}
  anna: {anna}
  bruno: {bruno}
  carla: {carla}
accounts:
  shop:
    address: shop
    master: 0
    thresholds: { low: 2, medium: 2, high: 2 }
    signers: { anna: 1, bruno: 1, carla: 1 }
assert:
  - { id: promise, on: shop, claim: { recovers: { steal: 1, by: key } } }
`,
      expect: 'Holds',
    },
    {
      says: 'all three are needed, the stolen key too',
      policy: `quorate: 1
keys:
  shop: {shop}
  anna: {anna}
  bruno: {bruno}
  carla: {carla}
accounts:
  shop:
    address: shop
    master: 0
    thresholds: { low: 2, medium: 2, high: 3 }
    signers: { anna: 1, bruno: 1, carla: 1 }
assert:
  - { id: promise, on: shop, claim: { recovers: { steal: 1, by: key } } }
`,
      expect: 'Violated',
    },
    {
      says: 'nobody says where the key of carla is',
      policy: `quorate: 1
keys:
  shop: {shop}
  anna: { key: {anna}, location: [zurich] }
  bruno: { key: {bruno}, location: [bern] }
  carla: {carla}
accounts:
  shop:
    address: shop
    master: 0
    thresholds: { low: 2, medium: 2, high: 2 }
    signers: { anna: 1, bruno: 1, carla: 1 }
assert:
  - { id: promise, on: shop, claim: { recovers: { steal: 1, by: location } } }
`,
      expect: 'Unknown',
    },
  ],
  says: ({ steal, by }) => `the others can change the signers after the theft of ${counted(steal, by)}`,
  decide: (asked, { steal, by }) =>
    answerForUnits(asked, {
      threat: 'recovers',
      level: 'High',
      thing: 'a change of the signers',
      count: steal,
      by,
    }),
}

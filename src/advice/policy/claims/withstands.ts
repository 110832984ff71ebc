/** `withstands`: whichever so many units are stolen, the thief cannot act. */
import type { Claim } from '../claim.js'
import type { ClaimFormOf } from '../claim-form.js'
import { counted, thingSigned } from '../claim-words.js'
import { answerForUnits } from '../unit-answer.js'

export const withstands: ClaimFormOf<Extract<Claim, { readonly _tag: 'Withstands' }>> = {
  id: 'withstands',
  tag: 'Withstands',
  summary: 'whichever so many units are stolen, the thief cannot act',
  syntax: [
    '{ withstands: { steal: COUNT, by: key }, for: LEVEL }',
    '{ withstands: { steal: COUNT, by: holder }, for: LEVEL }',
  ],
  meaning:
    'Whichever so many keys, holders, devices, vendors or locations fall into one hand, their keys together do not reach the level. A key with copies in several places is stolen with any of them. It speaks of at most so many: where fewer break the account, it is violated. Where there are fewer units than it speaks of, and all of them together break nothing, it is vacuous. By anything but keys it is unknown where a key with weight does not say whose it is, or where.',
  rationale:
    'Against theft, bribes, and faults of one vendor. The thief may still stand in the way: whether the others can throw the thief out is what `recovers` says.',
  decidedBy:
    'the k units that weigh most weigh less than q; where keys have several copies, the fewest units that win are searched',
  cost: 'O(n log n); with copies, up to 2,000,000 steps',
  isLinear: true,
  examples: [
    {
      says: 'no single key pays',
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
  - { id: promise, on: shop, claim: { withstands: { steal: 1, by: key }, for: medium } }
`,
      expect: 'Holds',
    },
    {
      says: 'anna holds two keys, and they are enough',
      policy: `quorate: 1
keys:
  shop: {shop}
  anna-1: { key: {anna-1}, holder: anna }
  anna-2: { key: {anna-2}, holder: anna }
  bruno-1: { key: {bruno-1}, holder: bruno }
accounts:
  shop:
    address: shop
    master: 0
    thresholds: { low: 2, medium: 2, high: 2 }
    signers: { anna-1: 1, anna-2: 1, bruno-1: 1 }
assert:
  - { id: promise, on: shop, claim: { withstands: { steal: 1, by: holder }, for: medium } }
`,
      expect: 'Violated',
    },
    {
      says: 'nobody can act, and there are no four keys',
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
    thresholds: { low: 4, medium: 4, high: 4 }
    signers: { anna: 1, bruno: 1, carla: 1 }
assert:
  - { id: promise, on: shop, claim: { withstands: { steal: 4, by: key }, for: medium } }
`,
      expect: 'Vacuous',
    },
  ],
  says: ({ steal, by, at }) => `${at.said} withstands the theft of ${counted(steal, by)}`,
  decide: (asked, { steal, by, at }) =>
    answerForUnits(asked, {
      threat: 'withstands',
      level: at.level,
      thing: thingSigned(at),
      count: steal,
      by,
    }),
}

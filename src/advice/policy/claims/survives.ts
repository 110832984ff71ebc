/** `survives`: whichever so many units are lost, the others can act. */
import type { Claim } from '../claim.js'
import type { ClaimFormOf } from '../claim-form.js'
import { counted, thingSigned } from '../claim-words.js'
import { answerForUnits } from '../unit-answer.js'

export const survives: ClaimFormOf<Extract<Claim, { readonly _tag: 'Survives' }>> = {
  id: 'survives',
  tag: 'Survives',
  summary: 'whichever so many units are lost, the others can act',
  syntax: [
    '{ survives: { lose: COUNT, by: key }, for: LEVEL }',
    '{ survives: { lose: COUNT, by: holder }, for: LEVEL }',
  ],
  meaning:
    'Whichever so many keys, holders, devices, vendors or locations are lost, those who are left reach the level. A key with copies in several places is lost only with all of them. It speaks of at most so many: where fewer break the account, it is violated. Where there are fewer units than it speaks of, and all of them together break nothing, it is vacuous. By anything but keys it is unknown where a key with weight does not say whose it is, or where.',
  rationale:
    'Against illness, fire, a broken device, a vendor that goes out of business. Ask it of high, or nobody can replace what is lost. It says nothing of thieves: for them, see `withstands` and `recovers`.',
  decidedBy:
    'T less the k units that weigh most is at least q; where keys have several copies, the fewest units that block are searched',
  cost: 'O(n log n); with copies, up to 2,000,000 steps',
  isLinear: true,
  examples: [
    {
      says: 'any one of the three keys may be lost',
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
  - { id: promise, on: shop, claim: { survives: { lose: 1, by: key }, for: high } }
`,
      expect: 'Holds',
    },
    {
      says: 'without anna nobody changes the signers',
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
  - { id: promise, on: shop, claim: { survives: { lose: 1, by: holder }, for: high } }
`,
      expect: 'Violated',
    },
    {
      says: 'nobody says who holds the key of bruno',
      policy: `quorate: 1
keys:
  shop: {shop}
  anna-1: { key: {anna-1}, holder: anna }
  anna-2: { key: {anna-2}, holder: anna }
  bruno-1: {bruno-1}
accounts:
  shop:
    address: shop
    master: 0
    thresholds: { low: 2, medium: 2, high: 2 }
    signers: { anna-1: 1, anna-2: 1, bruno-1: 1 }
assert:
  - { id: promise, on: shop, claim: { survives: { lose: 1, by: holder }, for: high } }
`,
      expect: 'Unknown',
    },
  ],
  says: ({ lose, by, at }) => `${at.said} survives the loss of ${counted(lose, by)}`,
  decide: (asked, { lose, by, at }) =>
    answerForUnits(asked, { threat: 'survives', level: at.level, thing: thingSigned(at), count: lose, by }),
}

/** `not-looser-than`: nobody gains power by a change, or has more than elsewhere. */
import type { Claim } from '../claim.js'
import type { ClaimFormOf } from '../claim-form.js'
import { compared, comparisonText } from '../compared.js'

export const notLooserThan: ClaimFormOf<Extract<Claim, { readonly _tag: 'Compare' }>> = {
  id: 'not-looser-than',
  tag: 'Compare',
  summary: 'nobody gains power by a change, or has more than elsewhere',
  syntax: ['{ not-looser-than: base }', '{ not-looser-than: ACCOUNT, for: LEVEL }'],
  meaning:
    'At each level, every group that can act on the account can act on the other as well. `base` is the account with the same address in the policy before the change, which `--base` names; an account that was not there is new, and nobody gains anything over it; where it may have been there and cannot be read, it is unknown. Who is compared are the same keys, whatever they are called. Without `for`, at low, medium and high.',
  rationale:
    'The claim for a pull request: it stops the change that lets two more people move funds, and says who they are. That somebody loses power is no violation.',
  decidedBy:
    'W(a) ⊆ W(b) if and only if the least weight in b of coalitions that win in a is at least the quota of b',
  cost: 'O(n·q) each way',
  isLinear: false,
  examples: [
    {
      says: 'a higher threshold gives nobody anything',
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
    thresholds: { low: 2, medium: 3, high: 3 }
    signers: { anna: 1, bruno: 1, carla: 1 }
assert:
  - { id: promise, on: shop, claim: { not-looser-than: base } }
`,
      base: `quorate: 1
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
  - { id: promise, on: shop, claim: { not-looser-than: base } }
`,
      expect: 'Holds',
    },
    {
      says: 'dora comes in: with anna she can act, and could not before',
      policy: `quorate: 1
keys:
  shop: {shop}
  anna: {anna}
  bruno: {bruno}
  carla: {carla}
  dora: {dora}
accounts:
  shop:
    address: shop
    master: 0
    thresholds: { low: 2, medium: 2, high: 2 }
    signers: { anna: 1, bruno: 1, carla: 1, dora: 1 }
assert:
  - { id: promise, on: shop, claim: { not-looser-than: base } }
`,
      base: `quorate: 1
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
  - { id: promise, on: shop, claim: { not-looser-than: base } }
`,
      expect: 'Violated',
    },
    {
      says: 'no base was given',
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
  - { id: promise, on: shop, claim: { not-looser-than: base } }
`,
      expect: 'Unknown',
    },
  ],
  says: comparisonText,
  decide: compared,
}

/** `equals`: exactly the same groups can act as elsewhere, or as before. */
import type { Claim } from '../claim.js'
import type { ClaimFormOf } from '../claim-form.js'
import { compared, comparisonText } from '../compared.js'

export const equals: ClaimFormOf<Extract<Claim, { readonly _tag: 'Compare' }>> = {
  id: 'equals',
  tag: 'Compare',
  summary: 'exactly the same groups can act as elsewhere, or as before',
  syntax: ['{ equals: base }', '{ equals: ACCOUNT, for: LEVEL }'],
  meaning:
    'At each level, every group that can act on one of the two can act on the other. Who is compared are the same keys, whatever they are called. Without `for`, at low, medium and high.',
  rationale:
    'For accounts that are meant to be run alike, and for changes of weights that are meant to change nothing. Weights and thresholds may look as different as they like.',
  decidedBy:
    'W(a) ⊆ W(b) if and only if the least weight in b of coalitions that win in a is at least the quota of b',
  cost: 'O(n·q) each way',
  isLinear: false,
  examples: [
    {
      says: 'weights that look different and say the same',
      policy: `quorate: 1
keys:
  shop: {shop}
  anna: {anna}
  bruno: {bruno}
  carla: {carla}
  vault: {vault}
accounts:
  shop:
    address: shop
    master: 0
    thresholds: { low: 2, medium: 2, high: 2 }
    signers: { anna: 1, bruno: 1, carla: 1 }
  vault:
    address: vault
    master: 0
    thresholds: { low: 4, medium: 4, high: 4 }
    signers: { anna: 3, bruno: 2, carla: 2 }
assert:
  - { id: promise, on: shop, claim: { equals: vault } }
`,
      expect: 'Holds',
    },
    {
      says: 'here any two, there all three',
      policy: `quorate: 1
keys:
  shop: {shop}
  anna: {anna}
  bruno: {bruno}
  carla: {carla}
  vault: {vault}
accounts:
  shop:
    address: shop
    master: 0
    thresholds: { low: 2, medium: 2, high: 2 }
    signers: { anna: 1, bruno: 1, carla: 1 }
  vault:
    address: vault
    master: 0
    thresholds: { low: 3, medium: 3, high: 3 }
    signers: { anna: 1, bruno: 1, carla: 1 }
assert:
  - { id: promise, on: shop, claim: { equals: vault } }
`,
      expect: 'Violated',
    },
  ],
  says: comparisonText,
  decide: compared,
}

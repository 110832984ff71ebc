/** `looser-than`: more groups can act than elsewhere, and everybody who can act there. */
import type { Claim } from '../claim.js'
import type { ClaimFormOf } from '../claim-form.js'
import { compared, comparisonText } from '../compared.js'

export const looserThan: ClaimFormOf<Extract<Claim, { readonly _tag: 'Compare' }>> = {
  id: 'looser-than',
  tag: 'Compare',
  summary: 'more groups can act than elsewhere, and everybody who can act there',
  syntax: ['{ looser-than: base }', '{ looser-than: ACCOUNT, for: LEVEL }'],
  meaning:
    'At each level, every group that can act on the other account can act on this one as well, and some group can act only on this one. Who is compared are the same keys, whatever they are called. Without `for`, at low, medium and high.',
  rationale: 'For a till that everybody who can open the vault must be able to open.',
  decidedBy:
    'W(a) ⊆ W(b) if and only if the least weight in b of coalitions that win in a is at least the quota of b',
  cost: 'O(n·q) each way',
  isLinear: false,
  examples: [
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
  - { id: promise, on: shop, claim: { looser-than: vault } }
`,
      expect: 'Holds',
    },
    {
      says: 'anna alone can act there, and not here',
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
    thresholds: { low: 2, medium: 2, high: 2 }
    signers: { anna: 2, bruno: 1 }
assert:
  - { id: promise, on: shop, claim: { looser-than: vault } }
`,
      expect: 'Violated',
    },
  ],
  says: comparisonText,
  decide: compared,
}

/** `stricter-than`: fewer groups can act than elsewhere, and none that cannot act there. */
import type { Claim } from '../claim.js'
import type { ClaimFormOf } from '../claim-form.js'
import { compared, comparisonText } from '../compared.js'

export const stricterThan: ClaimFormOf<Extract<Claim, { readonly _tag: 'Compare' }>> = {
  id: 'stricter-than',
  tag: 'Compare',
  summary: 'fewer groups can act than elsewhere, and none that cannot act there',
  syntax: ['{ stricter-than: base }', '{ stricter-than: ACCOUNT, for: LEVEL }'],
  meaning:
    'At each level, every group that can act on the account can act on the other as well, and some group can act only on the other. Who is compared are the same keys, whatever they are called. Without `for`, at low, medium and high.',
  rationale:
    'For a vault that is meant to be harder to open than the till. Accounts that are equal are not stricter; for those say `not-looser-than`.',
  decidedBy:
    'W(a) ⊆ W(b) if and only if the least weight in b of coalitions that win in a is at least the quota of b',
  cost: 'O(n·q) each way',
  isLinear: false,
  examples: [
    {
      says: 'here any two, there anybody',
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
    thresholds: { low: 1, medium: 1, high: 1 }
    signers: { anna: 1, bruno: 1, carla: 1 }
assert:
  - { id: promise, on: shop, claim: { stricter-than: vault } }
`,
      expect: 'Holds',
    },
    {
      says: 'the same rule is not stricter',
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
    signers: { anna: 1, bruno: 1, carla: 1 }
assert:
  - { id: promise, on: shop, claim: { stricter-than: vault } }
`,
      expect: 'Violated',
    },
  ],
  says: comparisonText,
  decide: compared,
}

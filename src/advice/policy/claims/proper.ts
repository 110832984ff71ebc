/** `proper`: no two groups that share nobody can both act. */
import * as O from 'fp-ts/lib/Option.js'
import { proper as properness } from '../../coalition/index.js'
import { gameOf } from '../asked.js'
import type { Claim } from '../claim.js'
import type { ClaimFormOf } from '../claim-form.js'
import { acting } from '../claim-words.js'
import { exhibitOf, namesOf } from '../exhibit.js'

export const proper: ClaimFormOf<Extract<Claim, { readonly _tag: 'Proper' }>> = {
  id: 'proper',
  tag: 'Proper',
  summary: 'no two groups that share nobody can both act',
  syntax: ['{ proper: LEVEL }'],
  meaning: 'Any two groups that can act have somebody in common.',
  rationale:
    'Where two groups can act without each other, each can undo what the other does, and who is first wins: at high, each can throw the other out. It says nothing of whether anybody can act at all.',
  decidedBy: 'proper if and only if no coalition weighs from q to T − q; always where 2q > T',
  cost: 'O(n·q)',
  isLinear: false,
  examples: [
    {
      says: 'any two of three: two groups always share somebody',
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
  - { id: promise, on: shop, claim: { proper: high } }
`,
      expect: 'Holds',
    },
    {
      says: 'any two of four: two and two can act against each other',
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
  - { id: promise, on: shop, claim: { proper: high } }
`,
      expect: 'Violated',
    },
  ],
  says: ({ at }) => `no two separate groups can both ${acting(at)}`,
  decide: (asked, { at }) => {
    const game = gameOf(asked, at.level)
    const found = properness(game)
    if (found._tag === 'Proper')
      return {
        _tag: 'Holds',
        certificate: {
          level: at.level,
          says: `any two groups that reach ${at.level.toLowerCase()} share somebody`,
          exhibits: [],
        },
      }
    const [one, other] = found.rivals
    const exhibit = exhibitOf(asked, game)
    return {
      _tag: 'Violated',
      counterexample: {
        level: at.level,
        says: `${namesOf(asked, one)} can act, and so can ${namesOf(asked, other)}: neither group needs the other.`,
        exhibits: [exhibit('one group', one), exhibit('another', other)],
        tolerated: O.none,
        demands: [],
      },
    }
  },
}

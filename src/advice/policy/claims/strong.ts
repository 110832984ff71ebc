/** `strong`: however all signers fall into two groups, one of them can act. */
import * as O from 'fp-ts/lib/Option.js'
import { strong as strength } from '../../coalition/index.js'
import { gameOf } from '../asked.js'
import type { Claim } from '../claim.js'
import type { ClaimFormOf } from '../claim-form.js'
import { acting } from '../claim-words.js'
import { exhibitOf, namesOf } from '../exhibit.js'

export const strong: ClaimFormOf<Extract<Claim, { readonly _tag: 'Strong' }>> = {
  id: 'strong',
  tag: 'Strong',
  summary: 'however all signers fall into two groups, one of them can act',
  syntax: ['{ strong: LEVEL }'],
  meaning: 'For every division of all signers into two sides, one side can act without the other.',
  rationale:
    'A quarrel then never ends in a deadlock. It is much to ask: two equal partners can never have it. Where only two camps matter, say `no-deadlock`.',
  decidedBy: 'strong if and only if no coalition weighs from T − q + 1 to q − 1',
  cost: 'O(n·q)',
  isLinear: false,
  examples: [
    {
      says: 'any two of three: two are always on one side',
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
  - { id: promise, on: shop, claim: { strong: medium } }
`,
      expect: 'Holds',
    },
    {
      says: 'three of four: two against two can do nothing',
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
    thresholds: { low: 3, medium: 3, high: 3 }
    signers: { anna: 1, bruno: 1, carla: 1, dora: 1 }
assert:
  - { id: promise, on: shop, claim: { strong: medium } }
`,
      expect: 'Violated',
    },
  ],
  says: ({ at }) => `of any two sides one can ${acting(at)}`,
  decide: (asked, { at }) => {
    const game = gameOf(asked, at.level)
    const found = strength(game)
    if (found._tag === 'Strong')
      return {
        _tag: 'Holds',
        certificate: {
          level: at.level,
          says: `of any two sides one reaches ${at.level.toLowerCase()}`,
          exhibits: [],
        },
      }
    const [one, other] = found.camps
    const exhibit = exhibitOf(asked, game)
    return {
      _tag: 'Violated',
      counterexample: {
        level: at.level,
        says: `With ${namesOf(asked, one)} on one side and ${namesOf(asked, other)} on the other, nobody can act.`,
        exhibits: [exhibit('one side', one), exhibit('the other side', other)],
        tolerated: O.none,
        demands: [],
      },
    }
  },
}

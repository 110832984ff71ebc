/** `cannot`: nobody who has just enough for the formula can act. */
import * as O from 'fp-ts/lib/Option.js'
import { isWinning } from '../../../kernel/model/index.js'
import { demand } from '../asserted.js'
import type { Claim } from '../claim.js'
import type { ClaimFormOf } from '../claim-form.js'
import { acting, askedTooMany, formulaTooLarge, signing, thingSigned, versus } from '../claim-words.js'
import { exhibitOf, namesOf, quotaText } from '../exhibit.js'
import { formulaText } from '../formula-text.js'
import { heaviestWithJustEnough } from '../formula-weights.js'
import { fewestWinning, gameByName, weighOf } from '../weigh.js'

export const cannot: ClaimFormOf<Extract<Claim, { readonly _tag: 'Cannot' }>> = {
  id: 'cannot',
  tag: 'Cannot',
  summary: 'nobody who has just enough for the formula can act',
  syntax: [
    '{ any: COUNT, of: KEYS, cannot: LEVEL }',
    '{ all: [FORMULA, FORMULA], cannot: LEVEL }',
    '{ key: ALIAS, cannot: LEVEL }',
  ],
  meaning:
    'No group that satisfies the formula, and of which nobody can be spared for that, reaches the level. For `any 2 of staff` these are all pairs of staff.',
  rationale:
    'So that people do not have more power together than they are meant to have. It does not say that they never act: with others they may. It is vacuous where a part of the formula asks for more people than it names.',
  decidedBy:
    'the heaviest people who just satisfy the formula weigh less than q; for any k of a formula, the k heaviest parts',
  cost: 'O(n log n); where a key stands twice in the formula, all sets of at most 21 keys',
  isLinear: true,
  examples: [
    {
      says: 'two employees cannot change the signers',
      policy: `quorate: 1
keys:
  shop: {shop}
  anna: {anna}
  bruno: {bruno}
  carla: {carla}
groups:
  staff: [anna, bruno, carla]
accounts:
  shop:
    address: shop
    master: 0
    thresholds: { low: 2, medium: 2, high: 3 }
    signers: { anna: 1, bruno: 1, carla: 1 }
assert:
  - { id: promise, on: shop, claim: { any: 2, of: staff, cannot: high } }
`,
      expect: 'Holds',
    },
    {
      says: 'one employee has a weight of 2',
      policy: `quorate: 1
keys:
  shop: {shop}
  anna: {anna}
  bruno: {bruno}
  carla: {carla}
groups:
  staff: [anna, bruno, carla]
accounts:
  shop:
    address: shop
    master: 0
    thresholds: { low: 2, medium: 2, high: 2 }
    signers: { anna: 2, bruno: 1, carla: 1 }
assert:
  - { id: promise, on: shop, claim: { any: 1, of: staff, cannot: medium } }
`,
      expect: 'Violated',
    },
    {
      says: 'a group of nobody',
      policy: `quorate: 1
keys:
  shop: {shop}
  anna: {anna}
  bruno: {bruno}
  carla: {carla}
groups:
  guests: { match: "guest-*" }
accounts:
  shop:
    address: shop
    master: 0
    thresholds: { low: 2, medium: 2, high: 3 }
    signers: { anna: 1, bruno: 1, carla: 1 }
assert:
  - { id: promise, on: shop, claim: { any: 1, of: guests, cannot: medium } }
`,
      expect: 'Vacuous',
    },
  ],
  says: ({ who, at }) => `${formulaText(who)} cannot ${acting(at)}`,
  decide: (asked, { who, at }) => {
    const tooMany = askedTooMany(who)
    if (O.isSome(tooMany)) return tooMany.value
    const game = gameByName(asked, at.level)
    const most = heaviestWithJustEnough(weighOf(game), who)
    if (O.isNone(most)) return formulaTooLarge(who)
    const { keys, sum } = most.value
    const exhibit = exhibitOf(asked, game)
    if (!isWinning(keys)(game))
      return {
        _tag: 'Holds',
        certificate: {
          level: at.level,
          says: `nobody of whom it speaks weighs more than ${namesOf(asked, keys)}: ${versus(sum, game.quota)}`,
          exhibits: [exhibit('the heaviest of whom it speaks', keys)],
        },
      }
    const signs = exhibit('signed by', fewestWinning(game, keys))
    const spoken = exhibit('who has just enough for the claim', keys)
    return {
      _tag: 'Violated',
      counterexample: {
        level: at.level,
        says: `${signing(asked, signs.keys, thingSigned(at))}: ${String(signs.sum)} of ${quotaText(at.level, game)}.`,
        exhibits: signs.keys.length === keys.length ? [signs] : [signs, spoken],
        tolerated: O.none,
        demands: [demand(at.level, 'lose', keys)],
      },
    }
  },
}

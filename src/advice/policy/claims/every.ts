/** `every`: everybody who can act satisfies the formula. */
import * as O from 'fp-ts/lib/Option.js'
import { isWinning } from '../../../kernel/model/index.js'
import { demand } from '../asserted.js'
import type { Claim } from '../claim.js'
import type { ClaimFormOf } from '../claim-form.js'
import { askedTooMany, formulaTooLarge, signing, thingSigned, versus } from '../claim-words.js'
import { exhibitOf, quotaText } from '../exhibit.js'
import { keysIn } from '../formula.js'
import { formulaText, unmetIn } from '../formula-text.js'
import { heaviestWithout } from '../formula-weights.js'
import { fewestWinning, gameByName, othersIn, weighed, weighOf } from '../weigh.js'

export const every: ClaimFormOf<Extract<Claim, { readonly _tag: 'Every' }>> = {
  id: 'every',
  tag: 'Every',
  summary: 'everybody who can act satisfies the formula',
  syntax: ['{ every: LEVEL, has: FORMULA }'],
  meaning: 'Every group that reaches the level satisfies the formula.',
  rationale:
    'For rules of several parts that people are bound by, as `one of the chair and two employees`. It does not say that whoever satisfies the formula can act: for that, see `can`. It is vacuous where a part of the formula asks for more people than it names; where nobody reaches the level at all it holds, see `reachable`.',
  decidedBy:
    'everybody outside the formula, with the heaviest inside who do not satisfy it, weighs less than q: M0 of a key is 0, and of any k of parts the sum of M0 and of the k − 1 largest gains w − M0',
  cost: 'O(n log n); where a key stands twice in the formula, all sets of at most 21 keys',
  isLinear: true,
  examples: [
    {
      says: 'changes need anna and one other',
      policy: `quorate: 1
keys:
  shop: {shop}
  anna: {anna}
  bruno: {bruno}
  carla: {carla}
groups:
  staff: [bruno, carla]
accounts:
  shop:
    address: shop
    master: 0
    thresholds: { low: 2, medium: 2, high: 3 }
    signers: { anna: 2, bruno: 1, carla: 1 }
assert:
  - { id: promise, on: shop, claim: { every: high, has: { all: [anna, { any: 1, of: staff }] } } }
`,
      expect: 'Holds',
    },
    {
      says: 'anna pays alone',
      policy: `quorate: 1
keys:
  shop: {shop}
  anna: {anna}
  bruno: {bruno}
  carla: {carla}
groups:
  staff: [bruno, carla]
accounts:
  shop:
    address: shop
    master: 0
    thresholds: { low: 2, medium: 2, high: 3 }
    signers: { anna: 2, bruno: 1, carla: 1 }
assert:
  - { id: promise, on: shop, claim: { every: medium, has: { all: [anna, { any: 1, of: staff }] } } }
`,
      expect: 'Violated',
    },
    {
      says: 'three of two people',
      policy: `quorate: 1
keys:
  shop: {shop}
  anna: {anna}
  bruno: {bruno}
  carla: {carla}
groups:
  staff: [bruno, carla]
accounts:
  shop:
    address: shop
    master: 0
    thresholds: { low: 2, medium: 2, high: 3 }
    signers: { anna: 2, bruno: 1, carla: 1 }
assert:
  - { id: promise, on: shop, claim: { every: high, has: { any: 3, of: staff } } }
`,
      expect: 'Vacuous',
    },
  ],
  says: ({ at, has }) => `every ${at.said} has ${formulaText(has)}`,
  decide: (asked, { at, has }) => {
    const tooMany = askedTooMany(has)
    if (O.isSome(tooMany)) return tooMany.value
    const game = gameByName(asked, at.level)
    const weigh = weighOf(game)
    const inside = heaviestWithout(weigh, has)
    if (O.isNone(inside)) return formulaTooLarge(has)
    const { keys, sum } = weighed(weigh, [...othersIn(game, keysIn(has)), ...inside.value.keys])
    const exhibit = exhibitOf(asked, game)
    if (!isWinning(keys)(game))
      return {
        _tag: 'Holds',
        certificate: {
          level: at.level,
          says: `the heaviest without ${formulaText(has)} weigh ${versus(sum, game.quota)}`,
          exhibits: [exhibit('the heaviest without it', keys)],
        },
      }
    const signs = exhibit('signed by', fewestWinning(game, keys))
    const lacking = formulaText(unmetIn((key) => signs.keys.includes(key), has))
    return {
      _tag: 'Violated',
      counterexample: {
        level: at.level,
        says: `${signing(asked, signs.keys, thingSigned(at))} without ${lacking}: ${String(signs.sum)} of ${quotaText(at.level, game)}.`,
        exhibits: [signs],
        tolerated: O.none,
        demands: [demand(at.level, 'lose', keys)],
      },
    }
  },
}

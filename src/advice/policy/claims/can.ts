/** `can`: whoever satisfies the formula can act. */
import * as O from 'fp-ts/lib/Option.js'
import { isWinning } from '../../../kernel/model/index.js'
import { demand } from '../asserted.js'
import type { Claim } from '../claim.js'
import type { ClaimFormOf } from '../claim-form.js'
import { acting, askedTooMany, formulaTooLarge, thingSigned, versus } from '../claim-words.js'
import { exhibitOf, namesOf, quotaText } from '../exhibit.js'
import { formulaText } from '../formula-text.js'
import { lightestEnough } from '../formula-weights.js'
import { gameByName, weighOf } from '../weigh.js'

export const can: ClaimFormOf<Extract<Claim, { readonly _tag: 'Can' }>> = {
  id: 'can',
  tag: 'Can',
  summary: 'whoever satisfies the formula can act',
  syntax: [
    '{ any: COUNT, of: KEYS, can: LEVEL }',
    '{ all: [FORMULA, FORMULA], can: LEVEL }',
    '{ key: ALIAS, can: LEVEL }',
  ],
  meaning:
    'Every group that satisfies the formula reaches the level, whoever else is missing. A key without weight on the account weighs nothing.',
  rationale:
    'So that those who are meant to act can, whichever of them is ill or away. It does not say that nobody else can act: for that, see `every` and `cannot`. It is vacuous where a part of the formula asks for more people than it names.',
  decidedBy:
    'the lightest people who satisfy the formula weigh at least q; for any k of a formula, the k lightest parts',
  cost: 'O(n log n); where a key stands twice in the formula, all sets of at most 21 keys',
  isLinear: true,
  examples: [
    {
      says: 'any two of the three may pay',
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
  - { id: promise, on: shop, claim: { any: 2, of: staff, can: medium } }
`,
      expect: 'Holds',
    },
    {
      says: 'without anna, two are too few',
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
    thresholds: { low: 3, medium: 3, high: 3 }
    signers: { anna: 2, bruno: 1, carla: 1 }
assert:
  - { id: promise, on: shop, claim: { any: 2, of: staff, can: medium } }
`,
      expect: 'Violated',
    },
    {
      says: 'four of three people are nobody',
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
  - { id: promise, on: shop, claim: { any: 4, of: staff, can: medium } }
`,
      expect: 'Vacuous',
    },
  ],
  says: ({ who, at }) => `${formulaText(who)} can ${acting(at)}`,
  decide: (asked, { who, at }) => {
    const tooMany = askedTooMany(who)
    if (O.isSome(tooMany)) return tooMany.value
    const game = gameByName(asked, at.level)
    const least = lightestEnough(weighOf(game), who)
    if (O.isNone(least)) return formulaTooLarge(who)
    const { keys, sum } = least.value
    const exhibits = [exhibitOf(asked, game)('the lightest who are enough', keys)]
    const names = namesOf(asked, keys)
    return isWinning(keys)(game)
      ? {
          _tag: 'Holds',
          certificate: {
            level: at.level,
            says: `nobody of whom it speaks weighs less than ${names}: ${versus(sum, game.quota)}`,
            exhibits,
          },
        }
      : {
          _tag: 'Violated',
          counterexample: {
            level: at.level,
            says: `${names} cannot sign ${thingSigned(at)}: ${String(sum)} of ${quotaText(at.level, game)}.`,
            exhibits,
            tolerated: O.none,
            demands: [demand(at.level, 'win', keys)],
          },
        }
  },
}

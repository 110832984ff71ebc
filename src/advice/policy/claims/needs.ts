/** `needs`: nobody can act without so many of these. */
import * as O from 'fp-ts/lib/Option.js'
import { isWinning, totalOf } from '../../../kernel/model/index.js'
import { demand } from '../asserted.js'
import type { Claim } from '../claim.js'
import type { ClaimFormOf } from '../claim-form.js'
import { signing, thingSigned, vacuous, versus } from '../claim-words.js'
import { exhibitOf, quotaText } from '../exhibit.js'
import type { Members } from '../formula.js'
import { fewestWinning, gameByName, heaviestFirst, othersIn, weighed, weighOf } from '../weigh.js'

/** `anna`, `any 2 of chair`. */
const whom = (count: number, { said, keys }: Members): string =>
  keys.length === 1 ? said : `any ${String(count)} of ${said}`

export const needs: ClaimFormOf<Extract<Claim, { readonly _tag: 'Needs' }>> = {
  id: 'needs',
  tag: 'Needs',
  summary: 'nobody can act without so many of these',
  syntax: ['{ needs: ALIAS, for: LEVEL }', '{ needs: { any: COUNT, of: KEYS }, for: LEVEL }'],
  meaning: 'Every group that reaches the level has at least so many of these keys in it.',
  rationale:
    'So that nobody is passed over: the chair, a second department, an outside notary. Who is always needed is also who can lock everybody out, so ask for `survives` as well. It is vacuous where it asks for more keys than it names; where nobody reaches the level at all it holds, see `reachable`.',
  decidedBy: 'T − w(G) + the a − 1 heaviest of G weigh less than q',
  cost: 'O(n log n)',
  isLinear: true,
  examples: [
    {
      says: 'bruno and carla together lack one',
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
    thresholds: { low: 3, medium: 3, high: 3 }
    signers: { anna: 2, bruno: 1, carla: 1 }
assert:
  - { id: promise, on: shop, claim: { needs: anna, for: medium } }
`,
      expect: 'Holds',
    },
    {
      says: 'bruno and carla are enough',
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
    signers: { anna: 2, bruno: 1, carla: 1 }
assert:
  - { id: promise, on: shop, claim: { needs: anna, for: medium } }
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
  owners: [anna, bruno]
accounts:
  shop:
    address: shop
    master: 0
    thresholds: { low: 2, medium: 2, high: 3 }
    signers: { anna: 1, bruno: 1, carla: 1 }
assert:
  - { id: promise, on: shop, claim: { needs: { any: 3, of: owners }, for: high } }
`,
      expect: 'Vacuous',
    },
  ],
  says: ({ count, of, at }) => `needs ${whom(count, of)} for ${at.said}`,
  decide: (asked, { count, of, at }) => {
    if (count > of.keys.length)
      return vacuous(
        of.keys.length === 0
          ? `\`${of.said}\` has no members`
          : `it asks for ${String(count)} of the ${String(of.keys.length)} that \`${of.said}\` names`,
        'name as many as are asked for, or ask for fewer',
      )
    const game = gameByName(asked, at.level)
    const weigh = weighOf(game)
    const few = heaviestFirst(weigh, of.keys).slice(0, count - 1)
    const most = weighed(weigh, [...othersIn(game, of.keys), ...few])
    const exhibit = exhibitOf(asked, game)
    if (!isWinning(most.keys)(game)) {
      const [total, missing] = [totalOf(game), totalOf(game) - most.sum]
      return {
        _tag: 'Holds',
        certificate: {
          level: at.level,
          says: `with ${few.length === 0 ? 'none' : `only ${String(few.length)}`} of ${of.said} the others weigh ${String(total)} - ${String(missing)} = ${versus(most.sum, game.quota)}`,
          exhibits: [exhibit('everybody else', most.keys)],
        },
      }
    }
    const signs = exhibit('signed by', fewestWinning(game, most.keys))
    return {
      _tag: 'Violated',
      counterexample: {
        level: at.level,
        says: `${signing(asked, signs.keys, thingSigned(at))} without ${whom(count, of)}: ${String(signs.sum)} of ${quotaText(at.level, game)}.`,
        exhibits: [signs],
        tolerated: O.none,
        demands: [demand(at.level, 'lose', most.keys)],
      },
    }
  },
}

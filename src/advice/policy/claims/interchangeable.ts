/** `interchangeable`: each of these may stand in for each other. */
import * as O from 'fp-ts/lib/Option.js'
import { gameOf, nameOf } from '../asked.js'
import type { Claim } from '../claim.js'
import type { ClaimFormOf } from '../claim-form.js'
import { needsJust } from '../desirability.js'
import { exhibitOf, list, namesOf } from '../exhibit.js'

export const interchangeable: ClaimFormOf<Extract<Claim, { readonly _tag: 'Interchangeable' }>> = {
  id: 'interchangeable',
  tag: 'Interchangeable',
  summary: 'each of these may stand in for each other',
  syntax: ['{ interchangeable: KEYS, for: LEVEL }'],
  meaning:
    'In every group that can act, any of these keys may be replaced by any other of them that is not in the group.',
  rationale:
    'For people who are meant to be equal, whatever their weights say: with weights 3, 2, 2 and a threshold of 4 all three are the same. At least two keys have to be named.',
  decidedBy:
    'a and b are interchangeable if and only if no coalition of the others weighs from q − w(a) to q − w(b) − 1, for w(a) ≥ w(b)',
  cost: 'O(n·q) for each pair of neighbours',
  isLinear: false,
  examples: [
    {
      says: '3, 2 and 2 of 4: any two of them',
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
    thresholds: { low: 4, medium: 4, high: 4 }
    signers: { anna: 3, bruno: 2, carla: 2 }
assert:
  - { id: promise, on: shop, claim: { interchangeable: [anna, bruno], for: medium } }
`,
      expect: 'Holds',
    },
    {
      says: 'anna needs one other, bruno needs anna',
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
  - { id: promise, on: shop, claim: { interchangeable: [anna, bruno], for: medium } }
`,
      expect: 'Violated',
    },
    {
      says: 'one key alone has nobody to be like',
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
  - { id: promise, on: shop, claim: { interchangeable: [anna], for: medium } }
`,
      expect: 'Vacuous',
    },
  ],
  says: ({ of, at }) => `${of.said} can stand in for each other for ${at.said}`,
  decide: (asked, { of, at }) => {
    if (of.keys.length < 2)
      return { _tag: 'Vacuous', says: `${of.said} is not more than one key`, help: 'name at least two keys' }
    const game = gameOf(asked, at.level)
    const needs = needsJust(game)
    const weightOf = (key: string): number => game.players.find(({ id }) => id === key)?.weight ?? 0
    const sorted = [...of.keys].sort((a, b) => weightOf(b) - weightOf(a))
    for (const [index, heavier] of sorted.entries()) {
      const lighter = sorted[index + 1]
      const found = lighter === undefined ? O.none : needs(heavier, lighter)
      if (lighter === undefined || O.isNone(found)) continue
      const exhibit = exhibitOf(asked, game)
      const others = found.value
      const beside = others.length === 0 ? 'alone' : `with ${namesOf(asked, others)}`
      return {
        _tag: 'Violated',
        counterexample: {
          level: at.level,
          says: `${nameOf(asked.policy, heavier)} ${beside} can act, and ${nameOf(asked.policy, lighter)} ${beside} cannot.`,
          exhibits: [exhibit('can act', [...others, heavier]), exhibit('cannot', [...others, lighter])],
          tolerated: O.none,
          demands: [],
        },
      }
    }
    return {
      _tag: 'Holds',
      certificate: {
        level: at.level,
        says: `nobody needs just one of ${list(of.keys.map((key) => nameOf(asked.policy, key)))}`,
        exhibits: [],
      },
    }
  },
}

/** `ranks`: each of these has more say than the next. */
import * as O from 'fp-ts/lib/Option.js'
import type { Game } from '../../../kernel/model/index.js'
import type { Counterexample } from '../answer.js'
import { gameOf, nameOf, type Asked } from '../asked.js'
import type { AskedLevel, Claim } from '../claim.js'
import type { ClaimFormOf } from '../claim-form.js'
import { needsJust } from '../desirability.js'
import { exhibitOf, list, namesOf } from '../exhibit.js'

/** Why the first key has no more say than the second; none where it has. */
const refuted = (
  asked: Asked,
  game: Game,
  at: AskedLevel,
  [first, second]: readonly [string, string],
): O.Option<Counterexample> => {
  const needs = needsJust(game)
  if (O.isSome(needs(first, second))) return O.none
  const [one, two] = [nameOf(asked.policy, first), nameOf(asked.policy, second)]
  const exhibit = exhibitOf(asked, game)
  const shared = { level: at.level, tolerated: O.none, demands: [] }
  const contrary = needs(second, first)
  if (O.isNone(contrary))
    return O.some({
      ...shared,
      says: `${one} and ${two} can stand in for each other everywhere: their weights make no difference.`,
      exhibits: [exhibit('the first', [first]), exhibit('the second', [second])],
    })
  const others = contrary.value
  const beside = others.length === 0 ? 'alone' : `with ${namesOf(asked, others)}`
  return O.some({
    ...shared,
    says: `${two} ${beside} can act, and ${one} ${beside} cannot.`,
    exhibits: [exhibit('can act', [...others, second]), exhibit('cannot', [...others, first])],
  })
}

export const ranks: ClaimFormOf<Extract<Claim, { readonly _tag: 'Ranks' }>> = {
  id: 'ranks',
  tag: 'Ranks',
  summary: 'each of these has more say than the next',
  syntax: ['{ ranks: [KEY, KEY, …], for: LEVEL }'],
  meaning:
    'Each of these keys can always stand in for the next, and some group can act with it that cannot act with the next in its place.',
  rationale:
    'More weight is not more say: with 3 and 2 of 4 beside another 2, both are worth the same. At least two keys have to be named.',
  decidedBy:
    'a ranks above b if and only if some coalition of the others weighs from q − w(a) to q − w(b) − 1',
  cost: 'O(n·q) for each pair of neighbours',
  isLinear: false,
  examples: [
    {
      says: 'anna can act with anybody, bruno only with anna',
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
  - { id: promise, on: shop, claim: { ranks: [anna, bruno], for: medium } }
`,
      expect: 'Holds',
    },
    {
      says: '3 and 2 of 4 beside another 2 are the same',
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
  - { id: promise, on: shop, claim: { ranks: [anna, bruno], for: medium } }
`,
      expect: 'Violated',
    },
    {
      says: 'one key alone is above nobody',
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
  - { id: promise, on: shop, claim: { ranks: [anna], for: medium } }
`,
      expect: 'Vacuous',
    },
  ],
  says: ({ of, at }) => `${of.said} in falling order of their say over ${at.said}`,
  decide: (asked, { of, at }) => {
    if (of.keys.length < 2)
      return { _tag: 'Vacuous', says: `${of.said} is not more than one key`, help: 'name at least two keys' }
    const game = gameOf(asked, at.level)
    for (const [index, first] of of.keys.entries()) {
      const second = of.keys[index + 1]
      const found = second === undefined ? O.none : refuted(asked, game, at, [first, second])
      if (O.isSome(found)) return { _tag: 'Violated', counterexample: found.value }
    }
    return {
      _tag: 'Holds',
      certificate: {
        level: at.level,
        says: `in this order, each is needed somewhere where the next is not enough: ${list(of.keys.map((key) => nameOf(asked.policy, key)))}`,
        exhibits: [],
      },
    }
  },
}

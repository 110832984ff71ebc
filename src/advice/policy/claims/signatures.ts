/** `signatures`: acting never takes fewer signatures, and no minimal set of signers takes more. */
import * as O from 'fp-ts/lib/Option.js'
import type { Coalition } from '../../../kernel/model/index.js'
import { fewestSignatures, mostSignatures } from '../../coalition/index.js'
import type { Answer } from '../answer.js'
import type { Claim } from '../claim.js'
import type { ClaimFormOf } from '../claim-form.js'
import { signing, thingSigned, vacuous } from '../claim-words.js'
import { exhibitOf } from '../exhibit.js'
import { gameByName } from '../weigh.js'

const countedSignatures = (count: number): string => `${String(count)} signature${count === 1 ? '' : 's'}`

export const signatures: ClaimFormOf<Extract<Claim, { readonly _tag: 'Signatures' }>> = {
  id: 'signatures',
  tag: 'Signatures',
  summary: 'acting takes at least, and at most, so many signatures',
  syntax: [
    '{ signatures: { at-least: COUNT }, for: LEVEL }',
    '{ signatures: { at-most: COUNT }, for: LEVEL }',
    '{ signatures: { at-least: COUNT, at-most: COUNT }, for: LEVEL }',
  ],
  meaning:
    'At least: no group of fewer keys reaches the level. At most: no group of more keys reaches it in which everybody is needed. Where nobody reaches the level it is vacuous.',
  rationale:
    'At least so many is the old four-eyes rule in signatures of keys; for people, see `withstands` by holder. At most so many says how long it can take to collect a payment in the worst case, when nobody signs in vain. An envelope holds 20 signatures.',
  decidedBy:
    'the fewest keys that weigh q, heaviest first; the most keys that weigh q of whom everybody is needed',
  cost: 'O(n log n) and O(n·q)',
  isLinear: false,
  examples: [
    {
      says: 'two or three of five',
      policy: `quorate: 1
keys:
  shop: {shop}
  anna: {anna}
  bruno: {bruno}
  carla: {carla}
  dora: {dora}
  emil: {emil}
accounts:
  shop:
    address: shop
    master: 0
    thresholds: { low: 4, medium: 4, high: 4 }
    signers: { anna: 2, bruno: 2, carla: 1, dora: 1, emil: 1 }
assert:
  - { id: promise, on: shop, claim: { signatures: { at-least: 2, at-most: 4 }, for: medium } }
`,
      expect: 'Holds',
    },
    {
      says: 'anna alone is enough',
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
  - { id: promise, on: shop, claim: { signatures: { at-least: 2 }, for: medium } }
`,
      expect: 'Violated',
    },
    {
      says: 'nobody can act',
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
    signers: { anna: 1, bruno: 1, carla: 1 }
assert:
  - { id: promise, on: shop, claim: { signatures: { at-most: 3 }, for: medium } }
`,
      expect: 'Vacuous',
    },
  ],
  says: ({ atLeast, atMost, at }) =>
    `${[
      ...(O.isSome(atLeast) ? [`at least ${String(atLeast.value)}`] : []),
      ...(O.isSome(atMost) ? [`at most ${String(atMost.value)}`] : []),
    ].join(' and ')} signatures for ${at.said}`,
  decide: (asked, { atLeast, atMost, at }) => {
    const game = gameByName(asked, at.level)
    const [fewest, most] = [fewestSignatures(game), mostSignatures(game)]
    if (O.isNone(fewest) || O.isNone(most))
      return vacuous(`nobody reaches ${at.level.toLowerCase()}`, 'see `reachable` for why')
    const exhibit = exhibitOf(asked, game)
    const refuted = (keys: Coalition, title: string, wanted: number, words: string): Answer => ({
      _tag: 'Violated',
      counterexample: {
        level: at.level,
        says: `${signing(asked, exhibit(title, keys).keys, thingSigned(at))}: ${countedSignatures(keys.length)}, ${words} ${String(wanted)}.`,
        exhibits: [exhibit(title, keys)],
        tolerated: O.some({ asked: wanted, holds: keys.length, unit: 'signature' }),
        demands: [],
      },
    })
    if (O.isSome(atLeast) && fewest.value.length < atLeast.value)
      return refuted(fewest.value, 'the fewest', atLeast.value, 'and it should take at least')
    if (O.isSome(atMost) && most.value.length > atMost.value)
      return refuted(
        most.value,
        'the most',
        atMost.value,
        'of whom nobody can be spared, and it should take at most',
      )
    return {
      _tag: 'Holds',
      certificate: {
        level: at.level,
        says: `it takes from ${String(fewest.value.length)} to ${countedSignatures(most.value.length)}`,
        exhibits: [exhibit('the fewest', fewest.value), exhibit('the most', most.value)],
      },
    }
  },
}

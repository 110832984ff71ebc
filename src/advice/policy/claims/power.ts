/** `power`: how often a key decides, between two bounds. */
import * as O from 'fp-ts/lib/Option.js'
import type { Game } from '../../../kernel/model/index.js'
import { banzhaf, rational, shapleyShubik, showRational, type Rational } from '../../coalition/index.js'
import { gameOf } from '../asked.js'
import type { Claim } from '../claim.js'
import type { ClaimFormOf } from '../claim-form.js'
import { exhibitOf } from '../exhibit.js'

type PowerClaim = Extract<Claim, { readonly _tag: 'Power' }>

const NONE: Rational = rational(0n, 1n)

/** The share of a key; none where the table of counts would be too large. Where nobody decides, it is 0. */
const shareOf = (game: Game, key: string, index: PowerClaim['index']): O.Option<Rational> => {
  if (index === 'banzhaf') {
    const found = banzhaf(game).find(({ id }) => id === key)
    return O.some(found === undefined ? NONE : O.getOrElse(() => NONE)(found.share))
  }
  const found = shapleyShubik(game)
  if (found._tag === 'TooLarge') return O.none
  return O.some(found.shares.find(({ id }) => id === key)?.share ?? NONE)
}

const isBelow = (a: Rational, b: Rational): boolean =>
  a.numerator * b.denominator < b.numerator * a.denominator

const boundsText = ({ atLeast, atMost }: PowerClaim): string =>
  [
    ...(O.isSome(atLeast) ? [`at least ${showRational(atLeast.value)}`] : []),
    ...(O.isSome(atMost) ? [`at most ${showRational(atMost.value)}`] : []),
  ].join(' and ')

const INDEX = { banzhaf: 'Banzhaf', 'shapley-shubik': 'Shapley-Shubik' } as const

export const power: ClaimFormOf<PowerClaim> = {
  id: 'power',
  tag: 'Power',
  summary: 'how often a key decides, between two bounds',
  syntax: [
    '{ power: { of: KEY, index: banzhaf | shapley-shubik, at-least: FRACTION, at-most: FRACTION }, for: LEVEL }',
  ],
  meaning:
    'The share of the key in all power lies between the bounds, both included: its swings by the swings of everybody (`banzhaf`), or the orders in which it is the one that decides by all orders (`shapley-shubik`). Fractions are exact: `1/3`. Where nobody can act, every share is 0.',
  rationale:
    'For agreements that give partners a share of the say: what somebody weighs and what somebody decides are different things. The indices assume that all others decide independently.',
  decidedBy: 'swings counted by a table of weights; shares as exact fractions',
  cost: 'O(n·q) for Banzhaf, O(n²·q) for Shapley and Shubik',
  isLinear: false,
  examples: [
    {
      says: 'of three who are equal, each decides as often',
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
  - { id: promise, on: shop, claim: { power: { of: anna, index: banzhaf, at-most: 1/3 }, for: medium } }
`,
      expect: 'Holds',
    },
    {
      says: 'half of the weight is three fifths of the power',
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
  - { id: promise, on: shop, claim: { power: { of: anna, index: banzhaf, at-most: 1/2 }, for: medium } }
`,
      expect: 'Violated',
    },
  ],
  says: (claim) => `${claim.of.said} has ${boundsText(claim)} of the power over ${claim.at.said}`,
  decide: (asked, claim) => {
    const { of, at, index, atLeast, atMost } = claim
    const [key] = of.keys
    if (key === undefined) return { _tag: 'Vacuous', says: `${of.said} is nobody`, help: 'name one key' }
    const game = gameOf(asked, at.level)
    const share = shareOf(game, key, index)
    if (O.isNone(share))
      return {
        _tag: 'Unknown',
        why: {
          code: 'gave-up',
          says: 'counting would take too large a table',
          help: 'ask for `banzhaf` instead',
          keys: [],
        },
      }
    const isTooSmall = O.isSome(atLeast) && isBelow(share.value, atLeast.value)
    const isTooLarge = O.isSome(atMost) && isBelow(atMost.value, share.value)
    const says = `${of.said} has ${showRational(share.value)} of the power (${INDEX[index]})`
    const exhibits = [exhibitOf(asked, game)('whose power it is', [key])]
    return isTooSmall || isTooLarge
      ? {
          _tag: 'Violated',
          counterexample: {
            level: at.level,
            says: `${says}, and ${boundsText(claim)} is asked for.`,
            exhibits,
            tolerated: O.none,
            demands: [],
          },
        }
      : { _tag: 'Holds', certificate: { level: at.level, says, exhibits } }
  },
}

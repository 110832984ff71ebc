/** `no-dummies`: every signer makes a difference to somebody. */
import * as O from 'fp-ts/lib/Option.js'
import { dummies } from '../../coalition/index.js'
import { gameOf } from '../asked.js'
import type { Claim } from '../claim.js'
import type { ClaimFormOf } from '../claim-form.js'
import { vacuous } from '../claim-words.js'
import { exhibitOf, namesOf } from '../exhibit.js'

export const noDummies: ClaimFormOf<Extract<Claim, { readonly _tag: 'NoDummies' }>> = {
  id: 'no-dummies',
  tag: 'NoDummies',
  summary: 'every signer makes a difference to somebody',
  syntax: ['{ no-dummies: LEVEL }'],
  meaning: 'For every signer there are others who cannot act without, and can act with this one.',
  rationale:
    'A signer whose weight can never matter believes to have a say and has none. Where nobody can act, everybody is a dummy. It is vacuous where no key has weight.',
  decidedBy: 'x is a dummy if and only if no coalition of the others weighs from q − w(x) to q − 1',
  cost: 'O(n·q)',
  isLinear: false,
  examples: [
    {
      says: 'with 2, 1, 1 of 3 everybody matters',
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
  - { id: promise, on: shop, claim: { no-dummies: medium } }
`,
      expect: 'Holds',
    },
    {
      says: 'with 2, 2, 1 of 4 the last one never does',
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
    signers: { anna: 2, bruno: 2, carla: 1 }
assert:
  - { id: promise, on: shop, claim: { no-dummies: medium } }
`,
      expect: 'Violated',
    },
  ],
  says: ({ at }) => `everybody matters for ${at.said}`,
  decide: (asked, { at }) => {
    const game = gameOf(asked, at.level)
    if (game.players.length === 0) return vacuous('no key has weight', 'check who has weight on the account')
    const found = dummies(game)
    const level = at.level.toLowerCase()
    if (found.length === 0)
      return {
        _tag: 'Holds',
        certificate: { level: at.level, says: `everybody decides whether ${level} is reached`, exhibits: [] },
      }
    const one = found.length === 1
    return {
      _tag: 'Violated',
      counterexample: {
        level: at.level,
        says: `${namesOf(asked, found)} never ${one ? 'makes' : 'make'} a difference: whoever reaches ${level} with ${one ? 'this signature' : 'them'} reaches it without.`,
        exhibits: [exhibitOf(asked, game)('without any say', found)],
        tolerated: O.none,
        demands: [],
      },
    }
  },
}

/** `no-deadlock`: two camps can quarrel, and still one side can act. */
import * as O from 'fp-ts/lib/Option.js'
import { game as gameFor, totalOf, weightIn, type Coalition, type Game } from '../../../kernel/model/index.js'
import { winsOnlyIn } from '../../coalition/index.js'
import { gameOf } from '../asked.js'
import type { Claim } from '../claim.js'
import type { ClaimFormOf } from '../claim-form.js'
import { acting } from '../claim-words.js'
import { exhibitOf, namesOf } from '../exhibit.js'

/** Who joins the first camp so that neither side can act; none where one always can. */
const deadlock = (game: Game, first: Coalition, second: Coalition): O.Option<Coalition> => {
  const others = game.players.filter(({ id }) => !first.includes(id) && !second.includes(id))
  const rest = totalOf(gameFor(0, others))
  // The second side loses when this much or more has joined the first.
  const least = weightIn(second)(game) + rest - game.quota + 1
  const most = game.quota - 1 - weightIn(first)(game)
  if (most < 0 || least > rest || least > most) return O.none
  const joined = (quota: number): Game => gameFor(Math.max(0, quota), others)
  return winsOnlyIn(joined(most + 1))(joined(least))
}

export const noDeadlock: ClaimFormOf<Extract<Claim, { readonly _tag: 'NoDeadlock' }>> = {
  id: 'no-deadlock',
  tag: 'NoDeadlock',
  summary: 'two camps can quarrel, and still one side can act',
  syntax: ['{ no-deadlock: { between: [KEYS, KEYS] }, for: LEVEL }'],
  meaning:
    'For every division of all signers in which the first keys are on one side and the second keys on the other, whoever the others join, one side can act.',
  rationale:
    'Founders and investors, two families, two offices: names those who may fall out. It says nothing of which side wins. Keys that are in both camps make it vacuous.',
  decidedBy: 'no coalition of the others weighs from T − w(G) − q + 1 to q − 1 − w(G), for the first camp G',
  cost: 'O(n·q)',
  isLinear: false,
  examples: [
    {
      says: 'carla decides between the two',
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
  - { id: promise, on: shop, claim: { no-deadlock: { between: [anna, bruno] }, for: medium } }
`,
      expect: 'Holds',
    },
    {
      says: 'nobody is left to decide',
      policy: `quorate: 1
keys:
  shop: {shop}
  anna: {anna}
  bruno: {bruno}
accounts:
  shop:
    address: shop
    master: 0
    thresholds: { low: 2, medium: 2, high: 2 }
    signers: { anna: 1, bruno: 1 }
assert:
  - { id: promise, on: shop, claim: { no-deadlock: { between: [anna, bruno] }, for: medium } }
`,
      expect: 'Violated',
    },
    {
      says: 'a side of nobody',
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
    thresholds: { low: 2, medium: 2, high: 2 }
    signers: { anna: 1, bruno: 1, carla: 1 }
assert:
  - { id: promise, on: shop, claim: { no-deadlock: { between: [[anna, bruno], guests] }, for: medium } }
`,
      expect: 'Vacuous',
    },
  ],
  says: ({ between: [first, second], at }) =>
    `${first.said} against ${second.said}: one side can ${acting(at)}`,
  decide: (asked, { between: [first, second], at }) => {
    const both = first.keys.filter((key) => second.keys.includes(key))
    if (both.length > 0 || first.keys.length === 0 || second.keys.length === 0)
      return {
        _tag: 'Vacuous',
        says:
          both.length > 0
            ? `${namesOf(asked, both)} would be on both sides`
            : `${first.keys.length === 0 ? first.said : second.said} is nobody`,
        help: 'name two camps that share nobody',
      }
    const game = gameOf(asked, at.level)
    const found = deadlock(game, first.keys, second.keys)
    if (O.isNone(found))
      return {
        _tag: 'Holds',
        certificate: {
          level: at.level,
          says: `whoever joins them, one of the two sides reaches ${at.level.toLowerCase()}`,
          exhibits: [],
        },
      }
    const players = game.players.map(({ id }) => id)
    const one = players.filter((id) => first.keys.includes(id) || found.value.includes(id))
    const other = players.filter((id) => !one.includes(id))
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

/** `reachable`: somebody can act, with the 20 signatures that an envelope holds. */
import * as O from 'fp-ts/lib/Option.js'
import { MAX_SIGNATURES } from '../../../kernel/model/index.js'
import { fewestSignatures, gameUnder } from '../../coalition/index.js'
import { demand } from '../asserted.js'
import type { Claim } from '../claim.js'
import type { ClaimFormOf } from '../claim-form.js'
import { thingSigned } from '../claim-words.js'
import { exhibitOf } from '../exhibit.js'
import { gameByName, heaviestFirst, weighOf } from '../weigh.js'

export const reachable: ClaimFormOf<Extract<Claim, { readonly _tag: 'Reachable' }>> = {
  id: 'reachable',
  tag: 'Reachable',
  summary: 'somebody can act, with the 20 signatures that an envelope holds',
  syntax: ['{ reachable: LEVEL }'],
  meaning: 'There is a group of at most 20 signers that reaches the level.',
  rationale:
    'The network lets anybody lock an account for ever: nothing there checks that the weights still reach the thresholds. An account has up to 21 signers, and an envelope holds 20 signatures, so that an account that needs all 21 is locked as well.',
  decidedBy: 'the 20 heaviest signers weigh at least q',
  cost: 'O(n log n)',
  isLinear: true,
  examples: [
    {
      says: 'two of three',
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
    thresholds: { low: 2, medium: 2, high: 3 }
    signers: { anna: 1, bruno: 1, carla: 1 }
assert:
  - { id: promise, on: shop, claim: { reachable: high } }
`,
      expect: 'Holds',
    },
    {
      says: 'four of three: the account is locked',
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
    thresholds: { low: 2, medium: 2, high: 4 }
    signers: { anna: 1, bruno: 1, carla: 1 }
assert:
  - { id: promise, on: shop, claim: { reachable: high } }
`,
      expect: 'Violated',
    },
  ],
  says: ({ at }) => `${at.said} is reachable`,
  decide: (asked, { at }) => {
    const game = gameByName(asked, at.level)
    const { needed, granted } = gameUnder(asked.circumstances)(at.level)(asked.account.account)
    const fewest = fewestSignatures(game)
    if (O.isSome(fewest)) {
      const enough = exhibitOf(asked, game)('the fewest who can act', fewest.value)
      return {
        _tag: 'Holds',
        certificate: {
          level: at.level,
          says: `${String(enough.keys.length)} of ${String(game.players.length)} signers are enough: ${String(enough.sum)} >= ${String(enough.quota)}`,
          exhibits: [enough],
        },
      }
    }
    const everybody = game.players.map(({ id }) => id)
    const heaviest = heaviestFirst(weighOf(game), everybody).slice(0, MAX_SIGNATURES)
    // The game's own quota is out of reach by one where the signatures are too many: not what the account says.
    const rule = { ...game, quota: Math.max(0, needed - granted) }
    const isCapped = heaviest.length < game.players.length
    const title = isCapped ? `the ${String(MAX_SIGNATURES)} heaviest signers` : 'all signers'
    const shown = exhibitOf(asked, rule)(title, heaviest)
    const says = `${isCapped ? `An envelope holds ${String(MAX_SIGNATURES)} signatures, and ${title}` : 'All signers together'} weigh ${String(shown.sum)} of ${at.level.toLowerCase()} ${String(shown.quota)}: nobody can sign ${thingSigned(at)}.`
    return {
      _tag: 'Violated',
      counterexample: {
        level: at.level,
        says,
        exhibits: [shown],
        tolerated: O.none,
        // Which of them sign may be others with other weights; all of them have to be enough with any.
        demands: [demand(at.level, 'win', everybody)],
      },
    }
  },
}

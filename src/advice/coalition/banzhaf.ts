/**
 * The Banzhaf index: how often a player's consent decides, if all others say yes or no by the toss of a
 * coin. What somebody weighs and what somebody decides are different things: with 3, 3, 1 of 4 the light
 * one decides as often as the heavy ones.
 */
import * as O from 'fp-ts/lib/Option.js'
import type { Game } from '../../kernel/model/index.js'
import type { Measure } from './measure.js'
import { normalFormOf } from './normal-form.js'
import { rational, type Rational } from './rational.js'
import { swingsOf } from './swings.js'

/** How much one player decides. */
export interface BanzhafPower {
  readonly id: string
  /** Coalitions of the others that lose alone and win with this player. */
  readonly swings: number
  /** Swings by all coalitions of the others: the chance of deciding. */
  readonly chance: Rational
  /** Swings by the swings of everybody: shares that add up to 1. None, where nobody ever decides. */
  readonly share: O.Option<Rational>
}

/** The power of each player, in the order of the game. */
export const banzhaf = (game: Game): readonly BanzhafPower[] => {
  const form = normalFormOf(game)
  const counts = swingsOf(form)
  const swings = new Map(form.ids.map((id, place) => [id, counts[place] ?? 0]))
  const all = counts.reduce((sum, count) => sum + count, 0)
  const others = 2n ** BigInt(Math.max(0, form.ids.length - 1))
  return game.players.map(({ id }) => {
    const own = swings.get(id) ?? 0
    return {
      id,
      swings: own,
      chance: rational(BigInt(own), others),
      share: all === 0 ? O.none : O.some(rational(BigInt(own), BigInt(all))),
    }
  })
}

export const banzhafMeasure: Measure = {
  id: 'banzhaf',
  summary: 'how often each signer’s consent decides, others tossing a coin',
  formula: 'η(x) = coalitions of the others that weigh from q − w(x) to q − 1; η(x)/2ⁿ⁻¹ and η(x)/Ση',
  cost: 'O(n·q), exact for 32 players of 16-bit weights too',
  source: 'Banzhaf (1965); generating functions: Bilbao et al. (2000), Matsui and Matsui (2000)',
  ask: banzhaf,
}

/**
 * Proper: can two groups that share nobody both act? Then each can undo what the other does, and a race
 * decides. A game is proper if and only if it entails its dual: who wins also blocks.
 */
import * as O from 'fp-ts/lib/Option.js'
import { dualOf, type Coalition, type Game } from '../../kernel/model/index.js'
import { winsOnlyIn } from './entails.js'
import type { Measure } from './measure.js'
import * as recheck from './recheck.js'

/** Whether any two groups that can act share somebody; if not, two that do not. */
export type Properness =
  | { readonly _tag: 'Proper' }
  | { readonly _tag: 'Improper'; readonly rivals: readonly [Coalition, Coalition] }

/** Looks for two winning coalitions that share nobody. */
export const proper = (game: Game): Properness => {
  const one = winsOnlyIn(dualOf(game))(game)
  if (O.isNone(one)) return { _tag: 'Proper' }
  const others = game.players.map(({ id }) => id).filter((id) => !one.value.includes(id))
  const rivals = recheck.disjoint(recheck.winning(game, one.value), recheck.winning(game, others))
  return { _tag: 'Improper', rivals }
}

export const properMeasure: Measure = {
  id: 'proper',
  summary: 'whether two groups that share nobody could both act',
  formula: 'proper if and only if no coalition weighs from q to T − q; always where 2q > T',
  cost: 'O(n·q)',
  source: 'Taylor and Zwicker, Simple Games (1999)',
  ask: proper,
}

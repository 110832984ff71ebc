/**
 * Strong: is there always one side that can act, however people split? If not, a quarrel can end in a
 * deadlock. A game is strong if and only if its dual entails it: who blocks also wins.
 */
import * as O from 'fp-ts/lib/Option.js'
import { dualOf, type Coalition, type Game } from '../../kernel/model/index.js'
import { winsOnlyIn } from './entails.js'
import type { Measure } from './measure.js'
import * as recheck from './recheck.js'

/** Whether one of any two camps can act; if not, two camps neither of which can. */
export type Strength =
  | { readonly _tag: 'Strong' }
  | { readonly _tag: 'Deadlock'; readonly camps: readonly [Coalition, Coalition] }

/** Looks for a split of all players in which neither side wins. */
export const strong = (game: Game): Strength => {
  const one = winsOnlyIn(game)(dualOf(game))
  if (O.isNone(one)) return { _tag: 'Strong' }
  const others = game.players.map(({ id }) => id).filter((id) => !one.value.includes(id))
  const camps = recheck.disjoint(recheck.losing(game, one.value), recheck.losing(game, others))
  return { _tag: 'Deadlock', camps }
}

export const strongMeasure: Measure = {
  id: 'strong',
  summary: 'whether people can split so that neither side can act',
  formula: 'strong if and only if no coalition weighs from T − q + 1 to q − 1',
  cost: 'O(n·q)',
  source: 'Taylor and Zwicker, Simple Games (1999)',
  ask: strong,
}

/**
 * Who can stand in for whom: Isbell's desirability relation, which is total where weights decide. Of two
 * keys one is at least as desirable as the other; it is strictly so where some others need just this one.
 */
import type * as O from 'fp-ts/lib/Option.js'
import { game as gameFor, type Coalition, type Game } from '../../kernel/model/index.js'
import { winsOnlyIn } from '../coalition/index.js'

/** Others who can act with the first key, and cannot with the second in its place; none, if there are none. */
export const needsJust =
  (game: Game) =>
  (first: string, second: string): O.Option<Coalition> => {
    const weightOf = (key: string): number => game.players.find(({ id }) => id === key)?.weight ?? 0
    const others = game.players.filter(({ id }) => id !== first && id !== second)
    const missing = (key: string): Game => gameFor(Math.max(0, game.quota - weightOf(key)), others)
    return winsOnlyIn(missing(second))(missing(first))
  }

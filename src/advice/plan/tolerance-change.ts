/** How many keys may be lost, and how many stolen, before and after a change. */
import * as O from 'fp-ts/lib/Option.js'
import { THRESHOLD_LEVELS, type Account, type Coalition, type Game } from '../../kernel/model/index.js'
import { fewestSignatures, gameAt, keysAsUnits, lossTolerance, theftTolerance } from '../coalition/index.js'
import type { ToleranceChange } from './plan.js'

const pair = <A>(of: (game: Game) => A, [before, after]: readonly [Game, Game]): readonly [A, A] => [
  of(before),
  of(after),
]

/** The tolerances of two configurations, level by level. */
export const toleranceChanges =
  (from: Account) =>
  (to: Account): readonly ToleranceChange[] =>
    THRESHOLD_LEVELS.map((level) => {
      const games = [gameAt(level)(from).game, gameAt(level)(to).game] as const
      return {
        level,
        loss: pair((game) => lossTolerance(keysAsUnits(game))(game), games),
        theft: pair((game) => theftTolerance(keysAsUnits(game))(game), games),
        fewest: pair(
          (game) => O.map((coalition: Coalition) => coalition.length)(fewestSignatures(game)),
          games,
        ),
      }
    })

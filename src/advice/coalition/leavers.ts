/**
 * The cascade of leavers: people go one after the other, and their keys stay configured. Each departure
 * takes away from those who can act, and adds to what a thief finds among people who owe nothing any
 * more. Locked accounts mostly come about this way: nobody counted.
 */
import * as O from 'fp-ts/lib/Option.js'
import type { Coalition, Game } from '../../kernel/model/index.js'
import { fewestSignatures } from './fewest-signatures.js'
import { lossTolerance } from './loss-tolerance.js'
import type { Measure } from './measure.js'
import { keysAsUnits } from './units.js'
import { afterLoss, afterTheft } from './what-if.js'

/** What is left after a departure. */
export interface Departure {
  /** Whose keys go; empty for the state before anybody left. */
  readonly keys: Coalition
  /** Everybody who has left by now. */
  readonly gone: Coalition
  /** How many more keys may go, whichever they are; none where nobody can act any more. */
  readonly spare: O.Option<number>
  /** The fewest keys of those still here with which the leavers' keys can act; none where none suffice. */
  readonly insiders: O.Option<number>
}

const after = (game: Game, keys: Coalition, gone: Coalition): Departure => {
  const left = afterLoss(gone)(game)
  const tolerance = lossTolerance(keysAsUnits(left))(left)
  return {
    keys,
    gone,
    spare: tolerance._tag === 'Known' ? O.some(tolerance.tolerated) : O.none,
    insiders: O.map((coalition: Coalition) => coalition.length)(fewestSignatures(afterTheft(gone)(game))),
  }
}

/** The states before the first departure and after each, in order. */
export const leavers =
  (departures: readonly Coalition[]) =>
  (game: Game): readonly Departure[] =>
    departures.reduce<readonly Departure[]>(
      (states, keys) => [
        ...states,
        after(game, keys, [...new Set([...(states.at(-1)?.gone ?? []), ...keys])]),
      ],
      [after(game, [], [])],
    )

export const leaversMeasure: Measure = {
  id: 'leavers',
  summary: 'what is left as people leave one after the other and keep their keys',
  formula: 'for everybody gone G: loss tolerance of the others; fewest others with w ≥ q − w(G)',
  cost: 'O(n log n) for each departure',
  source: 'own',
  ask: (game) => leavers(game.players.map(({ id }) => [id]))(game),
}

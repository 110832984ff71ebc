/**
 * Theft tolerance: how many keys, holders, devices, vendors or places may fall into one hand, whichever
 * they are, so that it still cannot act. A key with copies in several places is stolen with any of them:
 * every backup makes loss less likely and theft more.
 */
import type { Game } from '../../kernel/model/index.js'
import type { Measure } from './measure.js'
import * as recheck from './recheck.js'
import { toleranceOf, type Tolerance, type UnitEvent } from './tolerance.js'
import { keysAsUnits, stolenWith, type Units } from './units.js'

/** How many units of a kind may be stolen; `breaking` is a smallest theft with which the thief can act. */
export const theftTolerance =
  (units: Units) =>
  (game: Game): Tolerance => {
    const eventOf = (stolen: readonly string[]): UnitEvent => ({
      units: stolen,
      keys: recheck.winning(game, stolenWith(units)(stolen)(game)),
    })
    return toleranceOf('any', eventOf)(units)(game)
  }

export const theftToleranceMeasure: Measure = {
  id: 'theft-tolerance',
  summary: 'how many keys, people or places may be stolen before the thief can act',
  formula: 'the most k such that the k units that weigh most weigh less than q; M − 1 for M of N',
  cost: 'O(n log n) with one copy a key; with more, the fewest places are searched, up to 2,000,000 steps',
  source: 'own; with copies, weighted covering',
  ask: (game) => theftTolerance(keysAsUnits(game))(game),
}

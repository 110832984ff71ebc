/**
 * Loss tolerance: how many keys, holders, devices, vendors or places may be lost, whichever they are, so
 * that the others can still act. A key with copies in several places is lost only with all of them.
 */
import { dualOf, type Game } from '../../kernel/model/index.js'
import type { Measure } from './measure.js'
import * as recheck from './recheck.js'
import { toleranceOf, type Tolerance, type UnitEvent } from './tolerance.js'
import { keysAsUnits, lostWith, type Units } from './units.js'

/** How many units of a kind may be lost; `breaking` is a smallest loss that locks everybody out. */
export const lossTolerance =
  (units: Units) =>
  (game: Game): Tolerance => {
    const eventOf = (lost: readonly string[]): UnitEvent => ({
      units: lost,
      keys: recheck.blocking(game, lostWith(units)(lost)(game)),
    })
    return toleranceOf('all', eventOf)(units)(dualOf(game))
  }

export const lossToleranceMeasure: Measure = {
  id: 'loss-tolerance',
  summary: 'how many keys, people or places may be lost before nobody can act',
  formula: 'the most k such that T less the k units that weigh most is at least q; N − M for M of N',
  cost: 'O(n log n) with one copy a key; with more, the fewest places are searched, up to 2,000,000 steps',
  source: 'own; with copies, weighted covering',
  ask: (game) => lossTolerance(keysAsUnits(game))(game),
}

/**
 * The grid of lost and stolen: for every number of units lost and every number stolen, whether the
 * rightful can still act and the thief still cannot, in the worst case. Who is lost may or may not be
 * among the stolen: a copied key still signs for its owner.
 */
import type { Game } from '../../kernel/model/index.js'
import { lossTolerance } from './loss-tolerance.js'
import type { Measure } from './measure.js'
import { theftTolerance } from './theft-tolerance.js'
import type { Tolerance } from './tolerance.js'
import { keysAsUnits, type Units, type UnknownUnits } from './units.js'

/** An answer that a bounded search may not have. */
export type Answer = 'Yes' | 'No' | 'Unknown'

/** So many lost and so many stolen, whichever they are. */
export interface GridCell {
  readonly lost: number
  readonly stolen: number
  /** Whether those who are left can act. */
  readonly canAct: Answer
  /** Whether the thief cannot. */
  readonly isSafe: Answer
}

/** All states of one kind of unit: `rows[lost][stolen]`, from none to all. */
export type ToleranceGrid =
  | { readonly _tag: 'Known'; readonly kind: string; readonly rows: readonly (readonly GridCell[])[] }
  | UnknownUnits

/** A tolerance whose units are known. */
type Told = Exclude<Tolerance, UnknownUnits>

const answersAt =
  (tolerance: Told) =>
  (count: number): Answer => {
    if (tolerance._tag === 'Broken') return 'No'
    if (count <= tolerance.tolerated) return 'Yes'
    return tolerance.exact ? 'No' : 'Unknown'
  }

const unitsIn = (tolerance: Told): number => (tolerance._tag === 'Broken' ? 0 : tolerance.units)

/** The grid of a game for one kind of unit. */
export const toleranceGrid =
  (units: Units) =>
  (game: Game): ToleranceGrid => {
    const [loss, theft] = [lossTolerance(units)(game), theftTolerance(units)(game)]
    if (loss._tag === 'Unknown') return loss
    if (theft._tag === 'Unknown') return theft
    const [canAct, isSafe] = [answersAt(loss), answersAt(theft)]
    // One side may be broken from the start and then knows no units; never both.
    const counts = Array.from({ length: Math.max(unitsIn(loss), unitsIn(theft)) + 1 }, (_, count) => count)
    const rows = counts.map((lost) =>
      counts.map((stolen): GridCell => ({ lost, stolen, canAct: canAct(lost), isSafe: isSafe(stolen) })),
    )
    return { _tag: 'Known', kind: units.kind, rows }
  }

export const toleranceGridMeasure: Measure = {
  id: 'tolerance-grid',
  summary: 'what still holds with so many lost and so many stolen',
  formula: 'lost ≤ loss tolerance, and stolen ≤ theft tolerance',
  cost: 'two tolerances',
  source: 'own',
  ask: (game) => toleranceGrid(keysAsUnits(game))(game),
}

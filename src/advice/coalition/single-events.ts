/**
 * Single events: what one fire, one burglary, one vendor’s fault, one bribed person does. For each unit
 * of a kind alone: can the others still act when it is lost, and can a thief act who has it?
 */
import { isBlocking, isWinning, type Coalition, type Game } from '../../kernel/model/index.js'
import type { Measure } from './measure.js'
import * as recheck from './recheck.js'
import { keysAsUnits, keysWithoutUnit, lostWith, stolenWith, type Units, type UnknownUnits } from './units.js'

/** One unit, and what falls with it. */
export interface SingleEvent {
  readonly unit: string
  /** Keys that have no copy elsewhere. */
  readonly lost: Coalition
  /** Keys that have a copy there. */
  readonly stolen: Coalition
  /** Whether nobody can act once it is lost. */
  readonly locks: boolean
  /** Whether a thief can act who has it. */
  readonly betrays: boolean
}

/** All units of one kind, in the order in which the keys name them. */
export type SingleEvents =
  | { readonly _tag: 'Known'; readonly kind: string; readonly events: readonly SingleEvent[] }
  | UnknownUnits

/** What each unit alone can do. */
export const singleEvents =
  (units: Units) =>
  (game: Game): SingleEvents => {
    const keys = keysWithoutUnit(units)(game)
    if (keys.length > 0) return { _tag: 'Unknown', kind: units.kind, keys }
    const names = new Set(game.players.flatMap(({ id }) => units.of.get(id) ?? []))
    const events = [...names].map((unit): SingleEvent => {
      const [lost, stolen] = [lostWith(units)([unit])(game), stolenWith(units)([unit])(game)]
      const [locks, betrays] = [isBlocking(lost)(game), isWinning(stolen)(game)]
      if (locks) recheck.blocking(game, lost)
      if (betrays) recheck.winning(game, stolen)
      return { unit, lost, stolen, locks, betrays }
    })
    return { _tag: 'Known', kind: units.kind, events }
  }

export const singleEventsMeasure: Measure = {
  id: 'single-events',
  summary: 'what the loss or theft of one place, vendor or person alone does',
  formula: 'for each unit u: T − w(keys only in u) < q, and w(keys with a copy in u) ≥ q',
  cost: 'O(n) for each unit',
  source: 'own',
  ask: (game) => singleEvents(keysAsUnits(game))(game),
}

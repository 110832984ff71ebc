/**
 * Tolerance: how much can happen before something breaks. Loss and theft are two numbers, never one: of
 * N equal keys of which M are needed, N − M may be lost, and M − 1 may be stolen.
 */
import * as O from 'fp-ts/lib/Option.js'
import type { Coalition, Game } from '../../kernel/model/index.js'
import { smallestEvent, type Fall } from './smallest-event.js'
import { holdingOf, keysWithoutUnit, type Units, type UnknownUnits } from './units.js'

/** Some units at one stroke, and the keys that fall with them. */
export interface UnitEvent {
  readonly units: readonly string[]
  readonly keys: Coalition
}

/** How many units of a kind may be lost, or stolen. */
export type Tolerance =
  | {
      readonly _tag: 'Known'
      readonly kind: string
      /** Any so many may be hit, whichever they are. */
      readonly tolerated: number
      /** All units of this kind. */
      readonly units: number
      /** A smallest event that breaks it: one unit more. None where all of them together do not. */
      readonly breaking: O.Option<UnitEvent>
      /** Whether more is known to break it; if not, more may be tolerated than is told. */
      readonly exact: boolean
    }
  /** It is broken with nothing lost or stolen. */
  | { readonly _tag: 'Broken'; readonly kind: string }
  | UnknownUnits

/** Tolerance of a game whose winning means that something broke. */
export const toleranceOf =
  (fall: Fall, eventOf: (units: readonly string[]) => UnitEvent) =>
  (units: Units) =>
  (broken: Game): Tolerance => {
    const { kind } = units
    const keys = keysWithoutUnit(units)(broken)
    if (keys.length > 0) return { _tag: 'Unknown', kind, keys }
    if (broken.quota === 0) return { _tag: 'Broken', kind }
    const holding = holdingOf(units)(broken)
    const all = { _tag: 'Known', kind, units: holding.units.length } as const
    const found = smallestEvent(holding, fall)
    switch (found._tag) {
      case 'Found': {
        const breaking = O.some(eventOf(found.units))
        return { ...all, tolerated: found.units.length - 1, breaking, exact: true }
      }
      case 'Never':
        return { ...all, tolerated: holding.units.length, breaking: O.none, exact: true }
      case 'GivenUp':
        return { ...all, tolerated: found.tried, breaking: O.none, exact: false }
    }
  }

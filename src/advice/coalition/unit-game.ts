/**
 * The game of units: people, devices or places as players, each with the weight of its keys. Then every
 * measure speaks of them: which holders have a veto, which two vendors are enough.
 */
import { game as gameOf, MAX_PLAYERS, type Coalition, type Game } from '../../kernel/model/index.js'
import { keysWithoutUnit, type Units, type UnknownUnits } from './units.js'

/** The game of units, where there is one. */
export type UnitGame =
  | { readonly _tag: 'Known'; readonly kind: string; readonly game: Game }
  /** Copies of one key in two units make no weights: together they have it once. */
  | { readonly _tag: 'Copies'; readonly kind: string; readonly keys: Coalition }
  | UnknownUnits

/** The game whose players are the units of a kind, in the order in which the keys name them. */
export const unitGame =
  (units: Units) =>
  (game: Game): UnitGame => {
    const { kind, of } = units
    const unknown = keysWithoutUnit(units)(game)
    if (unknown.length > 0) return { _tag: 'Unknown', kind, keys: unknown }
    const weighing = game.players.filter(({ weight }) => weight > 0)
    const copied = weighing.filter(({ id }) => new Set(of.get(id)).size > 1).map(({ id }) => id)
    if (copied.length > 0) return { _tag: 'Copies', kind, keys: copied }
    const weights = new Map<string, number>()
    for (const { id, weight } of weighing) {
      const unit = of.get(id)?.[0] ?? ''
      weights.set(unit, (weights.get(unit) ?? 0) + weight)
    }
    if (weights.size > MAX_PLAYERS) throw new Error('invariant: more units than keys')
    return {
      _tag: 'Known',
      kind,
      game: gameOf(
        game.quota,
        [...weights].map(([id, weight]) => ({ id, weight })),
      ),
    }
  }

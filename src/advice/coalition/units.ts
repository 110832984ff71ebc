/**
 * Units: what is lost or stolen at one stroke. A key is one; so is a person, a device, a vendor, a
 * place. A key may have copies in several units of a kind (a seed in two safes): it is lost only when
 * all of them are lost, and stolen as soon as one of them is.
 */
import type { Coalition, Game } from '../../kernel/model/index.js'
import { normalFormOf, type NormalForm } from './normal-form.js'

/** Where the copies of each key are, by the player's id. A key that is absent has not been told of. */
export interface Units {
  /** `key`, `holder`, `device`, `vendor`, `location`, or any other word. */
  readonly kind: string
  readonly of: ReadonlyMap<string, readonly string[]>
}

/** Keys of which is not said where they are; without them nothing can be said of the whole. */
export interface UnknownUnits {
  readonly _tag: 'Unknown'
  readonly kind: string
  readonly keys: Coalition
}

/** Every key a unit of its own, one copy each. */
export const keysAsUnits = ({ players }: Game): Units => ({
  kind: 'key',
  of: new Map(players.map(({ id }) => [id, [id]])),
})

/** Copies of the keys that matter, by places of a normal form. */
export interface Holding {
  readonly form: NormalForm
  /** Units with something in them; the ones with most weight first. */
  readonly units: readonly string[]
  /** Places of the keys of which a unit has a copy, in the order of `units`. */
  readonly keysOf: readonly (readonly number[])[]
  /** Whether no key has two copies. */
  readonly single: boolean
}

/** Keys whose units are not known. A key that weighs nothing can be anywhere. */
export const keysWithoutUnit =
  ({ of }: Units) =>
  ({ players }: Game): Coalition =>
    players.filter(({ id, weight }) => weight > 0 && (of.get(id)?.length ?? 0) === 0).map(({ id }) => id)

/** Copies in units, for a game all of whose units are known. */
export const holdingOf =
  ({ of }: Units) =>
  (game: Game): Holding => {
    const form = normalFormOf(game)
    const weighed = new Set(game.players.filter(({ weight }) => weight > 0).map(({ id }) => id))
    const keysOf = new Map<string, number[]>()
    form.ids.forEach((id, place) => {
      for (const unit of weighed.has(id) ? new Set(of.get(id)) : [])
        keysOf.set(unit, [...(keysOf.get(unit) ?? []), place])
    })
    const weightOf = (places: readonly number[]): number =>
      places.reduce((sum, place) => sum + (form.weights[place] ?? 0), 0)
    const sorted = [...keysOf].sort(([, a], [, b]) => weightOf(b) - weightOf(a))
    return {
      form,
      units: sorted.map(([unit]) => unit),
      keysOf: sorted.map(([, places]) => places),
      single: form.ids.every((id) => new Set(of.get(id)).size <= 1),
    }
  }

/** Keys that are gone when these units are lost: no copy is elsewhere. */
export const lostWith =
  ({ of }: Units) =>
  (units: readonly string[]) =>
  ({ players }: Game): Coalition =>
    players
      .map(({ id }) => id)
      .filter((id) => {
        const copies = of.get(id) ?? []
        return copies.length > 0 && copies.every((unit) => units.includes(unit))
      })

/** Keys that others know when these units are stolen: one copy is among them. */
export const stolenWith =
  ({ of }: Units) =>
  (units: readonly string[]) =>
  ({ players }: Game): Coalition =>
    players.map(({ id }) => id).filter((id) => (of.get(id) ?? []).some((unit) => units.includes(unit)))

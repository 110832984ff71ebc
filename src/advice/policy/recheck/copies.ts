/**
 * Where keys have copies, read once more from the policy; and the worst that so many units can do. A key
 * is lost when all of its copies are, and stolen as soon as one is.
 */
import * as O from 'fp-ts/lib/Option.js'
import type { Coalition } from '../../../kernel/model/index.js'
import type { Policy } from '../policy.js'
import type { UnitKind } from '../policy-key.js'
import { heaviest, type Weighed } from './weighed.js'

/** A signer that weighs something, and the units that have a copy of its key. */
export interface Held {
  readonly id: string
  readonly weight: number
  readonly places: readonly string[]
}

/** Copies of all keys of an account that weigh something. */
export interface Copies {
  readonly kind: UnitKind
  readonly held: readonly Held[]
  readonly units: readonly string[]
  /** Keys of which is not said where they are. */
  readonly untold: Coalition
  /** Whether no key has two copies. */
  readonly isSingle: boolean
}

const placesOf = (policy: Policy, kind: UnitKind, id: string): readonly string[] => {
  if (kind === 'key') return [id]
  const key = policy.keysByStrkey.get(id)
  if (key === undefined) return []
  if (kind === 'location') return [...new Set(key.location)]
  const word = key[kind]
  return O.isSome(word) ? [word.value] : []
}

/** The copies of the keys of an account. */
export const copiesOf = (policy: Policy, kind: UnitKind, { ids, weights }: Weighed): Copies => {
  const held = ids
    .map((id, at) => ({ id, weight: weights[at] ?? 0, places: placesOf(policy, kind, id) }))
    .filter(({ weight }) => weight > 0)
  return {
    kind,
    held,
    units: [...new Set(held.flatMap(({ places }) => places))],
    untold: held.filter(({ places }) => places.length === 0).map(({ id }) => id),
    isSingle: held.every(({ places }) => places.length === 1),
  }
}

/** What befalls units: their copies are gone, or somebody else has them. */
export type Event = 'lost' | 'stolen'

/** Keys that fall with some units. */
export const fallsWith = ({ held }: Copies, event: Event, units: readonly string[]): Coalition =>
  held
    .filter(({ places }) =>
      event === 'lost'
        ? places.length > 0 && places.every((place) => units.includes(place))
        : places.some((place) => units.includes(place)),
    )
    .map(({ id }) => id)

const weightOfAll = (held: readonly Held[]): number => held.reduce((sum, { weight }) => sum + weight, 0)

const fallen = (held: readonly Held[], event: Event, units: ReadonlySet<string>): number =>
  weightOfAll(
    held.filter(({ places }) =>
      event === 'lost' ? places.every((place) => units.has(place)) : places.some((place) => units.has(place)),
    ),
  )

/** As many choices of units as are looked at. */
const MOST_CHOICES = 200_000

/** What a unit adds at most, whatever else falls. */
const shareOf = (held: readonly Held[], event: Event, unit: string): number =>
  held
    .filter(({ places }) => places.includes(unit))
    .reduce((sum, { weight, places }) => sum + (event === 'lost' ? weight / places.length : weight), 0)

/**
 * Whether any `count` units, or fewer, take at least so much weight. `undefined`, where a search that
 * leaves out only what cannot reach it grew too long.
 */
export const canTake = (
  { held, units, isSingle }: Copies,
  event: Event,
  count: number,
  weight: number,
): boolean | undefined => {
  if (weight <= 0) return true
  const shares = units
    .map((unit) => ({ unit, share: shareOf(held, event, unit) }))
    .sort((a, b) => b.share - a.share)
  const mostOf = (from: number, left: number): number =>
    heaviest(
      left,
      shares.slice(from).map(({ share }) => share),
    )
  if (isSingle) return mostOf(0, count) >= weight
  let choices = 0
  const search = (from: number, chosen: readonly string[], share: number): boolean => {
    if (fallen(held, event, new Set(chosen)) >= weight) return true
    // A thousandth: thirds do not add up exactly.
    const left = count - chosen.length
    if (left === 0 || share + mostOf(from, left) < weight - 0.001) return false
    for (let at = from; at < shares.length; at++) {
      choices += 1
      if (choices > MOST_CHOICES) return false
      const next = shares[at]
      if (next !== undefined && search(at + 1, [...chosen, next.unit], share + next.share)) return true
    }
    return false
  }
  const found = search(0, [], 0)
  return found || choices <= MOST_CHOICES ? found : undefined
}

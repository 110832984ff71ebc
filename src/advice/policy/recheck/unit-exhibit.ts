/** Exhibits of claims about units: which units fall, and that the keys shown are those of the story. */
import type { Coalition } from '../../../kernel/model/index.js'
import type { Exhibit } from '../answer.js'
import type { Asked } from '../asked.js'
import type { UnitKind } from '../policy-key.js'
import { copiesOf, fallsWith, type Copies, type Event } from './copies.js'
import { reaches, without, type Weighed } from './weighed.js'

/** What a claim promises of units. */
export interface Fall {
  readonly kind: UnitKind
  readonly event: Event
  /** At most so many units fall. */
  readonly count: number
  /** Who must be able to act, or must not: those who are left, or those who have what fell. */
  readonly shows: 'rest' | 'taken'
}

const isSame = (a: Coalition, b: Coalition): boolean =>
  a.length === b.length && a.every((one) => b.includes(one))

const isPart = (a: Coalition, b: Coalition): boolean => a.every((one) => b.includes(one))

/** Units that fall, as far as some exhibits tell: for keys, who is missing or who is there. */
const fallenIn = (own: Weighed, { kind }: Copies, exhibits: readonly Exhibit[]): readonly Coalition[] => {
  const [named] = exhibits.filter(({ units }) => units.length > 0)
  if (named !== undefined) return [named.units]
  const [first] = exhibits
  return first === undefined || kind !== 'key' ? [[]] : [first.keys, without(own, first.keys)]
}

/** Keys that weigh nothing are nobody's concern: with them or without. */
const weighing = (own: Weighed, keys: Coalition): Coalition =>
  keys.filter((key) => (own.weightOf.get(key) ?? 0) > 0)

/** Units that fall, and the keys that fall with them. */
interface Story {
  readonly units: Coalition
  readonly taken: Coalition
}

/** Stories that all exhibits tell, of who has what fell, or of who is left; none where they do not agree. */
const storiesOf = (
  asked: Asked,
  own: Weighed,
  fall: Fall,
  exhibits: readonly Exhibit[],
): readonly Story[] => {
  const copies = copiesOf(asked.policy, fall.kind, own)
  const isToldBy =
    ({ units, taken }: Story) =>
    (exhibit: Exhibit): boolean => {
      const shown = weighing(own, exhibit.keys)
      const isOfFallen = exhibit.units.length > 0
      if (isOfFallen && !isSame(exhibit.units, units)) return false
      if (fall.shows === 'taken') return isPart(shown, taken)
      return isSame(shown, taken) || (!isOfFallen && isSame(shown, weighing(own, without(own, taken))))
    }
  return fallenIn(own, copies, exhibits)
    .map((units): Story => ({ units, taken: fallsWith(copies, fall.event, units) }))
    .filter((story) => exhibits.every(isToldBy(story)))
}

/** Whether exhibits tell of nothing but some units that fall, few or many. */
export const tellsOfFall = (asked: Asked, own: Weighed, fall: Fall, exhibits: readonly Exhibit[]): boolean =>
  storiesOf(asked, own, fall, exhibits).length > 0

/** Whether exhibits show that so few units are already too many. */
export const showsFall = (asked: Asked, own: Weighed, fall: Fall, exhibits: readonly Exhibit[]): boolean => {
  const isTooMuch = ({ taken }: Story): boolean =>
    fall.shows === 'taken'
      ? exhibits.every(({ keys }) => reaches(own, keys))
      : !reaches(own, without(own, taken))
  return (
    exhibits.length > 0 &&
    storiesOf(asked, own, fall, exhibits).some(
      (story) => story.units.length <= fall.count && isTooMuch(story),
    )
  )
}

/** Whether some `count` units, or fewer, take all of these keys. */
const canFallTogether = (
  copies: Copies,
  event: Event,
  keys: Coalition,
  count: number,
  chosen: readonly string[] = [],
): boolean => {
  const taken = fallsWith(copies, event, chosen)
  const next = copies.held.find(({ id }) => keys.includes(id) && !taken.includes(id))
  if (next === undefined) return true
  const left = next.places.filter((place) => !chosen.includes(place))
  // A theft takes one of the copies, whichever it is; a loss all of them.
  const ways = event === 'lost' ? [left] : left.map((place) => [place])
  return ways.some(
    (way) =>
      way.length > 0 &&
      chosen.length + way.length <= count &&
      canFallTogether(copies, event, keys, count, [...chosen, ...way]),
  )
}

/** Whether every rule that keeps such a promise has to let these act, or must not. */
export const isAskedByFall = (
  asked: Asked,
  own: Weighed,
  fall: Fall,
  keys: Coalition,
  must: 'win' | 'lose',
): boolean => {
  if (must !== (fall.shows === 'rest' ? 'win' : 'lose')) return false
  const copies = copiesOf(asked.policy, fall.kind, own)
  const taken = fall.shows === 'rest' ? without(own, keys) : keys
  return canFallTogether(copies, fall.event, weighing(own, taken), fall.count)
}

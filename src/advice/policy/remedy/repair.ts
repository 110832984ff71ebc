/**
 * The smallest repair: as few numbers as possible, and those by as little as possible, so that a claim
 * holds and no other gets worse. Candidates come in their order, nearest first. A claim that refuses one
 * and can say why by a demand rules out, with it, all others that break the same demand; otherwise this
 * one alone is out (counterexample-guided search).
 */
import { MAX_WEIGHT } from '../../../kernel/model/index.js'
import { leewaysOf, subsetsOf } from './changes.js'
import { askedAbout, rowsToKeep, type Lesson, type Order } from './candidate.js'
import type { Standing } from './ground.js'
import { nearest, type Effort, type Leeway } from './nearest.js'
import { isKeptBy, slackOf, type Numbers, type Owned } from './weighing.js'

/** At most so many numbers change. */
const MOST_CHANGES = 3
/** So many candidates are asked about. */
const MOST_ASKED = 400
/** So much is done in between: a step is a number that is tried. */
const MOST_STEPS = 60_000

/** What came of it. */
export type Repaired =
  | { readonly _tag: 'Found'; readonly numbers: Numbers; readonly tried: number }
  | { readonly _tag: 'None'; readonly tried: number; readonly gaveUp: boolean }

interface Walk {
  readonly order: Order
  readonly ask: (numbers: Numbers) => Lesson
  readonly leeways: readonly Leeway[]
  readonly rows: Owned<Standing>[]
  /** By how much the numbers that there are keep each row. */
  readonly slacks: number[]
  /** Of each one at least has to be met. */
  readonly choices: (readonly Owned<Standing>[])[]
  readonly effort: Effort
  readonly barred: Set<string>
  asked: number
}

const nameOfChanges = (places: readonly number[], changes: readonly number[]): string =>
  places.map((place, index) => `${String(place)}:${String(changes[index])}`).join()

const moved = (numbers: Numbers, places: readonly number[], changes: readonly number[]): Numbers =>
  numbers.map((number, place) => number + (changes[places.indexOf(place)] ?? 0))

/** Whether changes were refused before, or would be for a reason that is known. */
const isBarred = (walk: Walk, places: readonly number[], changes: readonly number[]): boolean => {
  if (walk.barred.has(nameOfChanges(places, changes))) return true
  if (walk.choices.length === 0) return false
  walk.effort.left -= walk.choices.length
  const isKept = isKeptBy(moved(walk.order.ground.numbers, places, changes))
  return walk.choices.some((rows) => !rows.some(isKept))
}

/**
 * How far some numbers may go. A weight above all quotas is as good as one that is equal to the highest,
 * so that it is of no use to raise one above, unless a quota is raised with it.
 */
const leewaysAt = ({ order, leeways }: Walk, places: readonly number[]): readonly Leeway[] => {
  const { numbers, keys } = order.ground
  const isFixed = places.every((place) => place < keys.length)
  const top = isFixed ? Math.max(...numbers.slice(keys.length)) : MAX_WEIGHT
  return places.map((place) => {
    const { down, up, fee } = leeways[place] ?? { down: 0, up: 0, fee: 0 }
    return { down, up: Math.min(up, Math.max(0, top - (numbers[place] ?? 0))), fee }
  })
}

/** Asks about the cheapest candidate of some numbers until it is one that costs more. */
const settle = (walk: Walk, places: readonly number[], cost: number): Numbers | number | undefined => {
  const { numbers } = walk.order.ground
  const support = { places, leeways: leewaysAt(walk, places) }
  const range = {
    atLeast: cost,
    // What is far off for these numbers can wait until others were tried that are nearer.
    atMost: 2 * cost + 4,
    effort: walk.effort,
    isBarred: (changes: readonly number[]) => isBarred(walk, places, changes),
  }
  while (walk.asked < MOST_ASKED) {
    const near = nearest(walk.rows, walk.slacks, support, range)
    if (near._tag === 'Nowhere') return undefined
    if (near._tag === 'Farther') return range.atMost + 1
    if (near.cost > cost) return near.cost
    const candidate = moved(numbers, places, near.changes)
    walk.asked += 1
    const lesson = walk.ask(candidate)
    if (lesson._tag === 'Fine') return candidate
    const broken = lesson.rows.filter((row) => !isKeptBy(candidate)(row))
    walk.rows.push(...broken)
    walk.slacks.push(...broken.map(slackOf(numbers)))
    if (lesson.choices.length > 0) walk.choices.push(lesson.choices)
    if (broken.length === 0) walk.barred.add(nameOfChanges(places, near.changes))
  }
  return undefined
}

const isSpent = ({ asked, effort }: Walk): boolean => asked >= MOST_ASKED || effort.left < 0

/** The cheapest with exactly so many changes. */
const withChanges = (walk: Walk, count: number): Numbers | undefined => {
  const { numbers, keys } = walk.order.ground
  // Thresholds first: of changes that are equally small, one threshold is easier to talk about.
  const places = numbers.map((_, place) => (place + keys.length) % numbers.length)
  let open = new Map<number, (readonly number[])[]>([[count, [...subsetsOf(count, places)]]])
  while (open.size > 0 && !isSpent(walk)) {
    const cost = Math.min(...open.keys())
    const next = new Map([...open].filter(([one]) => one !== cost))
    for (const support of open.get(cost) ?? []) {
      const settled = settle(walk, support, cost)
      if (typeof settled === 'object') return settled
      if (settled !== undefined) next.set(settled, [...(next.get(settled) ?? []), support])
    }
    open = next
  }
  return undefined
}

/** The smallest repair by numbers. Unless it gave up, there is none that is smaller. */
export const repairOf = (order: Order): Repaired => {
  const { ground } = order
  const rows = rowsToKeep(order)
  const walk: Walk = {
    order,
    ask: askedAbout(order),
    leeways: leewaysOf(ground),
    rows: [...rows],
    slacks: rows.map(slackOf(ground.numbers)),
    choices: [],
    effort: { left: MOST_STEPS },
    barred: new Set(),
    asked: 0,
  }
  const places = ground.numbers.length
  for (let count = 1; count <= Math.min(MOST_CHANGES, places); count++) {
    const numbers = withChanges(walk, count)
    if (numbers !== undefined) return { _tag: 'Found', numbers, tried: walk.asked }
    if (isSpent(walk)) break
  }
  return { _tag: 'None', tried: walk.asked, gaveUp: isSpent(walk) }
}

/**
 * The nearest numbers that keep some inequalities, where only a few of the numbers may change, and each
 * of those has to. Exact: with so few, all but what the inequalities leave open is skipped.
 */
import type { Row } from '../solve/linear-program.js'

/** How far a number may go, and what leaving its place costs beside the way. */
export interface Leeway {
  readonly down: number
  readonly up: number
  readonly fee: number
}

/** Work that is left; it is used up as the search goes on. */
export interface Effort {
  left: number
}

/** Changes of the numbers that may change, in their order, and what they cost together. */
export interface Near {
  readonly changes: readonly number[]
  readonly cost: number
}

/** What the inequalities ask of the changes: so often each, at least so much. */
interface Face {
  readonly coefficients: readonly number[]
  readonly least: number
}

interface Box {
  readonly from: number
  readonly to: number
}

/** The hardest inequality of each direction; none where one cannot be met by these numbers. */
const facesOn = (
  rows: readonly Row[],
  slacks: readonly number[],
  support: readonly number[],
): readonly Face[] | undefined => {
  const faces = new Map<number, Face>()
  for (const [index, { coefficients }] of rows.entries()) {
    const short = -(slacks[index] ?? 0)
    const own = support.map((place) => coefficients[place] ?? 0)
    if (own.every((times) => times === 0)) {
      if (short > 0) return undefined
      continue
    }
    const direction = own.reduce((code, times) => code * 3 + times + 1, 0)
    const before = faces.get(direction)
    if (before === undefined || before.least < short)
      faces.set(direction, { coefficients: own, least: short })
  }
  return [...faces.values()]
}

const reach = (times: number, { from, to }: Box): number => (times > 0 ? times * to : times * from)

/** How far a change can go when the others do what they can; undefined where it can go nowhere. */
const tightened = (
  faces: readonly Face[],
  boxes: readonly Box[],
  index: number,
  { from, to }: Box,
): Box | undefined => {
  let [low, high] = [from, to]
  for (const { coefficients, least } of faces) {
    const times = coefficients[index] ?? 0
    if (times === 0) continue
    let open = least
    for (const [other, box] of boxes.entries())
      if (other !== index) open -= reach(coefficients[other] ?? 0, box)
    if (times > 0) low = Math.max(low, open)
    else high = Math.min(high, -open)
  }
  return low > high ? undefined : { from: low, to: high }
}

const allTightened = (faces: readonly Face[], start: readonly Box[]): readonly Box[] | undefined => {
  let boxes = [...start]
  for (let round = 0; round < 2; round++) {
    const before = boxes
    const next = [...before]
    for (const [index, box] of before.entries()) {
      const tight = tightened(faces, next, index, box)
      if (tight === undefined) return undefined
      next[index] = tight
    }
    boxes = next
  }
  return boxes
}

/** Changes of a box that are not 0, the small ones first. */
function* outward({ from, to }: Box, least: number): Generator<number> {
  const first = Math.max(1, least, from, -to)
  for (let size = first; size <= Math.max(to, -from); size++) {
    if (size >= from && size <= to) yield size
    if (-size >= from && -size <= to) yield -size
  }
}

interface Search {
  readonly faces: readonly Face[]
  readonly fees: readonly number[]
  readonly atLeast: number
  readonly isBarred: (changes: readonly number[]) => boolean
  readonly effort: Effort
}

const descend = (
  search: Search,
  boxes: readonly Box[],
  made: readonly number[],
  cost: number,
  bound: number,
): Near | undefined => {
  const tight = allTightened(search.faces, boxes)
  const depth = made.length
  const box = tight?.[depth]
  if (tight === undefined || box === undefined) return undefined
  const isLast = depth === boxes.length - 1
  const fee = search.fees[depth] ?? 0
  let best: Near | undefined
  for (const change of outward(box, isLast ? search.atLeast - cost - fee : 1)) {
    if (search.effort.left-- <= 0) return undefined
    const next = cost + Math.abs(change) + fee
    if (next + (boxes.length - depth - 1) >= (best?.cost ?? bound)) break
    const changes = [...made, change]
    if (isLast) {
      if (!search.isBarred(changes)) return { changes, cost: next }
      continue
    }
    const fixed = tight.map((one, index) => (index === depth ? { from: change, to: change } : one))
    best = descend(search, fixed, changes, next, best?.cost ?? bound) ?? best
  }
  return best
}

/** Numbers that may change. */
export interface Support {
  readonly places: readonly number[]
  readonly leeways: readonly Leeway[]
}

/** What there is within reach. */
export type Within =
  | (Near & { readonly _tag: 'Near' })
  /** Nothing so near; there may be something farther off. */
  | { readonly _tag: 'Farther' }
  /** Nothing at all; or the effort ran out, and none of it is left. */
  | { readonly _tag: 'Nowhere' }

/** What is searched: costs from and to, and changes that are out of the question. */
export type Range = Pick<Search, 'atLeast' | 'isBarred' | 'effort'> & { readonly atMost: number }

/** The cheapest changes of exactly these numbers with which all rows are kept. */
export const nearest = (
  rows: readonly Row[],
  slacks: readonly number[],
  { places, leeways }: Support,
  range: Range,
): Within => {
  range.effort.left -= 1
  const faces = facesOn(rows, slacks, places)
  if (faces === undefined) return { _tag: 'Nowhere' }
  const boxes = allTightened(
    faces,
    leeways.map(({ down, up }) => ({ from: -down, to: up })),
  )
  if (boxes === undefined) return { _tag: 'Nowhere' }
  const fees = leeways.map(({ fee }) => fee)
  const found = descend({ ...range, faces, fees }, boxes, [], 0, range.atMost + 1)
  if (range.effort.left < 0) return { _tag: 'Nowhere' }
  if (found !== undefined) return { _tag: 'Near', ...found }
  const farthest = boxes.reduce((sum, { from, to }) => sum + Math.max(-from, to), 0)
  const paid = fees.reduce((sum, fee) => sum + fee, 0)
  return range.atMost < farthest + paid ? { _tag: 'Farther' } : { _tag: 'Nowhere' }
}

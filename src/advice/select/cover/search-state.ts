/** Where a search stands: how many of each class are taken, how many may be, what each row still needs. */
import type { ItemClass } from './component.js'

/** What was decided, and what is left. Mutable inside one search. */
export interface State {
  readonly counts: Int16Array
  /** How many more of each class may be taken. */
  readonly open: Int16Array
  /** What each row still needs; negative where it has more. */
  readonly left: Int16Array
  readonly prices: Float64Array
  cost: number
}

/** A state that can be changed by itself. */
export const copyOf = ({ counts, open, left, prices, cost }: State): State => ({
  counts: Int16Array.from(counts),
  open: Int16Array.from(open),
  left: Int16Array.from(left),
  prices: Float64Array.from(prices),
  cost,
})

/** How many items are taken. */
export const sizeOf = ({ counts }: State): number => counts.reduce((sum, n) => sum + n, 0)

/** A class as the search reads it: only the rows that it helps. */
export interface Column {
  readonly cost: number
  readonly rows: readonly number[]
  readonly weights: readonly number[]
}

/** A class by its rows. */
export const columnOf = ({ cost, weights }: ItemClass): Column => {
  const rows = [...weights.keys()].filter((row) => (weights[row] as number) > 0)
  return { cost, rows, weights: rows.map((row) => weights[row] as number) }
}

/** Takes some more of a class. */
export const take = (columns: readonly Column[], state: State, index: number, count: number): void => {
  const { cost, rows, weights } = columns[index] as Column
  state.counts[index] = (state.counts[index] as number) + count
  state.open[index] = (state.open[index] as number) - count
  state.cost += cost * count
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number
    state.left[row] = (state.left[row] as number) - count * (weights[i] as number)
  }
}

/** A row as the search reads it: only the classes that help it. */
export interface Helpers {
  readonly indices: readonly number[]
  readonly weights: readonly number[]
}

/** A row by its classes. */
export const helpersOf = (classes: readonly ItemClass[], row: number): Helpers => {
  const indices = [...classes.keys()].filter(
    (index) => ((classes[index] as ItemClass).weights[row] as number) > 0,
  )
  return { indices, weights: indices.map((index) => (classes[index] as ItemClass).weights[row] as number) }
}

/** Takes what one row cannot do without; none where it is out of reach. */
const force = (
  columns: readonly Column[],
  { indices, weights }: Helpers,
  state: State,
  wanted: number,
): boolean => {
  let spare = -wanted
  for (let i = 0; i < indices.length; i++)
    spare += (state.open[indices[i] as number] as number) * (weights[i] as number)
  if (spare < 0) return false
  for (let i = 0; i < indices.length; i++) {
    const index = indices[i] as number
    const weight = weights[i] as number
    // So many of the class can be missed; what the row does not reach without them is taken.
    const forced = (state.open[index] as number) - Math.floor(spare / weight)
    if (forced > 0) take(columns, state, index, forced)
  }
  return true
}

/** Takes what some row cannot do without, closes what helps no row; false where a row is out of reach. */
export const settle = (columns: readonly Column[], rows: readonly Helpers[], state: State): boolean => {
  const { open, left } = state
  for (let isSettled = false; !isSettled;) {
    const size = sizeOf(state)
    for (let row = 0; row < rows.length; row++) {
      const wanted = left[row] as number
      if (wanted > 0 && !force(columns, rows[row] as Helpers, state, wanted)) return false
    }
    isSettled = sizeOf(state) === size
  }
  for (let index = 0; index < columns.length; index++)
    if (open[index] !== 0 && (columns[index] as Column).rows.every((row) => (left[row] as number) <= 0))
      open[index] = 0
  return true
}

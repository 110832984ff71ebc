/**
 * The cheapest cover of a component of many classes: branch and bound, where the bound comes from prices.
 *
 * Each row is given a price; an item is worth its cost less the prices of what it adds to the rows. For
 * any prices, what the rows pay less what the profitable items keep is a lower bound (Lagrangian
 * relaxation); prices are improved step by step along the rows' slack. A node costs some ten
 * microseconds, and few nodes are needed.
 */
import { countsPaid, fits, type ClassCover, type Spend } from './class-cover.js'
import type { Component, ItemClass } from './component.js'
import { greedyCover, irredundant } from './greedy.js'
import type { Found } from './narrow-search.js'

const ROUNDING = 1e-6
const STEPS_AT_ROOT = 150
const STEPS_AT_NODE = 12

interface State {
  readonly counts: Int16Array
  /** How many more of each class may be taken. */
  readonly open: Int16Array
  /** What each row still needs; negative where it has more. */
  readonly left: Int16Array
  readonly prices: Float64Array
  cost: number
}

const copyOf = ({ counts, open, left, prices, cost }: State): State => ({
  counts: Int16Array.from(counts),
  open: Int16Array.from(open),
  left: Int16Array.from(left),
  prices: Float64Array.from(prices),
  cost,
})

const sizeOf = ({ counts }: State): number => counts.reduce((sum, n) => sum + n, 0)

/** A class as the search reads it: only the rows that it helps. */
interface Column {
  readonly cost: number
  readonly rows: readonly number[]
  readonly weights: readonly number[]
}

const columnOf = ({ cost, weights }: ItemClass): Column => {
  const rows = [...weights.keys()].filter((row) => (weights[row] as number) > 0)
  return { cost, rows, weights: rows.map((row) => weights[row] as number) }
}

/** The share of what a row still needs that one item adds. */
const shareOf = (weight: number, left: number): number => (weight >= left ? 1 : weight / left)

/** What one item costs beyond what the open rows pay for it. */
const reducedCost = ({ cost, rows, weights }: Column, { left, prices }: State): number => {
  let reduced = cost
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number
    const open = left[row] as number
    if (open > 0) reduced -= (prices[row] as number) * shareOf(weights[i] as number, open)
  }
  return reduced
}

const take = (columns: readonly Column[], state: State, index: number, count: number): void => {
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
interface Helpers {
  readonly indices: readonly number[]
  readonly weights: readonly number[]
}

const helpersOf = (classes: readonly ItemClass[], row: number): Helpers => {
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
const settle = (columns: readonly Column[], rows: readonly Helpers[], state: State): boolean => {
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

/** A lower bound for what is left; improves the prices. Infinity once it is seen to be `target` or more. */
const priced = (columns: readonly Column[], state: State, target: number, steps: number): number => {
  const { open, left, prices } = state
  const best = Float64Array.from(prices)
  const slack = new Float64Array(left.length)
  let most = 0
  let pace = 1
  let stale = 0
  for (let step = 0; step < steps; step++) {
    let bound = 0
    for (let row = 0; row < left.length; row++) {
      slack[row] = (left[row] as number) > 0 ? 1 : 0
      if (slack[row] === 1) bound += prices[row] as number
    }
    for (let index = 0; index < columns.length; index++) {
      const count = open[index] as number
      if (count === 0) continue
      const column = columns[index] as Column
      const reduced = reducedCost(column, state)
      if (reduced >= 0) continue
      bound += reduced * count
      for (let i = 0; i < column.rows.length; i++) {
        const row = column.rows[i] as number
        const wanted = left[row] as number
        if (wanted > 0)
          slack[row] = (slack[row] as number) - count * shareOf(column.weights[i] as number, wanted)
      }
    }
    if (bound > most + 1e-4) {
      most = bound
      best.set(prices)
      stale = 0
    } else if (++stale >= 3) {
      pace *= 0.7
      stale = 0
    }
    if (Math.ceil(most - ROUNDING) >= target) return Infinity
    let norm = 0
    for (let row = 0; row < slack.length; row++) {
      if ((slack[row] as number) < 0 && (prices[row] as number) <= 0) slack[row] = 0
      norm += (slack[row] as number) ** 2
    }
    if (norm < 1e-9) break
    const goal = target === Infinity ? most * 1.2 + 1 : target
    const length = (pace * Math.max(goal - bound, 0.1)) / norm
    for (let row = 0; row < prices.length; row++)
      prices[row] = Math.max(0, (prices[row] as number) + length * (slack[row] as number))
  }
  prices.set(best)
  return Math.ceil(most - ROUNDING)
}

/** The cheapest cover that fits into the places. */
export const wideSearch = (component: Component, places: readonly number[], spend: Spend): Found => {
  const { needed, classes } = component
  const columns = classes.map(columnOf)
  const rows = needed.map((_, row) => helpersOf(classes, row))
  const most = places.reduce((sum, n) => sum + n, 0)
  const isUniform = component.holderCost === 0 && classes.every(({ cost }) => cost === 1)
  let best: ClassCover | undefined
  // Where every item costs the same, what does not fit costs more than what does.
  let limit = isUniform ? most + 1 : Infinity
  let isOut = false

  const record = (counts: ArrayLike<number> | undefined): void => {
    if (counts === undefined || !fits(component, places, counts)) return
    const cost = countsPaid(component, counts)
    if (cost >= limit) return
    limit = cost
    best = { counts: irredundant(component, counts), cost }
  }

  /** Closes what cannot be part of anything better, and chooses what to decide next: the most doubtful. */
  const choose = (state: State): number => {
    const reduced = columns.map((column) => reducedCost(column, state))
    let bound = 0
    for (let row = 0; row < needed.length; row++)
      if ((state.left[row] as number) > 0) bound += state.prices[row] as number
    for (const [index, value] of reduced.entries())
      bound += Math.min(0, value) * (state.open[index] as number)
    let pick = -1
    let doubt = Infinity
    for (const [index, value] of reduced.entries()) {
      if (state.open[index] === 0) continue
      if (value > 0 && state.cost + Math.ceil(bound + value - ROUNDING) >= limit) {
        state.open[index] = 0
        continue
      }
      const distance = Math.abs(value) / ((columns[index] as Column).cost + 1e-3)
      if (distance < doubt) {
        doubt = distance
        pick = index
      }
    }
    return pick
  }

  const visit = (state: State, isRoot: boolean): void => {
    if (isOut || spend()) {
      isOut = true
      return
    }
    if (!settle(columns, rows, state) || state.cost >= limit) return
    if (state.left.every((weight) => weight <= 0)) {
      record(state.counts)
      return
    }
    if (sizeOf(state) >= most) return
    const bound = priced(columns, state, limit - state.cost, isRoot ? STEPS_AT_ROOT : STEPS_AT_NODE)
    if (state.cost + bound >= limit) return
    record(greedyCover(component, state))
    if (state.cost + bound >= limit) return
    const pick = choose(state)
    if (pick < 0) return
    const taken = copyOf(state)
    take(columns, taken, pick, 1)
    visit(taken, false)
    state.open[pick] = 0
    visit(state, false)
  }

  record(greedyCover(component))
  visit(
    {
      counts: new Int16Array(classes.length),
      open: Int16Array.from(classes, ({ members }) => members.length),
      left: Int16Array.from(needed),
      prices: new Float64Array(needed.length).fill(0.1),
      cost: 0,
    },
    true,
  )
  return { cover: best, isProved: !isOut }
}

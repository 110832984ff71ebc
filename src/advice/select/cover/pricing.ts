/**
 * Prices of rows, and the lower bound that they give (Lagrangian relaxation): for any prices, what the
 * rows pay less what profitable items keep is no more than any cover costs. Prices are improved step by
 * step along the rows' slack.
 */
import type { Column, State } from './search-state.js'

/** Tolerance of sums of quotients; costs are whole numbers. */
export const ROUNDING = 1e-6

/** The share of what a row still needs that one item adds. */
const shareOf = (weight: number, left: number): number => (weight >= left ? 1 : weight / left)

/** What one item costs beyond what the open rows pay for it. */
export const reducedCost = ({ cost, rows, weights }: Column, { left, prices }: State): number => {
  let reduced = cost
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number
    const open = left[row] as number
    if (open > 0) reduced -= (prices[row] as number) * shareOf(weights[i] as number, open)
  }
  return reduced
}

/** A lower bound for what is left; improves the prices. Infinity once it is seen to be `target` or more. */
export const priced = (columns: readonly Column[], state: State, target: number, steps: number): number => {
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

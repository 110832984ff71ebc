/**
 * The cheapest cover of a component of many classes: branch and bound, where the bound comes from prices.
 *
 * Each row is given a price; an item is worth its cost less the prices of what it adds to the rows. For
 * any prices, what the rows pay less what the profitable items keep is a lower bound (Lagrangian
 * relaxation); prices are improved step by step along the rows' slack. A node costs some ten
 * microseconds, and few nodes are needed.
 */
import { countsPaid, fits, type ClassCover, type Spend } from './class-cover.js'
import type { Component } from './component.js'
import { greedyCover, irredundant } from './greedy.js'
import type { Found } from './narrow-search.js'
import { priced, reducedCost, ROUNDING } from './pricing.js'
import { columnOf, copyOf, helpersOf, settle, sizeOf, take, type Column, type State } from './search-state.js'

const STEPS_AT_ROOT = 150
const STEPS_AT_NODE = 12

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

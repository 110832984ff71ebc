/**
 * Lower bounds: what covering the rows that are left must cost at least, with the classes from a
 * position on.
 *
 * The greater of two: the dearest single row, exactly; and a dual ascent over all rows with
 * knapsack-cover inequalities (Carr, Fleischer, Leung, Phillips, SODA 2000): each row in turn is paid
 * for from what is left of its items' costs, so that no cost is counted for two rows.
 */
import type { Component } from './component.js'
import { reachTables } from './reach-table.js'

/** A lower bound for what is left, Infinity where it cannot be covered; `left` may hold negative weights. */
export type Bound = (from: number, left: Int16Array) => number

interface Entry {
  readonly index: number
  readonly weight: number
  readonly count: number
}

/** Tolerance of sums of quotients; costs are whole numbers. */
const ROUNDING = 1e-6

/** What one row can be made to pay; takes it from `reduced`. */
const payRow = (entries: readonly Entry[], from: number, needed: number, reduced: Float64Array): number => {
  let paid = 0
  let left = needed
  const taken = new Set<Entry>()
  for (;;) {
    // What costs nothing any more is taken; the inequality then speaks of the others only.
    let price = Infinity
    for (const entry of entries) {
      if (entry.index < from || taken.has(entry)) continue
      if ((reduced[entry.index] as number) <= ROUNDING) {
        taken.add(entry)
        left -= entry.weight * entry.count
      }
    }
    if (left <= 0) return paid
    for (const entry of entries)
      if (entry.index >= from && !taken.has(entry))
        price = Math.min(price, (reduced[entry.index] as number) / Math.min(entry.weight, left))
    if (price === Infinity) return Infinity
    paid += price * left
    for (const entry of entries)
      if (entry.index >= from && !taken.has(entry))
        reduced[entry.index] = (reduced[entry.index] as number) - price * Math.min(entry.weight, left)
  }
}

/** The bound of a component when a class costs what `costAt` says, a whole number. */
export const boundOf = (component: Component, costAt: (index: number) => number): Bound => {
  const { needed, classes } = component
  const tables = reachTables(component, costAt)
  const costs = Float64Array.from(classes, (_, index) => costAt(index))
  const reduced = new Float64Array(classes.length)
  const entries = needed.map((_, row): readonly Entry[] =>
    classes.flatMap(({ weights, members }, index) =>
      (weights[row] as number) > 0 ? [{ index, weight: weights[row] as number, count: members.length }] : [],
    ),
  )
  const alone = new Float64Array(needed.length)
  const order = Array.from(needed.keys())

  return (from, left) => {
    let dearest = 0
    let open = 0
    for (let row = 0; row < needed.length; row++) {
      const weight = left[row] as number
      const value = weight <= 0 ? 0 : ((tables[row]?.[from] as Float64Array)[weight] as number)
      alone[row] = value
      if (value > 0) open++
      if (value > dearest) dearest = value
    }
    if (open <= 1 || dearest === Infinity) return dearest
    order.sort((a, b) => (alone[b] as number) - (alone[a] as number) || a - b)
    reduced.set(costs)
    let paid = 0
    for (const row of order) {
      if (alone[row] === 0) break
      paid += payRow(entries[row] as readonly Entry[], from, left[row] as number, reduced)
    }
    return Math.max(dearest, Math.ceil(paid - ROUNDING))
  }
}

/**
 * Reach tables: the least that it costs to add so much weight to one row, with the classes from a
 * position on. Exact for the row alone (a knapsack of at most 255), and so a lower bound for all rows.
 */
import type { Component } from './component.js'

/** `tables[row][from][weight]`: the least cost; Infinity where the classes do not reach it. */
export type ReachTables = readonly (readonly Float64Array[])[]

/** The table with up to `count` more items of one weight and cost. */
const extend = (table: Float64Array, weight: number, cost: number, count: number): Float64Array => {
  const better = Float64Array.from(table)
  for (let taken = 0; taken < count; taken++) {
    let changed = false
    for (let reach = better.length - 1; reach > 0; reach--) {
      const value = cost + (better[Math.max(0, reach - weight)] as number)
      if (value < (better[reach] as number)) {
        better[reach] = value
        changed = true
      }
    }
    if (!changed) break
  }
  return better
}

/** The tables of every row; a class costs what `costAt` says. */
export const reachTables = ({ needed, classes }: Component, costAt: (index: number) => number): ReachTables =>
  needed.map((most, row) => {
    const tables: Float64Array[] = []
    let table: Float64Array = new Float64Array(most + 1).fill(Infinity)
    table[0] = 0
    tables[classes.length] = table
    for (let index = classes.length - 1; index >= 0; index--) {
      const { weights, members } = classes[index] as Component['classes'][number]
      const weight = weights[row] as number
      if (weight > 0) table = extend(table, weight, costAt(index), members.length)
      tables[index] = table
    }
    return tables
  })

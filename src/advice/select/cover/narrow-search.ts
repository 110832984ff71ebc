/**
 * The cheapest cover of a component of few classes: depth first, class after class, with the reach tables
 * as the only bound. A node costs a fraction of a microsecond, which beats cleverer bounds as long as
 * there are not much more than twenty items.
 */
import type { Component, ItemClass } from './component.js'
import { countsPaid, fits, type ClassCover, type Spend } from './class-cover.js'
import { greedyCover, irredundant } from './greedy.js'
import { reachTables } from './reach-table.js'

/** What a search for the cheapest found; not proved where the budget was spent before the end. */
export interface Found {
  readonly cover: ClassCover | undefined
  readonly isProved: boolean
}

/** So many nodes are asked for at once: they are cheap. */
const NODES_A_SPEND = 64

/** The strongest classes first: what is left then shows early whether it can suffice. */
const byStrength = ({ needed, classes }: Component): readonly number[] => {
  const strength = classes.map(
    ({ weights, cost }) =>
      weights.reduce((sum, weight, row) => sum + weight / (needed[row] as number), 0) / (cost + 1e-3),
  )
  return [...classes.keys()].sort((a, b) => (strength[b] as number) - (strength[a] as number) || a - b)
}

/** The cheapest cover that fits into the places. */
export const narrowSearch = (component: Component, places: readonly number[], spend: Spend): Found => {
  const order = byStrength(component)
  const classes = order.map((index) => component.classes[index] as ItemClass)
  const { needed } = component
  const tables = reachTables({ ...component, classes }, (index) => (classes[index] as ItemClass).cost)
  const weights = classes.map((one) => Int16Array.from(one.weights))
  const lefts = Array.from({ length: classes.length + 1 }, () => Int16Array.from(needed))
  // The row that refused last is asked first.
  const rows = [...needed.keys()]
  const counts = classes.map(() => 0)
  let best: ClassCover | undefined
  let limit = Infinity
  let nodes = 0
  let isOut = false

  const record = (found: readonly number[]): void => {
    const inOrder = component.classes.map(() => 0)
    for (const [at, index] of order.entries()) inOrder[index] = found[at] as number
    const cost = countsPaid(component, inOrder)
    if (cost >= limit || !fits(component, places, inOrder)) return
    limit = cost
    best = { counts: irredundant(component, inOrder), cost }
  }

  const isCovered = (left: Int16Array): boolean => left.every((weight) => weight <= 0)

  const isRefused = (depth: number, left: Int16Array, room: number): boolean => {
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] as number
      const open = left[row] as number
      if (open <= 0 || ((tables[row]?.[depth] as Float64Array)[open] as number) < room) continue
      rows.copyWithin(1, 0, at)
      rows[0] = row
      return true
    }
    return false
  }

  const visit = (depth: number, cost: number): void => {
    if (nodes++ % NODES_A_SPEND === 0 && spend()) isOut = true
    if (isOut) return
    const left = lefts[depth] as Int16Array
    if (isRefused(depth, left, limit - cost)) return
    if (isCovered(left)) {
      record(counts)
      return
    }
    if (depth === classes.length) return
    const next = lefts[depth + 1] as Int16Array
    const weight = weights[depth] as Int16Array
    const { members, cost: each } = classes[depth] as ItemClass
    for (let count = members.length; count >= 0; count--) {
      for (let row = 0; row < next.length; row++)
        next[row] = (left[row] as number) - count * (weight[row] as number)
      counts[depth] = count
      visit(depth + 1, cost + count * each)
    }
    counts[depth] = 0
  }

  const start = greedyCover(component)
  if (start === undefined) return { cover: undefined, isProved: true }
  record(order.map((index) => start[index] as number))
  visit(0, 0)
  return { cover: best, isProved: !isOut }
}

/**
 * Components: parts of a cover problem that share no item and no holder, so that each can be covered
 * for itself. Inside one, items that nothing tells apart (same weights everywhere, same cost, same
 * holder) form a class: a search decides how many of a class, not which.
 */
import type { CoverProblem, Item } from './problem.js'

/** Items that can stand for each other. */
export interface ItemClass {
  /** Positions in the problem, in its order. */
  readonly members: readonly number[]
  /** Own cost, with the item's part of its holder's cost rounded down: never more than what is paid. */
  readonly cost: number
  readonly ownCost: number
  readonly holder: number
  readonly list: number
  /** Weight for each row of the component, at most what the row needs; 0 where there is none. */
  readonly weights: readonly number[]
}

/** A part of a cover problem. */
export interface Component {
  readonly needed: readonly number[]
  readonly classes: readonly ItemClass[]
  readonly holderCost: number
  readonly lists: number
}

/** Smallest positions stand for their sets. */
const unionFind = (size: number): { find: (a: number) => number; join: (a: number, b: number) => void } => {
  const parent = Array.from({ length: size }, (_, i) => i)
  const find = (a: number): number => {
    let root = a
    while (parent[root] !== root) root = parent[root] as number
    parent[a] = root
    return root
  }
  return {
    find,
    join: (a, b) => {
      const [x, y] = [find(a), find(b)]
      parent[Math.max(x, y)] = Math.min(x, y)
    },
  }
}

const classesOf = (
  { items, needed, holderCost }: CoverProblem,
  rows: readonly number[],
  members: readonly number[],
): readonly ItemClass[] => {
  const place = new Map(rows.map((row, index) => [row, index]))
  const heldBy = new Map<number, number>()
  for (const item of members) {
    const { holder } = items[item] as Item
    heldBy.set(holder, (heldBy.get(holder) ?? 0) + 1)
  }
  const classes = new Map<string, Omit<ItemClass, 'members'> & { members: number[] }>()
  for (const item of members) {
    const { cost: ownCost, holder, list, weights: sparse } = items[item] as Item
    const weights = rows.map(() => 0)
    for (const [row, weight] of sparse)
      weights[place.get(row) ?? -1] = Math.min(weight, needed[row] as number)
    const name = [ownCost, holder, list, ...weights].join()
    const before = classes.get(name)
    if (before !== undefined) {
      before.members.push(item)
      continue
    }
    const share = holder < 0 ? 0 : Math.floor(holderCost / (heldBy.get(holder) ?? 1))
    classes.set(name, { members: [item], cost: ownCost + share, ownCost, holder, list, weights })
  }
  return [...classes.values()]
}

/** The components of a problem, in the order of their first rows. */
export const componentsOf = (problem: CoverProblem): readonly Component[] => {
  const { needed, items, holderCost, places } = problem
  const sets = unionFind(needed.length)
  const rowOfHolder = new Map<number, number>()
  for (const { weights, holder } of items) {
    const [first] = weights
    if (first === undefined) continue
    for (const [row] of weights) sets.join(first[0], row)
    if (holder < 0) continue
    sets.join(first[0], rowOfHolder.get(holder) ?? first[0])
    rowOfHolder.set(holder, first[0])
  }
  const rowsOf = new Map<number, number[]>()
  const itemsOf = new Map<number, number[]>()
  for (const row of needed.keys()) {
    const root = sets.find(row)
    rowsOf.set(root, [...(rowsOf.get(root) ?? []), row])
  }
  for (const [index, { weights }] of items.entries()) {
    if (weights[0] === undefined) continue
    const root = sets.find(weights[0][0])
    itemsOf.set(root, [...(itemsOf.get(root) ?? []), index])
  }
  return [...rowsOf].map(([root, rows]) => ({
    needed: rows.map((row) => needed[row] as number),
    classes: classesOf(problem, rows, itemsOf.get(root) ?? []),
    holderCost,
    lists: places.length,
  }))
}

/** Covers of a component told by counts, and what a search over them shares. */
import type { Component, ItemClass } from './component.js'

/** How many of each class a cover takes. */
export interface ClassCover {
  readonly counts: readonly number[]
  readonly cost: number
}

/** Asked once a node; true ends the search. */
export type Spend = () => boolean

/** How a search ended: everything was listed, or the budget was spent. */
export type Ending = 'exhausted' | 'budget'

/** What the taken items cost, each holder once. */
export const countsPaid = ({ classes, holderCost }: Component, counts: ArrayLike<number>): number => {
  const holders = new Set<number>()
  let paid = 0
  for (let i = 0; i < classes.length; i++) {
    const count = counts[i] as number
    if (count === 0) continue
    const { ownCost, holder } = classes[i] as ItemClass
    paid += ownCost * count
    if (holder >= 0) holders.add(holder)
  }
  return paid + holders.size * holderCost
}

/** Whether the taken items fit into the places of their lists. */
export const fits = (
  { classes }: Component,
  places: readonly number[],
  counts: ArrayLike<number>,
): boolean => {
  const free = [...places]
  for (let i = 0; i < classes.length; i++) {
    const { list } = classes[i] as ItemClass
    free[list] = (free[list] as number) - (counts[i] as number)
  }
  return free.every((n) => n >= 0)
}

/** Whether each row's items alone are too many for its list; the heaviest first, so that these are fewest. */
export const leastPlaces = ({ needed, classes, lists }: Component): readonly number[] => {
  const least = Array.from({ length: lists }, () => 0)
  for (const [row, weight] of needed.entries()) {
    const helping = classes
      .filter(({ weights }) => (weights[row] as number) > 0)
      .sort((a, b) => (b.weights[row] as number) - (a.weights[row] as number))
    let left = weight
    let count = 0
    for (const { weights, members } of helping) {
      const each = weights[row] as number
      const taken = Math.min(members.length, Math.ceil(Math.max(0, left) / each))
      count += taken
      left -= taken * each
    }
    const list = helping[0]?.list ?? 0
    least[list] = Math.max(least[list] as number, left > 0 ? Infinity : count)
  }
  return least
}

/** The sets of items that counts stand for, in the order of the items: any so many of each class. */
export function* itemSetsOf({ classes }: Component, counts: readonly number[]): Generator<readonly number[]> {
  const groups = classes.flatMap(({ members }, i) => {
    const count = counts[i] as number
    return count === 0 ? [] : [{ members, count }]
  })
  const choose = function* (group: number, chosen: readonly number[]): Generator<readonly number[]> {
    const one = groups[group]
    if (one === undefined) {
      yield [...chosen].sort((a, b) => a - b)
      return
    }
    for (const some of combinations(one.members, one.count)) yield* choose(group + 1, [...chosen, ...some])
  }
  yield* choose(0, [])
}

/** All ways to take so many, in lexicographic order. */
function* combinations(members: readonly number[], count: number): Generator<readonly number[]> {
  const at = Array.from({ length: count }, (_, i) => i)
  for (;;) {
    yield at.map((i) => members[i] as number)
    let last = count - 1
    while (last >= 0 && at[last] === members.length - count + last) last--
    if (last < 0) return
    at[last] = (at[last] as number) + 1
    for (let i = last + 1; i < count; i++) at[i] = (at[i - 1] as number) + 1
  }
}

/**
 * Cover problems: which sets of items reach the needed weight of every row? Numbers only; what an item
 * and a row stand for is known to the caller.
 *
 * A row is what one account asks, an item a signature that could be made, and a set of items is a
 * minimal cover where it covers every row and no item of it can be left out. All numbers are whole.
 */

/** One thing that can be taken, once. */
export interface Item {
  /** A whole number, not negative. */
  readonly cost: number
  /** Items of one holder cost `holderCost` together, besides their own cost; -1 for none. */
  readonly holder: number
  /** Which list the item takes a place in. */
  readonly list: number
  /** Rows that it adds weight to: position of the row, weight from 1. */
  readonly weights: readonly (readonly [row: number, weight: number])[]
}

/** Rows to be covered by items. */
export interface CoverProblem {
  /** The weight that each row still needs, from 1. */
  readonly needed: readonly number[]
  /** In the order in which equals are preferred. */
  readonly items: readonly Item[]
  readonly holderCost: number
  /** How many places each list has. */
  readonly places: readonly number[]
}

/** A set of items that covers every row, positions ascending. */
export interface Cover {
  readonly items: readonly number[]
  readonly cost: number
}

/** What the items cost together. */
export const costOf =
  ({ items, holderCost }: CoverProblem) =>
  (chosen: readonly number[]): number => {
    const holders = new Set<number>()
    let cost = 0
    for (const item of chosen) {
      const { cost: own, holder } = items[item] as Item
      cost += own
      if (holder >= 0) holders.add(holder)
    }
    return cost + holders.size * holderCost
  }

/** How many places of each list the items take. */
export const placesOf =
  ({ items, places }: CoverProblem) =>
  (chosen: readonly number[]): readonly number[] => {
    const taken = places.map(() => 0)
    for (const item of chosen) {
      const { list } = items[item] as Item
      taken[list] = (taken[list] ?? 0) + 1
    }
    return taken
  }

/** Whether every row is covered. */
export const covers =
  ({ needed, items }: CoverProblem) =>
  (chosen: readonly number[]): boolean => {
    const left = [...needed]
    for (const item of chosen)
      for (const [row, weight] of (items[item] as Item).weights) left[row] = (left[row] ?? 0) - weight
    return left.every((weight) => weight <= 0)
  }

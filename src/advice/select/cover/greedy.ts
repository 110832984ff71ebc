/** A cover at once: not the best one, but minimal, and a limit that a search can start from. */
import type { Component, ItemClass } from './component.js'

/** Leaves out what is not needed, the dearest and latest first; `left` is what the counts leave uncovered. */
const withoutRedundant = (
  classes: readonly ItemClass[],
  counts: number[],
  left: number[],
): readonly number[] => {
  const order = [...classes.keys()].sort(
    (a, b) => (classes[b] as ItemClass).cost - (classes[a] as ItemClass).cost || b - a,
  )
  for (const index of order) {
    const { weights } = classes[index] as ItemClass
    const isSpare = (): boolean =>
      weights.every((weight, row) => weight === 0 || (left[row] as number) + weight <= 0)
    while ((counts[index] as number) > 0 && isSpare()) {
      counts[index] = (counts[index] as number) - 1
      for (const [row, weight] of weights.entries()) left[row] = (left[row] as number) + weight
    }
  }
  return counts
}

/** The same cover without the items that it does not need: those without cost are easily taken for nothing. */
export const irredundant = ({ classes, needed }: Component, counts: ArrayLike<number>): readonly number[] => {
  const left = needed.map((weight, row) =>
    classes.reduce(
      (rest, { weights }, index) => rest - (counts[index] as number) * (weights[row] as number),
      weight,
    ),
  )
  return withoutRedundant(classes, Array.from(counts), left)
}

/** Where to go on from; from nothing where it is left out. */
export interface Start {
  readonly counts: ArrayLike<number>
  /** How many more of each class may be taken. */
  readonly open: ArrayLike<number>
  readonly left: ArrayLike<number>
  /** What each row is worth. */
  readonly prices: ArrayLike<number>
}

/** A row that no price is known for is worth a little all the same. */
const LEAST_PRICE = 0.05

/** What one more item of a class does for the rows, as shares of what they still need. */
const gainOf = ({ weights, cost }: ItemClass, left: readonly number[], prices: ArrayLike<number>): number => {
  let gain = 0
  for (let row = 0; row < left.length; row++) {
    const open = left[row] as number
    if (open > 0)
      gain += (LEAST_PRICE + (prices[row] as number)) * Math.min(1, (weights[row] as number) / open)
  }
  return gain / (cost + 1e-3)
}

const fromNothing = ({ needed, classes }: Component): Start => ({
  counts: classes.map(() => 0),
  open: classes.map(({ members }) => members.length),
  left: needed,
  prices: needed.map(() => 1),
})

/** Counts of a minimal cover, each step taking what helps most for its cost; none where all are too few. */
export const greedyCover = (
  component: Component,
  start: Start = fromNothing(component),
): readonly number[] | undefined => {
  const { classes } = component
  const counts = Array.from(start.counts)
  const open = Array.from(start.open)
  const left = Array.from(start.left)
  for (;;) {
    if (left.every((weight) => weight <= 0)) return withoutRedundant(classes, counts, left)
    let pick = -1
    let most = 0
    for (const [index, one] of classes.entries()) {
      if (open[index] === 0) continue
      const gain = gainOf(one, left, start.prices)
      if (gain > most) {
        most = gain
        pick = index
      }
    }
    if (pick < 0) return undefined
    counts[pick] = (counts[pick] as number) + 1
    open[pick] = (open[pick] as number) - 1
    for (const [row, weight] of (classes[pick] as ItemClass).weights.entries())
      left[row] = (left[row] as number) - weight
  }
}

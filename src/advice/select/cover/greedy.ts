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

/** What one more item of a class does for the rows, as shares of what they still need. */
const gainOf = ({ weights, cost }: ItemClass, left: readonly number[]): number => {
  let gain = 0
  for (let row = 0; row < left.length; row++) {
    const open = left[row] as number
    if (open > 0) gain += Math.min(1, (weights[row] as number) / open)
  }
  return gain / (cost + 1e-3)
}

/** Counts of a minimal cover, each step taking what helps most for its cost; none where all are too few. */
export const greedyCover = ({ needed, classes }: Component): readonly number[] | undefined => {
  const counts = classes.map(() => 0)
  const left = [...needed]
  for (;;) {
    if (left.every((weight) => weight <= 0)) return withoutRedundant(classes, counts, left)
    let pick = -1
    let most = 0
    for (const [index, one] of classes.entries()) {
      if (counts[index] === one.members.length) continue
      const gain = gainOf(one, left)
      if (gain > most) {
        most = gain
        pick = index
      }
    }
    if (pick < 0) return undefined
    counts[pick] = (counts[pick] as number) + 1
    for (const [row, weight] of (classes[pick] as ItemClass).weights.entries())
      left[row] = (left[row] as number) - weight
  }
}

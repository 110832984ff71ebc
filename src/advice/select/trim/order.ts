/**
 * An order in which every signature of a set is used: light before heavy, where one account decides.
 *
 * Found from the back: whichever signature still has a use after all others may stand last, and which
 * one is taken does not matter, for the more stands before a signature, the less use it has (Lawler's
 * argument for scheduling with precedence). Kinds keep their place in the walk.
 */
import type { Target, Worth } from '../keep.js'

/** How much heavier than needed it is, at its heaviest: of those that may stand last, the greatest does. */
const heft = ({ weights }: Worth, targets: readonly Target[]): number =>
  Math.max(0, ...weights.map((weight, at) => weight / (targets[at] as Target).needed))

/** Positions in an order that leaves none unused; none where there is no such order. */
export const usableOrder =
  (targets: readonly Target[]) =>
  (worths: readonly Worth[]): readonly number[] | undefined => {
    const sums = targets.map(({ given }, at) =>
      worths.reduce((sum, { weights }) => sum + (weights[at] as number), given),
    )
    let open = [...worths.keys()]
    const order: number[] = []
    const hasUse = ({ weights }: Worth): boolean =>
      weights.some(
        (weight, at) => weight > 0 && (sums[at] as number) - weight < (targets[at] as Target).needed,
      )
    while (open.length > 0) {
      const kind = Math.max(...open.map((at) => (worths[at] as Worth).kind))
      const last = open
        .filter((at) => (worths[at] as Worth).kind === kind && hasUse(worths[at] as Worth))
        .sort((a, b) => heft(worths[b] as Worth, targets) - heft(worths[a] as Worth, targets) || b - a)[0]
      if (last === undefined) return undefined
      order.unshift(last)
      open = open.filter((at) => at !== last)
      for (const [at, weight] of (worths[last] as Worth).weights.entries())
        sums[at] = (sums[at] as number) - weight
    }
    return order
  }

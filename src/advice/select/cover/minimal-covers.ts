/**
 * The minimal covers of one component, cheapest first: a best-first search over how many of each class
 * are taken, class after class.
 *
 * A node's bound never exceeds what its best cover costs, so that covers come in order of cost, then of
 * size, then in the order of the items. Ties go depth first, which keeps the queue short where very many
 * covers cost the same.
 */
import { boundOf, type Bound } from './bound.js'
import { countsPaid, type ClassCover, type Ending, type Spend } from './class-cover.js'
import type { Component, ItemClass } from './component.js'
import { priorityQueue } from './priority-queue.js'

interface Node {
  readonly depth: number
  readonly counts: Uint8Array
  readonly left: Int16Array
  /** What the taken items cost at least, by the shares in their holders' costs. */
  readonly shared: number
  readonly cost: number
  readonly size: number
  readonly places: readonly number[]
  readonly isCover: boolean
}

const isBefore = (a: Node, b: Node): boolean => {
  if (a.cost !== b.cost) return a.cost < b.cost
  if (a.size !== b.size) return a.size < b.size
  const shared = Math.min(a.depth, b.depth)
  // More of an earlier class comes first: that is the order of the items.
  for (let i = 0; i < shared; i++)
    if (a.counts[i] !== b.counts[i]) return (a.counts[i] as number) > (b.counts[i] as number)
  return a.depth > b.depth
}

/** Whether each taken class may still be needed: some row would not be covered with one item less. */
const isIrredundant = (
  classes: readonly ItemClass[],
  { counts, left }: Pick<Node, 'counts' | 'left'>,
): boolean => {
  for (let i = 0; i < classes.length; i++) {
    if (counts[i] === 0) continue
    const { weights } = classes[i] as ItemClass
    let needed = false
    for (let row = 0; row < weights.length && !needed; row++) {
      const weight = weights[row] as number
      needed = weight > 0 && (left[row] as number) + weight > 0
    }
    if (!needed) return false
  }
  return true
}

/**
 * The minimal covers of a component that fit into the places of the lists, cheapest first. None costs
 * less than `floor`: where that is known, equals are searched depth first from the start.
 */
export function* minimalCovers(
  component: Component,
  places: readonly number[],
  floor: number,
  spend: Spend,
): Generator<ClassCover, Ending> {
  const { classes, needed } = component
  const isUniform = component.holderCost === 0 && classes.every(({ cost }) => cost === 1)
  const costBound = boundOf(component, (index) => (classes[index] as ItemClass).cost)
  const sizeBound: Bound = isUniform ? costBound : boundOf(component, () => 1)
  const most = places.reduce((sum, n) => sum + n, 0)
  const queue = priorityQueue<Node>(isBefore)

  const offer = (
    depth: number,
    counts: Uint8Array,
    left: Int16Array,
    shared: number,
    taken: readonly number[],
  ): void => {
    if (taken.some((n, list) => n > (places[list] as number))) return
    if (!isIrredundant(classes, { counts, left })) return
    const size = taken.reduce((sum, n) => sum + n, 0)
    const paid = countsPaid(component, counts)
    const isCover = left.every((weight) => weight <= 0)
    if (isCover) {
      queue.push({ depth: classes.length, counts, left, shared, cost: paid, size, places: taken, isCover })
      return
    }
    if (depth === classes.length) return
    const more = costBound(depth, left)
    if (more === Infinity) return
    const larger = isUniform ? more : sizeBound(depth, left)
    if (size + larger > most) return
    queue.push({
      depth,
      counts,
      left,
      shared,
      cost: Math.max(floor, paid, shared + more),
      size: size + larger,
      places: taken,
      isCover,
    })
  }

  offer(
    0,
    new Uint8Array(classes.length),
    Int16Array.from(needed),
    0,
    places.map(() => 0),
  )
  for (;;) {
    const node = queue.pop()
    if (node === undefined) return 'exhausted'
    if (node.isCover) {
      yield { counts: [...node.counts], cost: node.cost }
      continue
    }
    if (spend()) return 'budget'
    const { depth } = node
    const { members, weights, cost, list } = classes[depth] as ItemClass
    for (let count = members.length; count >= 0; count--) {
      const counts = Uint8Array.from(node.counts)
      counts[depth] = count
      const left = Int16Array.from(node.left)
      for (let row = 0; row < left.length; row++)
        left[row] = (left[row] as number) - count * (weights[row] as number)
      const taken = node.places.map((n, i) => (i === list ? n + count : n))
      offer(depth + 1, counts, left, node.shared + count * cost, taken)
    }
  }
}

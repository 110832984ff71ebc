/** A priority queue (binary heap): the least element first. Mutable, and never seen outside a search. */

/** Elements of which the least can be taken. */
export interface PriorityQueue<A> {
  readonly push: (a: A) => void
  readonly pop: () => A | undefined
}

/** An empty queue; `isBefore` is a strict total order. */
export const priorityQueue = <A>(isBefore: (a: A, b: A) => boolean): PriorityQueue<A> => {
  const heap: A[] = []
  return {
    push: (a) => {
      let at = heap.length
      heap.push(a)
      while (at > 0) {
        const above = (at - 1) >> 1
        const parent = heap[above] as A
        if (!isBefore(a, parent)) break
        heap[at] = parent
        at = above
      }
      heap[at] = a
    },
    pop: () => {
      const least = heap[0]
      const last = heap.pop()
      if (heap.length === 0 || last === undefined) return least
      let at = 0
      for (;;) {
        let below = 2 * at + 1
        if (below >= heap.length) break
        if (below + 1 < heap.length && isBefore(heap[below + 1] as A, heap[below] as A)) below++
        const child = heap[below] as A
        if (!isBefore(child, last)) break
        heap[at] = child
        at = below
      }
      heap[at] = last
      return least
    },
  }
}

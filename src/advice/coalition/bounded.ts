/** Answers that can be too long to give: as many as were asked for, and whether there are more. */

/** Some items, or all of them. */
export interface Bounded<A> {
  readonly items: readonly A[]
  /** Whether items were left out because of the limit. */
  readonly truncated: boolean
}

/** The first items of a stream. */
export const take =
  (limit: number) =>
  <A>(stream: Iterable<A>): Bounded<A> => {
    const items: A[] = []
    for (const item of stream) {
      if (items.length === limit) return { items, truncated: true }
      items.push(item)
    }
    return { items, truncated: false }
  }

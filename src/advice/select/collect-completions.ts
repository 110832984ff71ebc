/** The first completions of an answer as a list. */
import type { Completion } from './completion.js'
import type { Completions } from './completions.js'

/** Completions up to a number, and whether there are more. */
export interface Collected {
  readonly completions: readonly Completion[]
  /** There may be more: the limit was reached, or the budget was spent. */
  readonly isTruncated: boolean
}

/** The first completions of an answer, at most so many. */
export const collectCompletions =
  (limit: number) =>
  ({ answer }: Completions): Collected => {
    if (answer._tag === 'Impossible') return { completions: [], isTruncated: false }
    if (answer._tag === 'Unknown') return { completions: [], isTruncated: true }
    const found: Completion[] = []
    const list = answer.list()
    for (;;) {
      const next = list.next()
      if (next.done === true) return { completions: found, isTruncated: next.value === 'budget' }
      if (found.length === limit) return { completions: found, isTruncated: true }
      found.push(next.value)
    }
  }

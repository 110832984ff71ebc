/**
 * Completions one after the other: covers of the question in order of cost, each confirmed by the
 * evaluator before it is given.
 */
import { approved, type Completion } from './completion.js'
import type { Ending } from './cover/class-cover.js'
import type { RankedCover } from './cover/component-covers.js'
import { minimalCoversOf } from './cover/covers.js'
import type { Obstacle } from './obstacle.js'
import { coverOf, overfull, type Question } from './question.js'

/** How a list of completions ended; an obstacle that only the evaluator knew of is an end too. */
export type Outcome = Ending | Obstacle

/** So many covers in a row that come to nothing, and the search is given up. */
const PATIENCE = 40

/**
 * Completions in order of cost. What the evaluator does not confirm for want of verifications, or of
 * places in a list, is passed over; after that, nothing is said to be the cheapest.
 */
function* confirmed(
  question: Question,
  covers: Generator<RankedCover, Ending>,
  isFromNothing: boolean,
): Generator<Completion, { readonly outcome: Outcome; readonly passedOver: boolean }> {
  let passedOver = false
  const seen = new Set<string>()
  for (let misses = 0; misses < PATIENCE; misses++) {
    const next = covers.next()
    if (next.done === true) return { outcome: next.value, passedOver }
    const completion = approved(question, next.value, isFromNothing)
    if (completion === 'passed-over') {
      passedOver = true
      continue
    }
    if ('_tag' in completion) return { outcome: completion, passedOver }
    if (isFromNothing) {
      // The same signers come with various of the signatures that are there.
      const name = completion.add.map(({ list, key }) => `${list} ${key.strkey}`).join()
      if (seen.has(name)) continue
      seen.add(name)
    }
    misses = -1
    yield passedOver ? { ...completion, isProved: false } : completion
  }
  return { outcome: 'budget', passedOver }
}

/** All completions of a question, cheapest first. */
export function* listCompletions(
  question: Question,
  isOutOfBudget: (steps: number) => boolean,
): Generator<Completion, Outcome> {
  let steps = 0
  const spend = (): boolean => isOutOfBudget(steps++)
  const covers = confirmed(question, minimalCoversOf(coverOf(question), spend), false)
  const first = covers.next()
  if (first.done !== true) {
    yield first.value
    const { outcome, passedOver } = yield* covers
    return passedOver && outcome === 'exhausted' ? 'budget' : outcome
  }
  const { outcome, passedOver } = first.value
  if (!passedOver) return outcome
  // What is there and what is added do not fit into a list together: choose among both.
  const fromNothing = yield* confirmed(question, minimalCoversOf(overfull(question), spend), true)
  return fromNothing.passedOver && fromNothing.outcome === 'exhausted' ? 'budget' : fromNothing.outcome
}

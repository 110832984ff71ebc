/** Answers to «who must still sign?»: completions, or what stands in the way, or that nothing was found. */
import * as O from 'fp-ts/lib/Option.js'
import { MAX_SIGNATURES } from '../../kernel/index.js'
import { listCompletions, type Outcome } from './completion-stream.js'
import type { Completion } from './completion.js'
import type { Ending } from './cover/class-cover.js'
import { fewestPlaces } from './cover/covers.js'
import { supposing, type ListHypothesis } from './hypothesis.js'
import { tooMany, type Obstacle } from './obstacle.js'
import { overfull, type Question } from './question.js'
import type { Survey } from './survey.js'

/** There are completions. */
export interface Possible {
  readonly _tag: 'Possible'
  readonly best: Completion
  /** Whether nothing can be cheaper than `best`; false only where the budget was spent. */
  readonly isBestProved: boolean
  /** All of them in order of cost, `best` first; computed as they are asked for. */
  readonly list: () => Generator<Completion, Ending>
}

/** No signature of an available signer can help; each obstacle alone would be enough. */
export interface Impossible {
  readonly _tag: 'Impossible'
  readonly obstacles: readonly [Obstacle, ...Obstacle[]]
}

/** The budget was spent before anything was found. */
export interface Unknown {
  readonly _tag: 'Unknown'
}

/** Who can complete an envelope. */
export type Answer = Possible | Impossible | Unknown

/** Which list cannot hold what is needed; found out by the search alone where no row says it. */
const crowding = (question: Question): Impossible['obstacles'] => {
  const least = fewestPlaces(overfull(question))
  const full = question.surveys.flatMap(({ list }, at) => {
    const atLeast = least[at] as number
    return atLeast > MAX_SIGNATURES ? [tooMany(list, atLeast)] : []
  })
  const [first, ...rest] = full
  if (first !== undefined) return [first, ...rest]
  const crowded = question.surveys.reduce(
    (most, _, at) => ((least[at] as number) > (least[most] as number) ? at : most),
    0,
  )
  return [tooMany((question.surveys[crowded] as Survey).list, MAX_SIGNATURES + 1)]
}

/** The answer of a search. */
export const answerOf = (question: Question, isOutOfBudget: (steps: number) => boolean): Answer => {
  const started = listCompletions(question, isOutOfBudget)
  const first = started.next()
  // Whoever lists first goes on where the best one was found.
  let goOn: Generator<Completion, Outcome> | undefined = started
  if (first.done !== true)
    return {
      _tag: 'Possible',
      best: first.value,
      isBestProved: first.value.isProved,
      *list() {
        const rest = goOn
        goOn = undefined
        if (rest !== undefined) yield first.value
        const outcome = yield* rest ?? listCompletions(question, isOutOfBudget)
        if (typeof outcome === 'string') return outcome
        throw new Error('invariant: operations fail for every completion or for none')
      },
    }
  if (first.value === 'budget') return { _tag: 'Unknown' }
  if (first.value !== 'exhausted') return { _tag: 'Impossible', obstacles: [first.value] }
  return { _tag: 'Impossible', obstacles: crowding(question) }
}

/** The inner list of a fee bump as the list of an envelope of its own. */
const inTransaction = (list: ListHypothesis | undefined): Partial<ListHypothesis> =>
  list === undefined ? {} : { survey: { ...list.survey, list: 'transaction' } }

/** Whether a list is refused for want of signatures, or by its form, when all sign who can. */
const isStuck = ({ judge, view, envelope, surveys, unknown, candidates }: Question): boolean => {
  const all = surveys.map((survey, at) => ({
    survey,
    kept: survey.proving.map(({ signature }) => signature),
    added: candidates.flatMap((one) => (one.survey === at ? [one.key] : [])),
  }))
  const lists = envelope._tag === 'Transaction' ? [envelope] : [envelope.inner, envelope]
  // A surplus in the outer list would hide the inner one: each is asked for itself.
  return lists.some((one) => {
    const named = one === envelope ? all : [{ ...(all[0] as ListHypothesis), ...inTransaction(all[0]) }]
    const { fault } = supposing(judge, view, one, unknown)(named).judgement
    return O.isSome(fault) && fault.value._tag !== 'Surplus'
  })
}

/** That no signature of anybody overcomes the obstacles, by the evaluator. */
export const mustBeImpossible = (question: Question): void => {
  if (!isStuck(question))
    throw new Error('invariant: what cannot be completed by numbers cannot be for the evaluator')
}

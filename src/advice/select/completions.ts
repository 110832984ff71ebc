/**
 * Who must still sign: all minimal completions of an envelope, cheapest first, or why there is none.
 *
 * A completion is a set of signers that, added to the signatures that are there, makes the network say
 * yes, and of which none can be left out. The search is a cover problem over all accounts, extra signers
 * and the fee source at once; each answer is put to the evaluator before it is given.
 */
import * as O from 'fp-ts/lib/Option.js'
import {
  accountsOf,
  GATES,
  lookup,
  MAX_SIGNATURES,
  type AccountId,
  type Envelope,
  type Judge,
  type LedgerView,
  type Verdict,
} from '../../kernel/index.js'
import { approved, type Completion, type Place } from './completion.js'
import { fewestSignatures, type Cost } from './cost.js'
import type { Ending } from './cover/class-cover.js'
import type { RankedCover } from './cover/component-covers.js'
import { fewestPlaces, minimalCoversOf } from './cover/covers.js'
import type { Dropped } from './drop-reason.js'
import { remembering, supposing, type ListHypothesis } from './hypothesis.js'
import { obstaclesIn, tooMany, type IsAvailable, type Obstacle } from './obstacle.js'
import { progressIn, type Progress } from './progress.js'
import { coverOf, overfull, questionOf, type Question } from './question.js'
import { surveyOf, type Survey } from './survey.js'

/** What may be asked for; what is left out is as said. */
export interface CompletionOptions {
  /** StrKeys of the signers that can be asked; all of them where absent. */
  readonly available?: ReadonlySet<string>
  /** Fewest signatures where absent. */
  readonly cost?: Cost
  /** Asked before each step of the search, with the steps so far; 20,000 where absent. */
  readonly isOutOfBudget?: (steps: number) => boolean
}

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

/** Who must still sign, and what is known on the way there. */
export interface Completions {
  readonly verdict: Verdict
  readonly answer: Possible | Impossible | Unknown
  /** Accounts that were not fetched: the answer is about the others, and may not be enough. */
  readonly dependsOn: readonly AccountId[]
  readonly progress: readonly Progress[]
  /** Signatures that can do nothing in this envelope, by list. */
  readonly useless: readonly (Dropped & Place)[]
  /** Available signers that have no weight in any requirement. */
  readonly noSigners: readonly string[]
  /** Completing the inner envelope of a fee bump voids the outer signatures: they are made afterwards. */
  readonly voidsOuter: boolean
}

const STEPS = 20_000

const uselessIn = (survey: Survey): readonly (Dropped & Place)[] => {
  const proving = new Set(survey.proving.map(({ signature }) => signature))
  return [...survey.signatures.keys()]
    .filter((signature) => !proving.has(signature))
    .map((signature) => ({ list: survey.list, signature, reason: survey.reasonOf(signature) }))
}

const noSignersOf = (available: ReadonlySet<string>, surveys: readonly Survey[]): readonly string[] => {
  const known = new Set(
    surveys.flatMap(({ demands }) => demands.flatMap(({ signers }) => signers.map(({ key }) => key.strkey))),
  )
  return [...available].filter((strkey) => !known.has(strkey))
}

/** How a list of completions ended; an obstacle that only the evaluator knew of is an end too. */
type Outcome = Ending | Obstacle

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

function* listed(
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

const answerOf = (question: Question, isOutOfBudget: (steps: number) => boolean): Completions['answer'] => {
  const started = listed(question, isOutOfBudget)
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
        const outcome = yield* rest ?? listed(question, isOutOfBudget)
        if (typeof outcome === 'string') return outcome
        throw new Error('invariant: operations fail for every completion or for none')
      },
    }
  if (first.value === 'budget') return { _tag: 'Unknown' }
  if (first.value !== 'exhausted') return { _tag: 'Impossible', obstacles: [first.value] }
  return { _tag: 'Impossible', obstacles: crowding(question) }
}

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

/** The inner list of a fee bump as the list of an envelope of its own. */
const inTransaction = (list: ListHypothesis | undefined): Partial<ListHypothesis> =>
  list === undefined ? {} : { survey: { ...list.survey, list: 'transaction' } }

/** That no signature of anybody overcomes the obstacles, by the evaluator. */
const mustBeImpossible = (question: Question): void => {
  if (!isStuck(question))
    throw new Error('invariant: what cannot be completed by numbers cannot be for the evaluator')
}

const unknownIn = (view: LedgerView, judge: Judge, envelope: Envelope): readonly AccountId[] =>
  accountsOf(judge.phase)(envelope).filter((id) => lookup(view)(id)._tag === 'NotFetched')

/** Before this protocol weights were added as signed 32-bit numbers. */
const SINCE = GATES.weightCap.since

/**
 * Who must still sign an envelope so that the network says yes.
 *
 * Total: where nothing can be done it says why, where accounts were not fetched it answers for the
 * others and names them, where the budget was spent it says so.
 */
export const completions =
  (judge: Judge) =>
  (view: LedgerView) =>
  (envelope: Envelope) =>
  (options: CompletionOptions = {}): Completions => {
    const { available, cost = fewestSignatures, isOutOfBudget = (steps) => steps >= STEPS } = options
    const asking = remembering(judge)
    const { verdict, surveys, voidsOuter } = surveyOf(asking)(view)(envelope)
    const isAvailable: IsAvailable = ({ strkey }) => available?.has(strkey) ?? true
    const unknown = unknownIn(view, judge, envelope)
    const parts = { judge: asking, view, envelope, surveys, unknown }
    const answer = (): Completions['answer'] => {
      if (judge.protocol < SINCE)
        return {
          _tag: 'Impossible',
          obstacles: [{ _tag: 'OldProtocol', protocol: judge.protocol, since: SINCE }],
        }
      const question = questionOf(parts, cost, isAvailable)
      const [first, ...rest] = surveys.flatMap(obstaclesIn(isAvailable))
      if (first === undefined) return answerOf(question, isOutOfBudget)
      mustBeImpossible(question)
      return { _tag: 'Impossible', obstacles: [first, ...rest] }
    }
    return {
      verdict,
      answer: answer(),
      dependsOn: unknown,
      progress: surveys.flatMap(progressIn),
      useless: surveys.flatMap(uselessIn),
      noSigners: available === undefined ? [] : noSignersOf(available, surveys),
      voidsOuter,
    }
  }

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

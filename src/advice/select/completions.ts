/**
 * Who must still sign: all minimal completions of an envelope, cheapest first, or why there is none.
 *
 * A completion is a set of signers that, added to the signatures that are there, makes the network say
 * yes, and of which none can be left out. The search is a cover problem over all accounts, extra signers
 * and the fee source at once; each answer is put to the evaluator before it is given.
 */
import {
  accountsOf,
  GATES,
  lookup,
  type AccountId,
  type Envelope,
  type Judge,
  type LedgerView,
  type Verdict,
} from '../../kernel/index.js'
import { answerOf, mustBeImpossible, type Answer } from './answer.js'
import type { Place } from './completion.js'
import { fewestSignatures, type Cost } from './cost.js'
import type { Dropped } from './drop-reason.js'
import { remembering } from './hypothesis.js'
import { obstaclesIn, type IsAvailable } from './obstacle.js'
import { progressIn, type Progress } from './progress.js'
import { questionOf } from './question.js'
import { surveyOf, type Survey } from './survey.js'

/** What may be asked for; what is left out is as said. */
export interface CompletionOptions {
  /** StrKeys of the signers that can be asked; all of them where absent. */
  readonly available?: ReadonlySet<string>
  /** StrKeys of signers that can never be asked; a signature of theirs that is there counts. Nobody where absent. */
  readonly unavailable?: ReadonlySet<string>
  /** Fewest signatures where absent. */
  readonly cost?: Cost
  /** Asked before each step of the search, with the steps so far; 20,000 where absent. */
  readonly isOutOfBudget?: (steps: number) => boolean
}

/** Who must still sign, and what is known on the way there. */
export interface Completions {
  readonly verdict: Verdict
  readonly answer: Answer
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
    const {
      available,
      unavailable,
      cost = fewestSignatures,
      isOutOfBudget = (steps) => steps >= STEPS,
    } = options
    const asking = remembering(judge)
    const { verdict, surveys, voidsOuter } = surveyOf(asking)(view)(envelope)
    const isAvailable: IsAvailable = ({ strkey }) =>
      (available?.has(strkey) ?? true) && unavailable?.has(strkey) !== true
    const unknown = unknownIn(view, judge, envelope)
    const parts = { judge: asking, view, envelope, surveys, unknown }
    const answer = (): Answer => {
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

/** One completion: whom to ask, what to leave out, at which cost; confirmed by the evaluator. */
import * as O from 'fp-ts/lib/Option.js'
import {
  isAuthorized,
  MAX_SIGNATURES,
  type Judgement,
  type SignerKey,
  type Verdict,
} from '../../kernel/index.js'
import type { RankedCover } from './cover/component-covers.js'
import type { ListName } from './demand.js'
import type { Dropped } from './drop-reason.js'
import { supposing, type ListHypothesis } from './hypothesis.js'
import { keep } from './keep.js'
import type { Obstacle } from './obstacle.js'
import type { Question } from './question.js'
import type { Survey } from './survey.js'
import { keysOf, targetsOf, worthOf } from './worth.js'

/** What a signer must hand over. */
export type Proof = 'signature' | 'preimage' | 'payload-signature'

/** A signer to be asked, and for which list of the envelope. */
export interface Addition {
  readonly list: ListName
  readonly key: SignerKey
  readonly proof: Proof
}

/** A position in one of the lists. */
export interface Place {
  readonly list: ListName
  readonly signature: number
}

/** Signers who together complete an envelope. */
export interface Completion {
  /** Appended to their lists in this order. None of them can be left out. */
  readonly add: readonly Addition[]
  /** Signatures that are there and must go. */
  readonly drop: readonly (Dropped & Place)[]
  /** Signatures of which only accounts that were not fetched could tell; empty where all are known. */
  readonly undecided: readonly Place[]
  readonly cost: number
  /** Whether nothing that was not listed before is cheaper. */
  readonly isProved: boolean
}

const proofOf = ({ _tag }: SignerKey): Proof =>
  _tag === 'HashX' ? 'preimage' : _tag === 'SignedPayload' ? 'payload-signature' : 'signature'

/** The signatures that stay when some are added: as many as are used in the order of the list. */
const hypothesisOf = (survey: Survey, added: readonly SignerKey[]): ListHypothesis | undefined => {
  if (survey.isAccepted && added.length === 0) return { survey, kept: [...survey.signatures.keys()], added }
  const worth = worthOf(survey)
  const worths = [
    ...survey.proving.map((one) => worth(keysOf(one), 1, false)),
    ...added.map((key) => worth([key], 1, true)),
  ]
  const chosen = keep('usable', targetsOf(survey), MAX_SIGNATURES)(worths)
  if (chosen === undefined) return undefined
  const kept = chosen.kept.flatMap((at) => survey.proving[at]?.signature ?? [])
  return { survey, kept, added }
}

/** What happens to the signatures that a hypothesis does not keep. */
const leftOutOf = (
  { survey, kept }: ListHypothesis,
  isConditional: boolean,
): { drop: readonly (Dropped & Place)[]; undecided: readonly Place[] } => {
  const { list, signatures, proving, reasonOf } = survey
  const gone = [...signatures.keys()].filter((signature) => !kept.includes(signature))
  const drop = gone.map((signature): Dropped & Place => {
    const proved = proving.find((one) => one.signature === signature)
    const reason =
      proved === undefined ? reasonOf(signature) : ({ _tag: 'NotNeeded', signers: proved.signers } as const)
    return { list, signature, reason }
  })
  if (!isConditional) return { drop, undecided: [] }
  const isCertain = ({ reason }: Dropped): boolean => reason._tag === 'Duplicate' || reason._tag === 'Voided'
  return {
    drop: drop.filter(isCertain),
    undecided: drop.filter((one) => !isCertain(one)).map(({ signature }) => ({ list, signature })),
  }
}

const judgementsOf = ({ judgement, inner }: Verdict): readonly Judgement[] => [
  judgement,
  ...(O.isSome(inner) ? [inner.value] : []),
]

const isMet = ({ checks }: Judgement): boolean =>
  checks.every(({ outcome }) => outcome._tag === 'Checked' && outcome.met)

const isOverBudget = ({ checks }: Judgement): boolean =>
  checks.some(
    ({ outcome }) => outcome._tag === 'Checked' && outcome.steps.some(({ _tag }) => _tag === 'OverBudget'),
  )

/** Whether the network ran out of verifications somewhere (protocol 28). */
export const ranOutOfVerifications = (verdict: Verdict): boolean => judgementsOf(verdict).some(isOverBudget)

/** That all requirements are met and the network refuses the operations all the same, if so. */
export const failingOperations = (verdict: Verdict): O.Option<Obstacle> => {
  const judgements = judgementsOf(verdict)
  const last = judgements[judgements.length - 1] as Judgement
  if (!judgements.every(isMet) || O.isNone(last.fault) || last.fault.value._tag !== 'Operations')
    return O.none
  const { operations } = last.fault.value
  return verdict._tag === 'Rejected'
    ? O.some({ _tag: 'OperationsFail', code: verdict.code, operations })
    : O.none
}

/** Lists as a cover says: candidates are added, and of what is there, what the cover or the walk keeps. */
const listsOf = (
  question: Question,
  items: readonly number[],
  isFromNothing: boolean,
): readonly (ListHypothesis | undefined)[] => {
  const { surveys, candidates } = question
  let before = candidates.length
  return surveys.map((survey, at) => {
    const added = items.flatMap((item) => {
      const candidate = candidates[item]
      return candidate?.survey === at ? [candidate.key] : []
    })
    if (!isFromNothing) return hypothesisOf(survey, added)
    const first = before
    before += survey.proving.length
    const kept = survey.proving.flatMap(({ signature }, i) => (items.includes(first + i) ? [signature] : []))
    return { survey, kept, added }
  })
}

/**
 * The completion that a cover stands for, confirmed by the evaluator; what the evaluator says instead
 * where the operations fail, and `passed-over` where the signatures do not fit into a list together or
 * take more verifications than the network makes. Anything else would be a fault of ours.
 */
export const approved = (
  question: Question,
  { items, cost, isProved }: RankedCover,
  isFromNothing = false,
): Completion | Obstacle | 'passed-over' => {
  const { judge, view, envelope, unknown, costs } = question
  const lists = listsOf(question, items, isFromNothing).filter((list) => list !== undefined)
  if (lists.length < question.surveys.length) return 'passed-over'
  const verdict = supposing(judge, view, envelope, unknown)(lists)
  if (!isAuthorized(verdict)) {
    const failing = failingOperations(verdict)
    if (O.isSome(failing)) return failing.value
    if (ranOutOfVerifications(verdict)) return 'passed-over'
    throw new Error('invariant: what completes an envelope by numbers completes it for the evaluator')
  }
  const leftOut = lists.map((list) => leftOutOf(list, unknown.length > 0))
  return {
    add: lists.flatMap(({ survey: { list }, added }) =>
      added.map((key) => ({ list, key, proof: proofOf(key) })),
    ),
    drop: leftOut.flatMap(({ drop }) => drop),
    undecided: leftOut.flatMap(({ undecided }) => undecided),
    cost: cost * costs.unit,
    isProved,
  }
}

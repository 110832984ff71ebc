/** Everything that is told of a plan, or of why there is none. Keys have the names of both descriptions. */
import type * as O from 'fp-ts/lib/Option.js'
import type { Finding } from '../../../advice/lint/index.js'
import type { AccountDifference } from '../../../advice/coalition/index.js'
import type { Plan, PlanRefusal } from '../../../advice/plan/index.js'
import type { Hash, Network } from '../../../kernel/model/index.js'
import type { Names } from '../names.js'

/** An unsigned envelope in the forms in which people and programs take it. */
export interface Artefact {
  /** Its place in the plan, from 0. */
  readonly index: number
  /** What the signers sign. */
  readonly hash: Hash
  /** Base64. */
  readonly xdr: string
  /** SEP-11: a line for each field, for people to compare. */
  readonly txrep: string
  /** SEP-7: for a wallet. */
  readonly uri: string
}

/** The envelopes of a plan, or why there are none, in one line: lower case, no full stop. */
export type Artefacts =
  | { readonly _tag: 'Made'; readonly artefacts: readonly Artefact[] }
  | { readonly _tag: 'NotMade'; readonly because: string; readonly help: O.Option<string> }

/** A plan and what belongs to it. */
export interface PlanReport {
  /** What the sides are called: paths, revisions. */
  readonly sides: readonly [from: string, to: string]
  /** What the live account is called; none where nobody looked. */
  readonly live: O.Option<string>
  readonly network: O.Option<Network>
  readonly names: Names
  readonly outcome: Plan | PlanRefusal
  /** What pending envelopes are called, in the order of the request. */
  readonly pending: readonly string[]
  readonly artefacts: Artefacts
  /** What rules call an error of the result; a plan is no check. */
  readonly findings: readonly Pick<Finding, 'rule' | 'says' | 'help'>[]
  /** The folder that they were written to; none where that was not asked for. */
  readonly folder: O.Option<string>
}

/** How a plan ends. */
export type PlanState =
  /** Nothing differs. */
  | 'nothing-to-do'
  /** There is a safe plan. */
  | 'changes'
  | 'refused'
  /** Something that it needs is not known. */
  | 'undecided'

/** How a plan ended. */
export const planStateOf = (outcome: Plan | PlanRefusal): PlanState => {
  if (outcome._tag === 'Refused') return 'refused'
  if (!outcome.complete) return 'undecided'
  return outcome.transactions.length === 0 ? 'nothing-to-do' : 'changes'
}

/** What a change does to numbers, for a heading. */
export interface ChangeCounts {
  readonly added: number
  readonly removed: number
  readonly reweighed: number
  readonly thresholds: number
}

/** Signers that come and go, weights and thresholds that change. */
export const changeCounts = ({ weights, thresholds }: AccountDifference): ChangeCounts => ({
  added: weights.filter(({ before }) => before._tag === 'None').length,
  removed: weights.filter(({ after }) => after._tag === 'None').length,
  reweighed: weights.filter(({ before, after }) => before._tag === 'Some' && after._tag === 'Some').length,
  thresholds: thresholds.length,
})

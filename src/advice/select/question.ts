/** The question of completions as a cover problem: who can be asked, and what is left to be reached. */
import {
  MAX_SIGNATURES,
  ordSignerKey,
  type AccountId,
  type Envelope,
  type Judge,
  type LedgerView,
  type SignerKey,
} from '../../kernel/index.js'
import { wholeCosts, type Cost, type WholeCosts } from './cost.js'
import type { CoverProblem, Item } from './cover/problem.js'
import type { Aim, Demand } from './demand.js'
import type { IsAvailable } from './obstacle.js'
import { reachedIn, type Survey } from './survey.js'
import { keysOf } from './worth.js'

/** Somebody who can be asked for a signature in a list; the same key in two lists is asked twice. */
export interface Candidate {
  /** Position of the list among the surveys. */
  readonly survey: number
  readonly key: SignerKey
}

/** Everything that a search for completions needs. */
export interface Question {
  readonly judge: Judge
  readonly view: LedgerView
  readonly envelope: Envelope
  readonly surveys: readonly Survey[]
  /** Accounts that were not fetched. */
  readonly unknown: readonly AccountId[]
  /** In the order in which equals are preferred: list by list, then the ledger's order of keys. */
  readonly candidates: readonly Candidate[]
  readonly costs: WholeCosts
  readonly holders: readonly number[]
}

/** What is asked for, without what is derived from it. */
export type QuestionParts = Pick<Question, 'judge' | 'view' | 'envelope' | 'surveys' | 'unknown'>

const candidatesOf = (surveys: readonly Survey[], isAvailable: IsAvailable): readonly Candidate[] =>
  surveys.flatMap((survey, at) => {
    const proved = new Set(survey.proving.flatMap((one) => keysOf(one).map(({ strkey }) => strkey)))
    const keys = new Map<string, SignerKey>()
    for (const [index, { signers }] of survey.demands.entries()) {
      const aim = survey.aims[index] as Aim
      if (reachedIn(survey, aim) >= aim.needed) continue
      for (const { key } of signers)
        if (key._tag !== 'PreAuthTx' && !proved.has(key.strkey) && isAvailable(key)) keys.set(key.strkey, key)
    }
    return [...keys.values()].sort(ordSignerKey.compare).map((key) => ({ survey: at, key }))
  })

/** A number for each holder; -1 where a key is nobody's. */
const holdersOf = ({ holderOf }: Cost, keys: readonly SignerKey[]): readonly number[] => {
  const numbers = new Map<string, number>()
  return keys.map((key) => {
    const holder = holderOf(key)
    if (holder === '') return -1
    const number = numbers.get(holder) ?? numbers.size
    numbers.set(holder, number)
    return number
  })
}

/** The question of some surveys. */
export const questionOf = (parts: QuestionParts, cost: Cost, isAvailable: IsAvailable): Question => {
  const candidates = candidatesOf(parts.surveys, isAvailable)
  const keys = candidates.map(({ key }) => key)
  return { ...parts, candidates, costs: wholeCosts(cost)(keys), holders: holdersOf(cost, keys) }
}

interface Row {
  readonly survey: number
  readonly aim: Aim
  readonly signers: Demand['signers']
  readonly needed: number
}

const rowsOf = (surveys: readonly Survey[], leftOf: (survey: Survey, aim: Aim) => number): readonly Row[] =>
  surveys.flatMap((survey, at) =>
    survey.demands.flatMap(({ signers }, index) => {
      const aim = survey.aims[index] as Aim
      const needed = leftOf(survey, aim)
      return needed > 0 ? [{ survey: at, aim, signers, needed }] : []
    }),
  )

/** What some keys that one signature proves add together, in a list. */
type WeightsOf = (survey: number, keys: readonly SignerKey[]) => Item['weights']

/** Row by row, since most keys are signers of few accounts. */
const weightsIn = (rows: readonly Row[]): WeightsOf => {
  const lists = new Map<number, Map<string, (readonly [row: number, weight: number])[]>>()
  for (const [at, { survey, aim, signers }] of rows.entries()) {
    const entries = lists.get(survey) ?? new Map<string, (readonly [number, number])[]>()
    lists.set(survey, entries)
    for (const { key } of signers) {
      const weight = aim.worthOf(key)
      if (weight === 0) continue
      const before = entries.get(key.strkey)
      if (before === undefined) entries.set(key.strkey, [[at, weight]])
      else before.push([at, weight])
    }
  }
  return (survey, keys) => {
    const [only, ...more] = keys.map((key) => lists.get(survey)?.get(key.strkey) ?? [])
    if (only === undefined || more.length === 0) return only ?? []
    const sums = new Map<number, number>()
    for (const [row, weight] of [only, ...more].flat()) sums.set(row, (sums.get(row) ?? 0) + weight)
    return [...sums]
  }
}

const problemOf = (
  { surveys, candidates, costs, holders }: Question,
  rows: readonly Row[],
  weightsOf: WeightsOf,
): CoverProblem => ({
  needed: rows.map(({ needed }) => needed),
  items: candidates.map(({ survey, key }, at) => ({
    cost: costs.own[at] as number,
    holder: costs.holderCost === 0 ? -1 : (holders[at] as number),
    list: survey,
    weights: weightsOf(survey, [key]),
  })),
  holderCost: costs.holderCost,
  places: surveys.map(() => MAX_SIGNATURES),
})

/** What the signatures that are there leave to be reached; an item a candidate. */
export const coverOf = (question: Question): CoverProblem => {
  const rows = rowsOf(question.surveys, (survey, aim) => aim.needed - reachedIn(survey, aim))
  return problemOf(question, rows, weightsIn(rows))
}

/** The same from nothing: after the candidates, each signature that is there is an item without cost. */
export const overfull = (question: Question): CoverProblem => {
  const rows = rowsOf(question.surveys, (_, { needed, given }) => needed - given)
  const weightsOf = weightsIn(rows)
  const problem = problemOf(question, rows, weightsOf)
  const present = question.surveys.flatMap(({ proving }, list) =>
    proving.map((one): Item => ({ cost: 0, holder: -1, list, weights: weightsOf(list, keysOf(one)) })),
  )
  return { ...problem, items: [...problem.items, ...present] }
}

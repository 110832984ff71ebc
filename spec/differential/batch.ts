/** A batch of random cases, judged twice and counted. A batch is told by its seed alone. */
import { isDeepStrictEqual } from 'node:util'
import * as fc from 'fast-check'
import { judge, type Question } from '../reference/checker.js'
import { crowdedQuestion } from '../support/arbitrary/crowded-question.js'
import { question } from '../support/arbitrary/question.js'
import { engineAnswer } from './engine.js'

/** Cases in a batch, and how many of them come near the budget of protocol 28. */
export const BATCH = 1000
const CROWDED = 2

export type Counts = Readonly<Record<string, number>>

/** What a batch came to; plain data, so that it can pass between processes. */
export interface Summary {
  readonly cases: number
  readonly protocols: Counts
  readonly phases: Counts
  readonly codes: Counts
  readonly innerCodes: Counts
  readonly operationCodes: Counts
  readonly signatures: number
  /** Seed of the batch and position in it, which is all that it takes to see the case again. */
  readonly disagreements: readonly string[]
}

export const EMPTY_SUMMARY: Summary = {
  cases: 0,
  protocols: {},
  phases: {},
  codes: {},
  innerCodes: {},
  operationCodes: {},
  signatures: 0,
  disagreements: [],
}

/** The cases of a batch. */
export const casesOf = (seed: number): readonly Question[] => [
  ...fc.sample(question, { numRuns: BATCH - CROWDED, seed }),
  ...fc.sample(crowdedQuestion, { numRuns: CROWDED, seed }),
]

const signaturesIn = ({ envelope }: Question): number =>
  envelope.signatures.length + (envelope._tag === 'FeeBump' ? envelope.inner.signatures.length : 0)

const add = (counts: Record<string, number>, word: string | number): void => {
  counts[word] = (counts[word] ?? 0) + 1
}

/** The engine's answer, or why it gave none. */
const asked = (one: Question): unknown => {
  try {
    return engineAnswer(one)
  } catch (error) {
    return error
  }
}

/** Judges a batch by the engine and by the reference. */
export const judgeBatch = (seed: number): Summary => {
  const protocols: Record<string, number> = {}
  const phases: Record<string, number> = {}
  const codes: Record<string, number> = {}
  const innerCodes: Record<string, number> = {}
  const operationCodes: Record<string, number> = {}
  const disagreements: string[] = []
  let signatures = 0
  const cases = casesOf(seed)
  for (const [i, one] of cases.entries()) {
    const answer = judge(one)
    const { operations } = answer.inner ?? answer
    add(protocols, one.protocol)
    add(phases, one.phase)
    add(codes, answer.code)
    if (answer.inner !== undefined) add(innerCodes, answer.inner.code)
    for (const code of new Set(operations)) add(operationCodes, code)
    signatures += signaturesIn(one)
    if (!isDeepStrictEqual(asked(one), answer)) disagreements.push(`seed ${seed}, case ${i}`)
  }
  return {
    cases: cases.length,
    protocols,
    phases,
    codes,
    innerCodes,
    operationCodes,
    signatures,
    disagreements,
  }
}

const addCounts = (a: Counts, b: Counts): Counts =>
  Object.fromEntries(
    [...new Set([...Object.keys(a), ...Object.keys(b)])].map((word) => [
      word,
      (a[word] ?? 0) + (b[word] ?? 0),
    ]),
  )

/** Two summaries as one. */
export const addSummaries = (a: Summary, b: Summary): Summary => ({
  cases: a.cases + b.cases,
  protocols: addCounts(a.protocols, b.protocols),
  phases: addCounts(a.phases, b.phases),
  codes: addCounts(a.codes, b.codes),
  innerCodes: addCounts(a.innerCodes, b.innerCodes),
  operationCodes: addCounts(a.operationCodes, b.operationCodes),
  signatures: a.signatures + b.signatures,
  disagreements: [...a.disagreements, ...b.disagreements],
})

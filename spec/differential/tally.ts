/** Compares answers with recorded verdicts, row by row, and counts what agreed and what was skipped. */
import { expect } from 'chai'
import type { Answer, Phase, Question, TransactionAnswer } from '../reference/checker.js'
import { loadVectors } from '../support/vectors.js'
import {
  envelopeIn,
  expectedOf,
  skipReason,
  viewIn,
  type Comparable,
  type JudgedRow,
  type Verdict,
} from './recorded.js'

/** What is compared: the reference, or the engine in the reference's words. */
export type Judge = (question: Question) => Answer

export interface Tally {
  readonly agreed: number
  /** Rows that say nothing about authority, by reason. */
  readonly skipped: Readonly<Record<string, number>>
}

const digits = (used: readonly boolean[]): string => used.map(Number).join('')

const refusedIn = ({ operations }: TransactionAnswer): readonly string[] =>
  operations.flatMap((code, i) => (code === 'opSUCCESS' ? [] : [`${i}: ${code}`]))

const comparable = (answer: Answer): Comparable => {
  const { code, inner } = answer
  const used = digits(answer.used)
  return inner === undefined
    ? { code, refused: refusedIn(answer), used }
    : { code, refused: refusedIn(inner), used, inner: { code: inner.code, used: digits(inner.used) } }
}

/** The outer signatures of a fee bump are not judged at apply, and not recorded. */
const withoutOuter = (said: Comparable, phase: Phase): Comparable =>
  phase === 'apply' && said.inner !== undefined ? { ...said, used: '' } : said

type WrittenChecks = readonly (readonly [number, number])[]

const checksOf = ({ checks }: TransactionAnswer): WrittenChecks =>
  checks.map(({ needed, passed }) => [needed, Number(passed)])

const compareChecks = (id: string, answer: Answer, recorded: Verdict, phase: Phase): void => {
  if (answer.inner !== undefined)
    expect(checksOf(answer.inner), `${id}: inner checks`).to.deep.equal(recorded.innerChecks)
  if (answer.inner === undefined || phase === 'validate')
    expect(checksOf(answer), `${id}: checks`).to.deep.equal(recorded.checks)
}

/** Codes, refused operations, used signatures, and every check with its needed weight. */
export const compareWithRecorded = (
  judge: Judge,
  name: 'core-verdicts' | 'core-probes',
  phase: Phase,
): Tally => {
  let agreed = 0
  const skipped: Record<string, number> = {}
  for (const row of loadVectors<JudgedRow>(name)) {
    const envelope = envelopeIn(row)
    const reason = skipReason(row, phase)
    if (reason !== undefined) {
      skipped[reason] = (skipped[reason] ?? 0) + 1
      continue
    }
    const answer = judge({ envelope, view: viewIn(row), protocol: row.protocol, phase })
    const expected = withoutOuter(expectedOf(row[phase]), phase)
    expect(withoutOuter(comparable(answer), phase), row.id).to.deep.equal(expected)
    compareChecks(row.id, answer, row[phase], phase)
    agreed++
  }
  return { agreed, skipped }
}

/** What the comparison has to come to: fewer rows compared would be a weaker witness. */
export const TALLIES: Readonly<Record<'core-verdicts' | 'core-probes', Readonly<Record<Phase, Tally>>>> = {
  'core-verdicts': {
    validate: {
      agreed: 3914,
      skipped: { txBAD_SEQ: 30, txINSUFFICIENT_FEE: 30, txINSUFFICIENT_BALANCE: 12, txTOO_LATE: 14 },
    },
    apply: {
      agreed: 3638,
      skipped: {
        'apply before protocol 10': 256,
        'exception: the fee could not be charged': 36,
        txBAD_SEQ: 27,
        txINSUFFICIENT_FEE: 20,
        txINSUFFICIENT_BALANCE: 9,
        txTOO_LATE: 14,
      },
    },
  },
  'core-probes': {
    validate: { agreed: 192, skipped: {} },
    apply: { agreed: 139, skipped: { 'apply before protocol 10': 53 } },
  },
}

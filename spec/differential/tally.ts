/** Compares answers with recorded verdicts, row by row, and counts what agreed and what was skipped. */
import { expect } from 'chai'
import type { Answer, Phase, Question, TransactionAnswer } from '../reference/checker.js'
import { judgedRows, type JudgedFile } from './judged-rows.js'
import { envelopeIn, expectedOf, skipReason, viewIn, type Comparable, type Verdict } from './recorded.js'

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
  if (answer.inner !== undefined && recorded.innerChecks !== undefined)
    expect(checksOf(answer.inner), `${id}: inner checks`).to.deep.equal(recorded.innerChecks)
  if (recorded.checks !== undefined && (answer.inner === undefined || phase === 'validate'))
    expect(checksOf(answer), `${id}: checks`).to.deep.equal(recorded.checks)
}

/** Codes, refused operations, used signatures, and, where recorded, every check with its needed weight. */
export const compareWithRecorded = (judge: Judge, name: JudgedFile, phase: Phase): Tally => {
  let agreed = 0
  const skipped: Record<string, number> = {}
  for (const row of judgedRows(name)) {
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
export const TALLIES: Readonly<Record<JudgedFile, Readonly<Record<Phase, Tally>>>> = {
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
  'core-state': {
    validate: {
      agreed: 2495,
      skipped: {
        'an operation is malformed': 346,
        txBAD_SEQ: 71,
        txINSUFFICIENT_BALANCE: 30,
        txTOO_EARLY: 18,
        txTOO_LATE: 18,
        txINSUFFICIENT_FEE: 15,
        txBAD_MIN_SEQ_AGE_OR_GAP: 7,
      },
    },
    apply: {
      agreed: 2835,
      skipped: {
        'a creation failed, and its account acted': 1,
        txBAD_SEQ: 71,
        txINSUFFICIENT_BALANCE: 26,
        txTOO_EARLY: 18,
        txTOO_LATE: 18,
        txINSUFFICIENT_FEE: 15,
        txINTERNAL_ERROR: 9,
        txBAD_MIN_SEQ_AGE_OR_GAP: 7,
      },
    },
  },
  'core-sequences': {
    validate: {
      agreed: 3110,
      skipped: {
        'an operation is malformed': 90,
        txBAD_SEQ: 256,
        txINSUFFICIENT_BALANCE: 50,
        txTOO_EARLY: 8,
        txBAD_MIN_SEQ_AGE_OR_GAP: 8,
      },
    },
    apply: {
      agreed: 2549,
      skipped: {
        'not applied': 969,
        'a creation failed, and its account acted': 1,
        'a merge failed for its sequence number': 1,
        txINTERNAL_ERROR: 2,
      },
    },
  },
}

export const JUDGED_FILES = ['core-verdicts', 'core-probes', 'core-state', 'core-sequences'] as const

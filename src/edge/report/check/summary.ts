/** What is counted over all files, one file at a time, so that no file has to be kept. */
import * as O from 'fp-ts/lib/Option.js'
import type { Finding } from '../../../advice/lint/index.js'
import { verdictOf, type Answer, type Tested } from '../../../advice/policy/index.js'
import type { CheckedFile, CheckSummary, Result } from './check-report.js'

/** Before the first file. */
export const NOTHING_CHECKED: CheckSummary = {
  files: 0,
  accounts: 0,
  unreadable: 0,
  errors: 0,
  warnings: 0,
  notes: 0,
  suppressed: 0,
  holds: 0,
  violated: 0,
  vacuous: 0,
  unknown: 0,
  testsPassed: 0,
  testsFailed: 0,
  testsUnknown: 0,
}

type Count = keyof CheckSummary

const SEVERITY_COUNTS: Readonly<Record<Finding['severity'], Count>> = {
  error: 'errors',
  warning: 'warnings',
  note: 'notes',
}

const VERDICT_COUNTS: Readonly<Record<Answer['_tag'], Count>> = {
  Holds: 'holds',
  Violated: 'violated',
  Vacuous: 'vacuous',
  Unknown: 'unknown',
}

const TEST_COUNTS: Readonly<Record<Tested['outcome'], Count>> = {
  Passed: 'testsPassed',
  Failed: 'testsFailed',
  Unknown: 'testsUnknown',
}

/** What a result counts as; none for failures, because what counts is the file that could not be read. */
const countOf = (result: Result): readonly Count[] => {
  switch (result._tag) {
    case 'Finding':
      return [O.isSome(result.suppressed) ? 'suppressed' : SEVERITY_COUNTS[result.finding.severity]]
    case 'Asserted':
      return [VERDICT_COUNTS[verdictOf(result.asserted)]]
    case 'Tested':
      return [TEST_COUNTS[result.tested.outcome]]
    case 'Unreadable':
      return []
  }
}

/** Whether something of the file could not be read. */
export const isUnreadable = ({ results }: CheckedFile): boolean =>
  results.some(({ _tag }) => _tag === 'Unreadable')

/** The counts with one more file. An assertion counts once an account, with the worst of its answers. */
export const withFile = (summary: CheckSummary, file: CheckedFile): CheckSummary => {
  const counts: Record<Count, number> = { ...summary }
  counts.files += 1
  counts.accounts += file.accounts
  if (isUnreadable(file)) counts.unreadable += 1
  for (const count of file.results.flatMap(countOf)) counts[count] += 1
  return counts
}

/** The counts of some files. */
export const summaryOf = (files: readonly CheckedFile[]): CheckSummary =>
  files.reduce(withFile, NOTHING_CHECKED)

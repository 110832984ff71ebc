/**
 * How a check ends. The worst decides: what could not be read before what is wrong, what is wrong before
 * what is not known. Where nothing was checked at all, nothing is fine.
 */
import * as O from 'fp-ts/lib/Option.js'
import { SEVERITIES, type Severity } from '../../../advice/lint/index.js'
import { verdictOf } from '../../../advice/policy/index.js'
import type { CheckOutcome, CheckSummary, Result } from './check-report.js'

/** Whether a severity is at or above another. */
export const isAtLeast = (severity: Severity, failOn: Severity): boolean =>
  SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(failOn)

const countOf = ({ errors, warnings, notes }: CheckSummary, severity: Severity): number =>
  ({ error: errors, warning: warnings, note: notes })[severity]

/** What a check ends with. */
export const outcomeOf = (summary: CheckSummary, failOn: Severity): CheckOutcome => {
  const { files, unreadable, violated, vacuous, unknown, testsFailed, testsUnknown } = summary
  if (unreadable > 0 || files === 0) return 'bad-input'
  const found = SEVERITIES.filter((severity) => isAtLeast(severity, failOn))
    .map((severity) => countOf(summary, severity))
    .some((count) => count > 0)
  if (violated > 0 || vacuous > 0 || testsFailed > 0 || found) return 'no'
  return unknown > 0 || testsUnknown > 0 ? 'undecided' : 'clean'
}

/** The same decision for one result: what a check with nothing but this result ends with. */
export const outcomeOfResult = (result: Result, failOn: Severity): CheckOutcome => {
  switch (result._tag) {
    case 'Unreadable':
      return 'bad-input'
    case 'Finding':
      return O.isNone(result.suppressed) && isAtLeast(result.finding.severity, failOn) ? 'no' : 'clean'
    case 'Asserted': {
      const verdict = verdictOf(result.asserted)
      return verdict === 'Holds' ? 'clean' : verdict === 'Unknown' ? 'undecided' : 'no'
    }
    case 'Tested': {
      const { outcome } = result.tested
      return outcome === 'Passed' ? 'clean' : outcome === 'Unknown' ? 'undecided' : 'no'
    }
  }
}

/** The exit code of each outcome. */
export const CHECK_EXIT_CODES: Readonly<Record<CheckOutcome, 0 | 1 | 2 | 4>> = {
  clean: 0,
  no: 1,
  'bad-input': 2,
  undecided: 4,
}

/** What an outcome means, in one line: no full stop. */
export const exitMeaning = (outcome: CheckOutcome, failOn: Severity): string => {
  switch (outcome) {
    case 'clean':
      return `every claim holds, every test passes, and nothing is found at or above ${failOn}`
    case 'no':
      return `a claim is violated or vacuous, a test failed, or something is found at or above ${failOn}`
    case 'bad-input':
      return 'a file could not be read, so nothing is said for it'
    case 'undecided':
      return 'a claim or a test could not be decided; nothing is known to be wrong, and nothing is promised'
  }
}

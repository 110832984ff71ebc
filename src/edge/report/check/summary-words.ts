/** What was counted, in one line. */
import { counted } from '../words.js'
import type { CheckSummary } from './check-report.js'

/** Parts that are not nothing; the first of them with its noun. */
const parts = (...all: readonly (readonly [count: number, text: string])[]): readonly string[] =>
  all.filter(([count]) => count > 0).map(([, text]) => text)

const findingsText = ({ errors, warnings, notes }: CheckSummary): string =>
  parts(
    [errors, counted(errors, 'error')],
    [warnings, counted(warnings, 'warning')],
    [notes, counted(notes, 'note')],
  ).join(', ')

const claimsText = ({ holds, violated, vacuous, unknown }: CheckSummary): string => {
  const told = parts(
    [violated, `${String(violated)} violated`],
    [vacuous, `${String(vacuous)} vacuous`],
    [unknown, `${String(unknown)} unknown`],
    [holds, `${String(holds)} ${holds === 1 ? 'holds' : 'hold'}`],
  )
  return told.length === 0
    ? ''
    : `${counted(holds + violated + vacuous + unknown, 'claim')}: ${told.join(', ')}`
}

const testsText = ({ testsPassed, testsFailed, testsUnknown }: CheckSummary): string => {
  const told = parts(
    [testsFailed, `${String(testsFailed)} failed`],
    [testsUnknown, `${String(testsUnknown)} unknown`],
    [testsPassed, `${String(testsPassed)} passed`],
  )
  const all = testsPassed + testsFailed + testsUnknown
  return told.length === 0 ? '' : `${counted(all, 'test')}: ${told.join(', ')}`
}

/** `2 errors; 4 claims: 1 violated, 3 hold; 2 tests: 2 passed; 1 file, 3 accounts`. */
export const summaryText = (summary: CheckSummary): string => {
  const { files, accounts, unreadable, suppressed } = summary
  const findings = findingsText(summary)
  return [
    unreadable > 0 ? `${counted(unreadable, 'file')} not read` : '',
    findings === '' ? 'no findings' : findings,
    claimsText(summary),
    testsText(summary),
    suppressed > 0 ? `${String(suppressed)} suppressed` : '',
    `${counted(files, 'file')}, ${counted(accounts, 'account')}`,
  ]
    .filter((part) => part !== '')
    .join('; ')
}

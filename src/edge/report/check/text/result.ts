/** One result of a check as text. */
import * as O from 'fp-ts/lib/Option.js'
import type { Severity } from '../../../../advice/lint/index.js'
import { verdictOf, type Tested } from '../../../../advice/policy/index.js'
import { about } from '../../../../kernel/model/index.js'
import { failureOnPage } from '../../failure.js'
import { layOut, paragraph } from '../../layout.js'
import { span, strong, type Line } from '../../styled.js'
import type { CheckedFile, Result } from '../check-report.js'
import { TEST_LOOKS } from '../symbols.js'
import { assertedLines } from './asserted.js'
import { findingLines, placeLine } from './finding.js'
import type { TextPage } from './text-page.js'

const testedLines = ({ width }: TextPage, { test, outcome, says }: Tested): readonly Line[] => {
  const { symbol, word, role } = TEST_LOOKS[outcome]
  return [
    ...layOut(width)([
      paragraph(0, 2, span(`${symbol} test ${test.name}`, role), strong(` · ${test.on}: ${word}`)),
    ]),
    placeLine(test.place),
    ...layOut(width)([paragraph(2, 2, span(says))]),
  ]
}

/** Whether a result is told: what counts always, the rest and notes where everything is asked for. */
export const isTold = (result: Result, verbose: boolean, failOn: Severity): boolean => {
  switch (result._tag) {
    case 'Finding': {
      const isNote = result.finding.severity === 'note' && failOn !== 'note'
      return verbose || (O.isNone(result.suppressed) && !isNote)
    }
    case 'Asserted':
      return verbose || verdictOf(result.asserted) !== 'Holds'
    case 'Tested':
      return verbose || result.tested.outcome !== 'Passed'
    case 'Unreadable':
      return true
  }
}

/** The lines of a result. */
export const resultLines = (page: TextPage, file: CheckedFile, result: Result): readonly Line[] => {
  switch (result._tag) {
    case 'Finding':
      return findingLines(page, file.policy, result.finding, result.suppressed)
    case 'Asserted':
      return assertedLines(page, result.policy, result.asserted)
    case 'Tested':
      return testedLines(page, result.tested)
    case 'Unreadable':
      return failureOnPage(page.width)(about(file.file)(result.failure))
  }
}

/**
 * A check as text for people, one file after the other. What holds is counted only, unless everything is
 * asked for; the last lines say what was counted and what the exit code means.
 */
import * as O from 'fp-ts/lib/Option.js'
import type { Severity } from '../../../../advice/lint/index.js'
import { layOut, paragraph } from '../../layout.js'
import { bad, dim, good, renderLines, span, strong, warn, type Line, type Span } from '../../styled.js'
import { NARROWEST } from '../../text/page.js'
import { counted } from '../../words.js'
import type { CheckedFile, CheckEnd, CheckHead, CheckOutcome, CheckReporter } from '../check-report.js'
import { CHECK_EXIT_CODES, exitMeaning } from '../outcome.js'
import type { CheckSettings } from '../settings.js'
import { summaryText } from '../summary-words.js'
import { isTold, resultLines } from './result.js'
import type { TextPage } from './text-page.js'

/** Wider lines are hard to read. */
const WIDEST = 120

const fileLines = (page: TextPage, failOn: Severity, file: CheckedFile): readonly Line[] => {
  const told = file.results.filter((result) => isTold(result, page.verbose, failOn))
  if (told.length === 0) return []
  return [
    [strong(file.file), ...(O.isSome(file.policy) ? [dim(` · ${counted(file.accounts, 'account')}`)] : [])],
    [],
    ...told.flatMap((result) => [...resultLines(page, file, result), []]),
  ]
}

const signOf = (outcome: CheckOutcome): Span => {
  switch (outcome) {
    case 'clean':
      return good('✓')
    case 'no':
    case 'bad-input':
      return bad('✗')
    case 'undecided':
      return warn('?')
  }
}

const endLines = (page: TextPage, { failOn }: CheckHead, { summary, outcome }: CheckEnd): readonly Line[] =>
  layOut(page.width)([
    paragraph(0, 2, signOf(outcome), strong(` ${summaryText(summary)}`)),
    ...(summary.notes > 0 && !page.verbose && failOn !== 'note'
      ? [paragraph(2, 4, dim('--verbose tells the notes, and why claims hold'))]
      : []),
    paragraph(2, 4, span(`exit ${String(CHECK_EXIT_CODES[outcome])}: `), dim(exitMeaning(outcome, failOn))),
  ])

/** The reporter. */
export const checkText = ({ catalogue, paint, width, verbose }: CheckSettings): CheckReporter => {
  const page: TextPage = {
    width: Math.max(NARROWEST, Math.min(width, WIDEST)),
    verbose,
    says: catalogue.says,
  }
  const render = renderLines(paint)
  let head: CheckHead = { version: '', today: '', failOn: 'error' }
  return {
    head: (told) => {
      head = told
      return ''
    },
    file: (file) => render(fileLines(page, head.failOn, file)),
    end: (end) => render(endLines(page, head, end)),
  }
}

/**
 * A check as workflow commands of GitHub, which become notes beside the lines of a change. Whatever ends
 * the check badly is an error, whether it is wrong or not known. The last line is for the log.
 */
import * as O from 'fp-ts/lib/Option.js'
import type { Severity } from '../../../advice/lint/index.js'
import { verdictOf, type Place } from '../../../advice/policy/index.js'
import type { Failure } from '../../../kernel/model/index.js'
import { failureLines } from '../failure.js'
import { renderLines, shown, unpainted } from '../styled.js'
import type { CheckedFile, CheckHead, CheckReporter, Result } from './check-report.js'
import { CHECK_EXIT_CODES, exitMeaning } from './outcome.js'
import type { CheckSettings } from './settings.js'
import { summaryText } from './summary-words.js'
import { ANSWER_LOOKS, TEST_LOOKS } from './symbols.js'
import { isTold, resultLines } from './text/result.js'
import type { TextPage } from './text/text-page.js'

/** Columns of the texts in it: so many that sentences keep their lines, which the page breaks itself. */
const WIDTH = 400

type Command = 'error' | 'warning' | 'notice'

const COMMANDS: Readonly<Record<Severity, Command>> = { error: 'error', warning: 'warning', note: 'notice' }

/** A message: what ends a command, and the sign that begins an escape. */
const data = (text: string): string =>
  text
    .split('\n')
    .map(shown)
    .join('\n')
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A')

/** The value of a property: what ends it, too. */
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

interface Annotation {
  readonly command: Command
  readonly title: string
  readonly file: string
  readonly position: O.Option<Place['position']>
}

const annotationOf = (file: CheckedFile, result: Result): Annotation => {
  switch (result._tag) {
    case 'Finding': {
      const { rule, severity, place } = result.finding
      return { command: COMMANDS[severity], title: rule, file: place.file, position: O.some(place.position) }
    }
    case 'Asserted': {
      const { assertion, account } = result.asserted
      const { word } = ANSWER_LOOKS[verdictOf(result.asserted)]
      const title = `${assertion.id}: ${account}: ${word}`
      const { place } = assertion
      return { command: 'error', title, file: place.file, position: O.some(place.position) }
    }
    case 'Tested': {
      const { test, outcome } = result.tested
      const title = `test ${test.name}: ${TEST_LOOKS[outcome].word}`
      return { command: 'error', title, file: test.place.file, position: O.some(test.place.position) }
    }
    case 'Unreadable': {
      const { code, subject, position } = result.failure
      return { command: 'error', title: code, file: O.getOrElse(() => file.file)(subject), position }
    }
  }
}

const commandText = ({ command, title, file, position }: Annotation, message: string): string => {
  const properties = [
    `file=${property(file)}`,
    ...(O.isSome(position)
      ? [`line=${String(position.value.line)}`, `col=${String(position.value.column)}`]
      : []),
    `title=${property(title)}`,
  ]
  return `::${command} ${properties.join(',')}::${data(message)}\n`
}

/** What stands in the way of the check itself: no file of the change, where no line is named. */
export const githubFailures = (failures: readonly Failure[]): string =>
  failures
    .map((one) => {
      const message = renderLines(unpainted)(failureLines(one)).trimEnd()
      return O.isSome(one.position) && O.isSome(one.subject)
        ? commandText(
            { command: 'error', title: one.code, file: one.subject.value, position: one.position },
            message,
          )
        : `::error title=${property(one.code)}::${data(message)}\n`
    })
    .join('')

/** The reporter. What is told is what the text tells, and notes as well. */
export const checkGithub = ({ catalogue }: CheckSettings): CheckReporter => {
  const page: TextPage = { width: WIDTH, verbose: false, says: catalogue.says }
  let head: CheckHead = { version: '', today: '', failOn: 'error' }
  const message = (file: CheckedFile, result: Result): string =>
    renderLines(unpainted)(resultLines(page, file, result)).trimEnd()
  return {
    head: (told) => {
      head = told
      return ''
    },
    file: (file) =>
      file.results
        .filter((result) => isTold(result, false, 'note'))
        .map((result) => commandText(annotationOf(file, result), message(file, result)))
        .join(''),
    end: ({ summary, outcome }) =>
      `quorate: ${summaryText(summary)}; exit ${String(CHECK_EXIT_CODES[outcome])}: ${exitMeaning(outcome, head.failOn)}\n`,
  }
}

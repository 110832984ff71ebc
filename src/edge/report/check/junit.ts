/**
 * A check as JUnit XML: a suite a file; a case an assertion and account, a case a test, one case for the
 * findings of the file, and one for files that could not be read. A failure is something that is wrong, an
 * error something that is not known; nothing is ever skipped. Valid by the schema of Apache Ant, which
 * wants a time and a host that a check has not.
 */
import { verdictOf } from '../../../advice/policy/index.js'
import { renderLines, unpainted } from '../styled.js'
import { counted } from '../words.js'
import type { CheckedFile, CheckHead, CheckReporter, Result } from './check-report.js'
import { outcomeOfResult } from './outcome.js'
import { assertedMessage } from './result-message.js'
import type { CheckSettings } from './settings.js'
import { ANSWER_LOOKS, TEST_LOOKS } from './symbols.js'
import { resultLines } from './text/result.js'
import type { TextPage } from './text/text-page.js'
import { element, xmlText } from './xml.js'

/** Columns of the texts in it. */
const WIDTH = 100

/** What went wrong in a case. */
interface Trouble {
  readonly kind: 'failure' | 'error'
  readonly type: string
  readonly message: string
  readonly results: readonly Result[]
}

interface Case {
  readonly name: string
  readonly trouble: readonly Trouble[]
}

const troubleOf = (
  head: CheckHead,
  result: Result,
  told: Pick<Trouble, 'type' | 'message'>,
): readonly Trouble[] => {
  const outcome = outcomeOfResult(result, head.failOn)
  return outcome === 'clean'
    ? []
    : [{ kind: outcome === 'no' ? 'failure' : 'error', ...told, results: [result] }]
}

const caseOf =
  (page: TextPage, head: CheckHead) =>
  (result: Result): readonly Case[] => {
    if (result._tag === 'Asserted') {
      const { asserted } = result
      const type = ANSWER_LOOKS[verdictOf(asserted)].word
      const message = assertedMessage(page.says, asserted)
      const name = `${asserted.assertion.id}: ${asserted.account}`
      return [{ name, trouble: troubleOf(head, result, { type, message }) }]
    }
    if (result._tag === 'Tested') {
      const { test, outcome, says } = result.tested
      const type = TEST_LOOKS[outcome].word
      return [
        { name: `test ${test.name}: ${test.on}`, trouble: troubleOf(head, result, { type, message: says }) },
      ]
    }
    return []
  }

/** The case of the findings, and that of the reading. */
const wholeFileCases = (head: CheckHead, { results }: CheckedFile): readonly Case[] => {
  const unreadable = results.filter(({ _tag }) => _tag === 'Unreadable')
  const failing = results.filter(
    (result) => result._tag === 'Finding' && outcomeOfResult(result, head.failOn) !== 'clean',
  )
  const lint: Trouble = {
    kind: 'failure',
    type: 'findings',
    message: counted(failing.length, 'finding'),
    results: failing,
  }
  const reading: Trouble = {
    kind: 'error',
    type: 'unreadable',
    message: counted(unreadable.length, 'failure'),
    results: unreadable,
  }
  return [
    ...(unreadable.length > 0 ? [{ name: 'reading', trouble: [reading] }] : []),
    ...(unreadable.length > 0 && failing.length === 0
      ? []
      : [{ name: 'lint', trouble: failing.length > 0 ? [lint] : [] }]),
  ]
}

const suiteText = (page: TextPage, head: CheckHead, file: CheckedFile, id: number): string => {
  const cases = [...wholeFileCases(head, file), ...file.results.flatMap(caseOf(page, head))]
  const count = (kind: Trouble['kind']): number =>
    cases.filter(({ trouble }) => trouble.some((one) => one.kind === kind)).length
  const name = file.file.trim() === '' ? 'file' : file.file
  const body = ({ results }: Trouble): string =>
    renderLines(unpainted)(results.flatMap((result) => [...resultLines(page, file, result), []]))
  const caseText = ({ name: called, trouble }: Case): string =>
    element(
      'testcase',
      { name: called, classname: name, time: 0 },
      ...trouble.map((one) =>
        element(one.kind, { type: one.type, message: one.message }, xmlText(`\n${body(one)}`)),
      ),
    )
  return element(
    'testsuite',
    {
      name,
      package: 'quorate',
      id,
      tests: cases.length,
      failures: count('failure'),
      errors: count('error'),
      time: 0,
      timestamp: `${head.today}T00:00:00`,
      hostname: 'localhost',
    },
    '\n',
    element('properties', {}, element('property', { name: 'accounts', value: file.accounts })),
    ...cases.map((one) => `\n${caseText(one)}`),
    '\n<system-out/><system-err/>\n',
  )
}

/** The reporter. */
export const checkJunit = ({ catalogue }: CheckSettings): CheckReporter => {
  const page: TextPage = { width: WIDTH, verbose: false, says: catalogue.says }
  let head: CheckHead = { version: '', today: '', failOn: 'error' }
  let next = 0
  return {
    head: (told) => {
      head = told
      return '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n'
    },
    file: (file) => `${suiteText(page, head, file, next++)}\n`,
    end: () => '</testsuites>\n',
  }
}

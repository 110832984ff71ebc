/**
 * A check as SARIF 2.1.0, for code scanning and editors. The descriptors come first, then the results of
 * each file as it is checked; only failures to read are kept, for the invocation at the end.
 */
import type { Json } from '../../json-list.js'
import type { CheckedFile, CheckEnd, CheckHead, CheckReporter } from '../check-report.js'
import { CHECK_EXIT_CODES, exitMeaning } from '../outcome.js'
import type { CheckSettings } from '../settings.js'
import { descriptorsOf } from './descriptors.js'
import { failureLocation, failureMessage, sarifResults } from './result.js'

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json'

const notificationsOf = ({ file, results }: CheckedFile): readonly Json[] =>
  results.flatMap((result) =>
    result._tag === 'Unreadable'
      ? [
          {
            level: 'error',
            message: failureMessage(result.failure),
            locations: [failureLocation(result.failure, file)],
            properties: { code: result.failure.code },
          },
        ]
      : [],
  )

const toolOf = (settings: CheckSettings, { version }: CheckHead): Json => ({
  driver: {
    name: 'quorate',
    // Versions of code scanning compare: only what is a semantic version may say so.
    ...(/^\d+\.\d+\.\d+(?:[-+].+)?$/.test(version) ? { semanticVersion: version } : {}),
    version,
    rules: descriptorsOf(settings.catalogue),
  },
})

const invocationOf = (
  { failOn }: CheckHead,
  { outcome, summary }: CheckEnd,
  notifications: readonly Json[],
): Json => ({
  executionSuccessful: outcome !== 'bad-input',
  exitCode: CHECK_EXIT_CODES[outcome],
  exitCodeDescription: exitMeaning(outcome, failOn),
  toolExecutionNotifications: notifications,
  properties: { outcome, summary: { ...summary } },
})

/** The reporter. */
export const checkSarif = (settings: CheckSettings): CheckReporter => {
  let head: CheckHead = { version: '', today: '', failOn: 'error' }
  let isFirst = true
  const notifications: Json[] = []
  const piece = (result: Json): string => {
    const before = isFirst ? '\n' : ',\n'
    isFirst = false
    return before + JSON.stringify(result)
  }
  return {
    head: (told) => {
      head = told
      const tool = JSON.stringify(toolOf(settings, told))
      return `{"$schema":"${SCHEMA}","version":"2.1.0","runs":[{"tool":${tool},"columnKind":"utf16CodeUnits","results":[`
    },
    file: (file) => {
      notifications.push(...notificationsOf(file))
      return file.results
        .flatMap((result) => sarifResults(settings.catalogue, file, result))
        .map(piece)
        .join('')
    },
    end: (end) => `\n],"invocations":[${JSON.stringify(invocationOf(head, end, notifications))}]}]}\n`,
  }
}

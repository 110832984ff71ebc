/** The formats of `check` by name. A reporter tells one check; the next one needs another. */
import type { CheckReporter } from './check-report.js'
import { checkGithub } from './github.js'
import { checkJson, checkJsonLines } from './json/reporter.js'
import { checkJunit } from './junit.js'
import { checkMarkdown } from './markdown/reporter.js'
import { checkSarif } from './sarif/reporter.js'
import type { CheckSettings } from './settings.js'
import { checkText } from './text/reporter.js'

export const CHECK_FORMATS = {
  text: checkText,
  json: checkJson,
  jsonl: checkJsonLines,
  sarif: checkSarif,
  junit: checkJunit,
  github: checkGithub,
  markdown: checkMarkdown,
} as const satisfies Readonly<Record<string, (settings: CheckSettings) => CheckReporter>>

/** The name of a format. */
export type CheckFormat = keyof typeof CHECK_FORMATS

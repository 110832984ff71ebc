/** Telling on standard error what is wrong with an input. */
import { failureJson, failureLines } from '../../edge/report/failure.js'
import { renderLines } from '../../edge/report/styled.js'
import type { Failure } from '../../kernel/model/failure.js'
import type { ColourSetting } from './colour.js'
import { EXIT, type ExitCode } from './exit-code.js'
import type { Shell } from './shell.js'

/** The forms in which results are printed. */
export const FORMATS = ['text', 'json'] as const

/** One of them. */
export type Format = (typeof FORMATS)[number]

/** How a command prints. */
export interface Style {
  readonly format: Format
  readonly color: ColourSetting
  /** Whether GitHub reads standard output, and is told there as well what went wrong. */
  readonly isAnnotated?: boolean
}

/** Prints failures, and answers with the exit code for bad input. */
export const reportFailures = async (
  { stdout, stderr }: Shell,
  { format, color, isAnnotated = false }: Style,
  failures: readonly Failure[],
): Promise<ExitCode> => {
  if (isAnnotated) {
    const { githubFailures } = await import('../../edge/report/check/github.js')
    await stdout.output.write(githubFailures(failures))
  }
  await stderr.output.write(
    format === 'json'
      ? `${JSON.stringify({ formatVersion: 1, errors: failures.map(failureJson) }, null, 2)}\n`
      : renderLines(stderr.paint(color))(failures.flatMap(failureLines)),
  )
  return EXIT.badInput
}

/** `quorate diff`: who can do what in one of two descriptions only? */
import { Command } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type { Failure } from '../../../kernel/model/failure.js'
import { styleOptions } from '../arguments.js'
import { EXAMPLES, NOTES } from '../diff-help.js'
import { EXIT, type ExitCode } from '../exit-code.js'
import { usage, type OpenPorts, type Ran } from '../question-options.js'
import type { Style } from '../report-failures.js'
import type { Shell } from '../shell.js'
import {
  addSourceOptions,
  bothGiven,
  hasSource,
  reportUnanswered,
  sourceOf,
  type SourceFlags,
} from '../source-options.js'

interface Flags extends Style, SourceFlags {}

const nothingToCompare = (): readonly Failure[] =>
  usage('nothing is given that A could be compared with', 'give B, or --horizon or --rpc and a server')

interface Sides extends SourceFlags {
  readonly a: string
  readonly b: string | undefined
}

const run = async (
  { stdout, width }: Shell,
  open: OpenPorts,
  { a, b, ...flags }: Sides,
  style: Style,
): Ran => {
  if (b !== undefined && hasSource(flags))
    return [bothGiven('B', flags.horizon === undefined ? '--rpc' : '--horizon')]
  const source = await sourceOf(flags)
  if (E.isLeft(source)) return source.left
  const { diffLive, diffSides } = await import('../../programs/diff.js')
  const { gitRevisions } = await import('../../node/git.js')
  const ports = { files: (await open()).files, revisions: gitRevisions() }
  const report = O.isSome(source.right)
    ? await diffLive(ports)(a, source.right.value)
    : b === undefined
      ? E.left(nothingToCompare())
      : await diffSides(ports)(a, b)
  if (E.isLeft(report)) return report.left
  const { differencePageOf, differenceReportJson, isSameReport, renderJson, renderLines } =
    await import('../../../edge/report/index.js')
  await stdout.output.write(
    style.format === 'json'
      ? renderJson(differenceReportJson(report.right))
      : renderLines(stdout.paint(style.color))(differencePageOf(width)(report.right)),
  )
  return isSameReport(report.right) ? EXIT.yes : EXIT.no
}

/** The command; `done` hears of its exit code. */
export const diffCommand = (shell: Shell, open: OpenPorts, done: (code: ExitCode) => void): Command => {
  const command = new Command('diff')
    .summary('who can do what in one of two descriptions only')
    .description('Who can do what before and not after, or after and not before? Level by level, with names.')
    .argument('A', 'before: FILE, REV:FILE, either with #ACCOUNT, or -')
    .argument('[B]', 'after: the same; or the ledger, with --horizon or --rpc')
    .addHelpText('before', EXAMPLES)
    .addHelpText('after', NOTES)
    .action(async (a: string, b: string | undefined, flags: Flags) => {
      const style: Style = { format: flags.format, color: flags.color }
      const ran = await run(shell, open, { ...flags, a, b }, style)
      done(typeof ran === 'number' ? ran : await reportUnanswered(shell, style, ran))
    })
  addSourceOptions(command, 'what the accounts of A are now')
  for (const option of styleOptions()) command.addOption(option)
  return command
}

/** `quorate diff`: who can do what in one of two descriptions only? */
import { Command } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import { styleOptions } from '../arguments.js'
import { EXAMPLES, NOTES } from '../diff-help.js'
import { EXIT, type ExitCode } from '../exit-code.js'
import type { OpenPorts, Ran } from '../question-options.js'
import { reportFailures, type Style } from '../report-failures.js'
import type { Shell } from '../shell.js'

interface Flags extends Style {
  readonly json?: true
}

const run = async ({ stdout, width }: Shell, open: OpenPorts, a: string, b: string, style: Style): Ran => {
  const { diffSides } = await import('../../programs/diff.js')
  const { gitRevisions } = await import('../../node/git.js')
  const report = await diffSides({ files: (await open()).files, revisions: gitRevisions() })(a, b)
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
    .argument('B', 'after: the same')
    .option('--json', 'the same as --format json')
    .addHelpText('before', EXAMPLES)
    .addHelpText('after', NOTES)
    .action(async (a: string, b: string, flags: Flags) => {
      const style: Style = { format: flags.json === true ? 'json' : flags.format, color: flags.color }
      const ran = await run(shell, open, a, b, style)
      done(typeof ran === 'number' ? ran : await reportFailures(shell, style, ran))
    })
  for (const option of styleOptions()) command.addOption(option)
  return command
}

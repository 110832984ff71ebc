/** `quorate check`: does every policy still say what was promised? */
import { Command } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import type { Failure } from '../../../kernel/model/failure.js'
import { EXAMPLES, NOTES } from '../check-help.js'
import { addCheckOptions, checkJob, type CheckFlags, type CheckJob } from '../check-options.js'
import { EXIT, type ExitCode } from '../exit-code.js'
import type { OpenPorts } from '../question-options.js'
import { reportFailures, type Style } from '../report-failures.js'
import type { Shell } from '../shell.js'

/** Failures are JSON where the report on standard output is. */
const styleOf = ({ targets, color }: CheckJob): Style => ({
  format: targets.some(({ format, file }) => file === undefined && /^jsonl?$/.test(format)) ? 'json' : 'text',
  color,
  isAnnotated: targets.some(({ format, file }) => file === undefined && format === 'github'),
})

const run = async (shell: Shell, open: OpenPorts, job: CheckJob): Promise<ExitCode> => {
  const report = (failures: readonly Failure[]): Promise<ExitCode> =>
    reportFailures(shell, styleOf(job), failures)
  const { runCheck } = await import('../run-check.js')
  const { gitRevisions, nodeDrafts, nodeWatcher } = await import('../../node/index.js')
  const once = async () =>
    runCheck(shell, { ports: { ...(await open()), revisions: gitRevisions() }, drafts: nodeDrafts() }, job)
  if (job.watch) {
    const { watchCheck } = await import('../watch-check.js')
    const watcher = nodeWatcher()
    try {
      return await watchCheck(shell, watcher, job, once, report)
    } finally {
      watcher.end()
    }
  }
  const { code, failures } = await once()
  if (failures.length === 0) return code
  const told = await report(failures)
  return code === EXIT.fault ? code : told
}

/** The command; `done` hears of its exit code. */
export const checkCommand = (shell: Shell, open: OpenPorts, done: (code: ExitCode) => void): Command =>
  addCheckOptions(
    new Command('check')
      .summary('does every policy still say what was promised? claims, tests, rules')
      .description(
        'Does every policy still say what was promised? Decides all claims, runs all tests, and looks for mistakes and risks.',
      )
      .argument('[PATH...]', 'files and folders, or - for standard input; otherwise this folder'),
  )
    .addHelpText('before', EXAMPLES)
    .addHelpText('after', NOTES)
    .action(async (paths: readonly string[], flags: CheckFlags) => {
      const job = checkJob(paths, flags, () => new Date())
      const isAnnotated = flags.format?.includes('github') ?? false
      const style: Style = { format: 'text', color: flags.color, isAnnotated }
      done(E.isLeft(job) ? await reportFailures(shell, style, [job.left]) : await run(shell, open, job.right))
    })

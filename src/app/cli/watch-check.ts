/** Checking again whenever a file changes, until somebody ends it. */
import * as O from 'fp-ts/lib/Option.js'
import { folderOf } from '../../edge/source/index.js'
import type { Failure } from '../../kernel/model/failure.js'
import type { Watcher } from '../ports.js'
import { isPolicyPath } from '../programs/find-policy-files.js'
import type { CheckJob } from './check-options.js'
import type { ExitCode } from './exit-code.js'
import type { CheckRun } from './run-check.js'
import type { Shell } from './shell.js'

/** Everything on the way from the folder that one is in to a file: new folders appear there. */
const foldersTo = (file: string): readonly string[] => {
  const folder = folderOf(file)
  const parts = folder.split('/')
  return file.startsWith('/') || folder.startsWith('..')
    ? [folder]
    : ['.', ...parts.map((_, index) => parts.slice(0, index + 1).join('/'))]
}

const namesOf = ({ request, baseline }: CheckJob): readonly string[] => [
  ...request.paths,
  ...[request.base, request.state, request.stellarToml].flatMap((one) => (O.isSome(one) ? [one.value] : [])),
  ...(O.isSome(baseline) ? [baseline.value.file] : []),
]

const last = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/** An envelope, a known file, a policy, or a folder. What this program writes itself is none of these. */
const interest =
  (names: ReadonlySet<string>, written: ReadonlySet<string>) =>
  (name: string): boolean =>
    !written.has(name) &&
    !name.startsWith('.') &&
    (names.has(name) || isPolicyPath(name) || name.endsWith('.xdr') || !name.includes('.'))

/** Waits where files of the job are, or may come to be. */
const wait = (watcher: Watcher, job: CheckJob, files: readonly string[]): void => {
  const named = namesOf(job)
  const all = [...named, ...files]
  const folders = new Set([...named, '.', ...all.flatMap(foldersTo)])
  const written = new Set(job.targets.flatMap(({ file }) => (file === undefined ? [] : [last(file)])))
  watcher.watch([...folders], interest(new Set(all.map(last)), written))
}

/** Runs the job again and again; the exit code is that of its last run. */
export const watchCheck = async (
  shell: Shell,
  watcher: Watcher,
  job: CheckJob,
  run: () => Promise<CheckRun>,
  report: (failures: readonly Failure[]) => Promise<ExitCode>,
): Promise<ExitCode> => {
  let code: ExitCode
  wait(watcher, job, [])
  do {
    if (shell.stdout.isTerminal) await shell.stdout.output.write('\u001b[2J\u001b[3J\u001b[H')
    const ran = await run()
    code = ran.failures.length > 0 ? await report(ran.failures) : ran.code
    wait(watcher, job, ran.files)
    await shell.stderr.output.write('waiting for changes; Ctrl-C ends it\n')
  } while (await watcher.next())
  return code
}

/**
 * The built program in this process: its own modules and ports, streams that are recorded, no start.
 * One at a time, for the folder and the environment are the process's own.
 */
import { join } from 'node:path'
import type { runCli } from '../../src/app/cli/cli.js'
import { paintFor, usesColour } from '../../src/app/cli/colour.js'
import type { Channel } from '../../src/app/cli/shell.js'
import { ROOT } from './repository.js'

/** What it printed, on each stream and on both in their order, and its exit code. */
export interface Ran {
  readonly stdout: string
  readonly stderr: string
  readonly both: string
  readonly exit: number
}

/** Where it runs. */
export interface Around {
  readonly cwd: string
  readonly env: NodeJS.ProcessEnv
}

type Run = typeof runCli

const built = async (): Promise<Run> =>
  ((await import(join(ROOT, 'dist', 'app', 'cli', 'cli.js'))) as { readonly runCli: Run }).runCli

const runNow = async (args: readonly string[], { cwd, env }: Around): Promise<Ran> => {
  const run = await built()
  const text = { stdout: '', stderr: '', both: '' }
  const channel = (stream: 'stdout' | 'stderr'): Channel => ({
    output: {
      write: (more) => {
        text[stream] += more
        text.both += more
        return Promise.resolve(true)
      },
    },
    isTerminal: false,
    paint: (setting) => paintFor(usesColour(setting, env, false)),
  })
  const [before, own] = [process.cwd(), process.env]
  process.chdir(cwd)
  process.env = env
  try {
    const shell = { stdout: channel('stdout'), stderr: channel('stderr'), width: 80, now: () => 0 }
    return { exit: await run(args, shell), ...text }
  } finally {
    process.chdir(before)
    process.env = own
  }
}

let last: Promise<unknown> = Promise.resolve()

/** One run, after those that were asked for before. */
export const runBuilt = (args: readonly string[], around: Around): Promise<Ran> => {
  const next = last.then(() => runNow(args, around))
  last = next.catch(() => undefined)
  return next
}

/** They read standard input, or go on until they are stopped. */
const NEEDS_A_PROCESS = /^(?:-|serve|--watch|--batch|--color\b.*)$/

/** Whether a command line asks for nothing that only a process has. */
export const needsNoProcess = (args: readonly string[]): boolean =>
  args.every((word) => !NEEDS_A_PROCESS.test(word))

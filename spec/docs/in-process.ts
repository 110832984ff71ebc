/**
 * Runs a command of the docs in this process, where it is one program with plain words and no shell is
 * needed. It is the built program with its own ports; what is saved is the start, for a hundred commands.
 */
import { join } from 'node:path'
import { unpainted } from '../../src/edge/report/index.js'
import type { runCli } from '../../src/app/cli/cli.js'
import type { Channel } from '../../src/app/cli/shell.js'
import { ROOT } from '../support/repository.js'
import { type Outcome, outputLines } from './console-block.js'

const WORD = /^(?:[\w./=,:@+%#-]+|'[^']*')$/

/** They read what nobody gives here, go on until they are stopped, or ask for colours. */
const NEEDS_A_PROCESS = /^(?:-|serve|--watch|--batch|--color\b.*)$/

/** The arguments of a command that is `quorate` and plain words; undefined where it takes a shell. */
export const plainArguments = (command: string): readonly string[] | undefined => {
  const [program, ...words] = command
    .replaceAll('\\\n', ' ')
    .trim()
    .split(/\s+(?=(?:[^']*'[^']*')*[^']*$)/)
  const isPlain =
    program === 'quorate' &&
    words.length > 0 &&
    words.every((word) => WORD.test(word) && !NEEDS_A_PROCESS.test(word))
  return isPlain ? words.map((word) => word.replaceAll("'", '')) : undefined
}

type Run = typeof runCli

const built = async (): Promise<Run> =>
  ((await import(join(ROOT, 'dist', 'app', 'cli', 'cli.js'))) as { readonly runCli: Run }).runCli

/** One run in a folder and with an environment that are this process's own again afterwards. */
export const runInProcess = async (
  args: readonly string[],
  folder: string,
  env: NodeJS.ProcessEnv,
): Promise<Outcome> => {
  let text = ''
  const write = (more: string): Promise<boolean> => {
    text += more
    return Promise.resolve(true)
  }
  // Both streams in one, in their order, as a terminal shows them.
  const channel: Channel = { output: { write }, isTerminal: false, paint: () => unpainted }
  const [before, own] = [process.cwd(), process.env]
  const run = await built()
  process.chdir(folder)
  process.env = env
  try {
    const exit = await run(args, { stdout: channel, stderr: channel, width: 80, now: () => 0 })
    return { output: outputLines(text), exit }
  } finally {
    process.chdir(before)
    process.env = own
  }
}

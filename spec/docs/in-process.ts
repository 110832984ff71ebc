/** Commands of the docs that need no shell: one program with plain words, run in this process. */
import { needsNoProcess, runBuilt } from '../support/run-built.js'
import { type Outcome, outputLines } from './console-block.js'

const WORD = /^(?:[\w./=,:@+%#-]+|'[^']*')$/

/** The arguments of a command that is `quorate` and plain words; undefined where it takes a shell. */
export const plainArguments = (command: string): readonly string[] | undefined => {
  const [program, ...words] = command
    .replaceAll('\\\n', ' ')
    .trim()
    .split(/\s+(?=(?:[^']*'[^']*')*[^']*$)/)
  const isPlain =
    program === 'quorate' &&
    words.length > 0 &&
    words.every((word) => WORD.test(word)) &&
    needsNoProcess(words)
  return isPlain ? words.map((word) => word.replaceAll("'", '')) : undefined
}

/** One run in a folder and with an environment; both streams in one, as a terminal shows them. */
export const runInProcess = async (
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<Outcome> => {
  const { both, exit } = await runBuilt(args, { cwd, env })
  return { output: outputLines(both), exit }
}

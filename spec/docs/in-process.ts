/** Commands of the docs that begin with `quorate` and plain words: that part is run in this process. */
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { needsNoProcess, runBuilt } from '../support/run-built.js'
import { type Outcome, outputLines } from './console-block.js'

/** What `quorate` is told, and where its output goes: to who looks, into a file, or into another command. */
export interface PlainCommand {
  readonly args: readonly string[]
  readonly file?: string
  readonly pipe?: string
}

/** Runs what only a shell can, with this as its standard input. */
export type RunShell = (command: string, input: string) => Outcome

const WORD = /^\s*(?:([\w./=,:@+%#-]+|'[^']*'|"[^"$`\\]*")(?=\s|$)|(>|\|(?!\|))\s*(.*)$)/

/** The words up to the end, or up to the first `>` or `|` and what follows it. */
const split = (line: string, words: readonly string[]): PlainCommand | undefined => {
  if (line.trim() === '') return { args: words }
  const [all, word, operator, rest] = WORD.exec(line) ?? []
  if (all === undefined) return undefined
  if (word !== undefined)
    return split(line.slice(all.length), [...words, word.replaceAll(/^['"]|['"]$/g, '')])
  if (operator === '|') return { args: words, pipe: rest! }
  return /^[\w./-]+$/.test(rest!) ? { args: words, file: rest! } : undefined
}

/** A command as such; undefined where all of it takes a shell. */
export const plainCommand = (command: string): PlainCommand | undefined => {
  const [, line] = /^quorate(\s.+)$/.exec(command.replaceAll('\\\n', ' ')) ?? []
  const plain = line === undefined ? undefined : split(line, [])
  return plain !== undefined && plain.args.length > 0 && needsNoProcess(plain.args) ? plain : undefined
}

/** One run in a folder and with an environment; both streams in one, as a terminal shows them. */
export const runInProcess = async (
  { args, file, pipe }: PlainCommand,
  cwd: string,
  env: NodeJS.ProcessEnv,
  inShell: RunShell,
): Promise<Outcome> => {
  const { stdout, stderr, both, exit } = await runBuilt(args, { cwd, env })
  if (file !== undefined) writeFileSync(resolve(cwd, file), stdout)
  if (pipe === undefined) return { output: outputLines(file === undefined ? both : stderr), exit }
  // What is an error is seen at once; what goes on waits for the next command.
  const next = inShell(pipe, stdout)
  return { output: [...outputLines(stderr), ...next.output], exit: next.exit }
}

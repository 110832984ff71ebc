/**
 * A console block: commands after `$ `, each with the lines it prints.
 *
 *   $ quorate --version
 *   0.1.0
 *
 * `...` alone on a line stands for any lines, `[exit 1]` as the last line for the exit code. A command
 * that ends in a backslash goes on in the next line.
 */
import { type Block } from './block.js'

export interface Step {
  readonly line: number
  readonly command: string
  readonly expected: readonly string[]
  readonly exit: number
}

/** What a command did. */
export interface Outcome {
  readonly output: readonly string[]
  readonly exit: number
}

const PROMPT = '$ '
const EXIT = /^\[exit (\d+)\]$/

const isPrompt = (line: string): boolean => line.startsWith(PROMPT)

const withoutBlankEnd = (lines: readonly string[]): readonly string[] =>
  lines.slice(0, lines.findLastIndex((line) => line !== '') + 1)

/** Lines of an output; blank lines at its end do not count. */
export const outputLines = (text: string): readonly string[] => withoutBlankEnd(text.split('\n'))

/** How many lines the command that starts at an index takes. */
const commandLength = (lines: readonly string[], at: number): number => {
  let end = at
  while (end + 1 < lines.length && lines[end]?.endsWith('\\')) end++
  return end - at + 1
}

const stepAt = (block: Block, at: number): Step => {
  const { lines } = block
  const body = at + commandLength(lines, at)
  const next = lines.findIndex((line, index) => index >= body && isPrompt(line))
  const printed = withoutBlankEnd(lines.slice(body, next < 0 ? lines.length : next))
  const exit = EXIT.exec(printed.at(-1) ?? '')?.[1]
  return {
    line: block.line + at,
    command: lines.slice(at, body).join('\n').slice(PROMPT.length),
    expected: exit === undefined ? printed : printed.slice(0, -1),
    exit: Number(exit ?? 0),
  }
}

/** The steps of a block. Throws where a block does not begin with a command. */
export const stepsOf = (block: Block): readonly Step[] => {
  if (!isPrompt(block.lines[0] ?? ''))
    throw new Error(`${block.path}:${String(block.line)} a console block begins with a \`$ \` command`)
  const steps: Step[] = []
  for (let at = 0; at < block.lines.length; at++) {
    if (!isPrompt(block.lines[at] ?? '')) continue
    steps.push(stepAt(block, at))
    at += commandLength(block.lines, at) - 1
  }
  return steps
}

/** Whether lines are as expected, `...` standing for any lines. */
export const matches = (expected: readonly string[], output: readonly string[]): boolean => {
  const [first, ...rest] = expected
  if (first === undefined) return output.length === 0
  if (first !== '...') return first === output[0] && matches(rest, output.slice(1))
  return output.some((_, skipped) => matches(rest, output.slice(skipped))) || matches(rest, [])
}

/** A step's lines as a block holds them, after the command has done what it did. */
export const renderStep = (step: Step, { output, exit }: Outcome): readonly string[] => [
  ...`${PROMPT}${step.command}`.split('\n'),
  ...(matches(step.expected, output) ? step.expected : output),
  ...(exit === 0 ? [] : [`[exit ${String(exit)}]`]),
]

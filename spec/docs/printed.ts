/**
 * What an example says it prints: every `// => text` comment is one line, in order. An example without
 * such comments may print what it likes.
 */
import { format } from 'node:util'

/** The lines an example promises to print. */
export const promisedLines = (lines: readonly string[]): readonly string[] =>
  lines.flatMap((line) => {
    const promised = /\/\/ => ?(.*)$/.exec(line)?.[1]
    return promised === undefined ? [] : [promised.trimEnd()]
  })

const METHODS = ['log', 'info', 'warn', 'error'] as const

/** Runs something and returns the lines it wrote to the console, which stays silent meanwhile. */
export const printedBy = async (run: () => Promise<unknown>): Promise<readonly string[]> => {
  const original = METHODS.map((method) => [method, console[method]] as const)
  const printed: string[] = []
  for (const method of METHODS)
    console[method] = (...values: unknown[]) => void printed.push(...format(...values).split('\n'))
  try {
    await run()
  } finally {
    for (const [method, write] of original) console[method] = write
  }
  return printed.map((line) => line.trimEnd())
}

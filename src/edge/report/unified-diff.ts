/**
 * Two texts as a unified diff, as `git apply` and `patch` read it. Lines that stay are found by the longest
 * common subsequence of what lies between the common start and the common end.
 */

/** One line of the way from one text to the other. */
interface Step {
  readonly mark: ' ' | '-' | '+'
  readonly line: string
}

/** Lines around a change. */
const CONTEXT = 3

/** Tables with more cells are not made: then everything in between is replaced. */
const MOST_CELLS = 4_000_000

/** Lines with their newlines, so that a last line without one is another line. */
const linesOf = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? []

const step =
  (mark: Step['mark']) =>
  (line: string): Step => ({ mark, line })

const between = (before: readonly string[], after: readonly string[]): readonly Step[] => {
  const [rows, columns] = [before.length, after.length]
  if (rows === 0 || columns === 0 || rows * columns > MOST_CELLS)
    return [...before.map(step('-')), ...after.map(step('+'))]
  const width = columns + 1
  const longest = new Uint32Array((rows + 1) * width)
  const at = (row: number, column: number): number => longest[row * width + column] ?? 0
  for (let row = rows - 1; row >= 0; row--)
    for (let column = columns - 1; column >= 0; column--)
      longest[row * width + column] =
        before[row] === after[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1))
  const steps: Step[] = []
  let [row, column] = [0, 0]
  while (row < rows || column < columns) {
    const [was, is] = [before[row], after[column]]
    if (was !== undefined && was === is) {
      steps.push({ mark: ' ', line: was })
      row++
      column++
    } else if (was !== undefined && (is === undefined || at(row + 1, column) >= at(row, column + 1))) {
      steps.push({ mark: '-', line: was })
      row++
    } else if (is !== undefined) {
      steps.push({ mark: '+', line: is })
      column++
    }
  }
  return steps
}

const stepsOf = (before: readonly string[], after: readonly string[]): readonly Step[] => {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start++
  let end = 0
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++
  return [
    ...before.slice(0, start).map(step(' ')),
    ...between(before.slice(start, before.length - end), after.slice(start, after.length - end)),
    ...before.slice(before.length - end).map(step(' ')),
  ]
}

/** Ranges of steps with a change and its surroundings; those that touch are one. */
const hunksOf = (steps: readonly Step[]): readonly (readonly [from: number, to: number])[] => {
  const hunks: [number, number][] = []
  steps.forEach(({ mark }, index) => {
    if (mark === ' ') return
    const [from, to] = [Math.max(0, index - CONTEXT), Math.min(steps.length, index + CONTEXT + 1)]
    const last = hunks.at(-1)
    if (last !== undefined && from <= last[1]) last[1] = to
    else hunks.push([from, to])
  })
  return hunks
}

const countOf = (steps: readonly Step[], mark: '-' | '+'): number =>
  steps.filter((one) => one.mark === ' ' || one.mark === mark).length

/** Where no line is told, the line before counts. */
const range = (before: number, count: number): string =>
  `${String(count === 0 ? before : before + 1)}${count === 1 ? '' : `,${String(count)}`}`

const hunkText = (steps: readonly Step[], [from, to]: readonly [number, number]): string => {
  const [earlier, own] = [steps.slice(0, from), steps.slice(from, to)]
  const old = range(countOf(earlier, '-'), countOf(own, '-'))
  const fresh = range(countOf(earlier, '+'), countOf(own, '+'))
  const body = own.map(
    ({ mark, line }) => `${mark}${line}${line.endsWith('\n') ? '' : '\n\\ No newline at end of file\n'}`,
  )
  return `@@ -${old} +${fresh} @@\n${body.join('')}`
}

/** The way from one text of a file to another; empty where they are the same. */
export const unifiedDiff = (file: string, before: string, after: string): string => {
  if (before === after) return ''
  const steps = stepsOf(linesOf(before), linesOf(after))
  // An absolute path stays one: `patch` would look for it below the root of a repository.
  const [old, fresh] = file.startsWith('/') ? [file, file] : [`a/${file}`, `b/${file}`]
  return `--- ${old}\n+++ ${fresh}\n${hunksOf(steps)
    .map((hunk) => hunkText(steps, hunk))
    .join('')}`
}

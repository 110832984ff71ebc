/** Facts in columns: a label and its lines; or a label and two states side by side. */
import * as O from 'fp-ts/lib/Option.js'
import { layOut, padded, paragraph } from '../../layout.js'
import { span, strong, widthOfLine, type Line, type Role } from '../../styled.js'
import type { Fact } from '../facts.js'

const INDENT = 2
const LABEL = 20
const GAP = 2

const cellLines = (width: number, lines: readonly string[], role: Role): readonly Line[] =>
  layOut(width)(lines.map((text) => paragraph(0, 2, span(text, role))))

const fill = (line: Line, width: number): Line => [
  ...line,
  span(' '.repeat(Math.max(0, width - widthOfLine(line)))),
]

const labelled = (label: string, lines: readonly Line[]): readonly Line[] =>
  lines.map((line, index) => [
    span(padded(`${' '.repeat(INDENT)}${index === 0 ? label : ''}`, LABEL)),
    ...line,
  ])

/** A fact with its label at the left. */
export const factLines =
  (width: number) =>
  ({ label, lines, role }: Fact): readonly Line[] =>
    labelled(label, cellLines(width - LABEL, lines, role))

/** A fact before and after; where both say the same, once. */
export interface FactPair {
  readonly label: string
  readonly before: O.Option<Fact>
  readonly after: O.Option<Fact>
}

/**
 * Facts of two states, put together by what they are about, in the order of the first that has them;
 * what is out of reach is said first.
 */
export const pairs = (before: readonly Fact[], after: readonly Fact[]): readonly FactPair[] => {
  const find = (facts: readonly Fact[], id: string): O.Option<Fact> =>
    O.fromNullable(facts.find((one) => one.id === id))
  const onlyAfter = after.filter(({ id }) => !before.some((one) => one.id === id))
  const all = [...before, ...onlyAfter]
  const isFirst = ({ id }: Fact): boolean => id === 'reach'
  return [...all.filter(isFirst), ...all.filter((one) => !isFirst(one))].map(({ id, label }) => ({
    label,
    before: find(before, id),
    after: find(after, id),
  }))
}

/** Whether both states say the same. */
export const isSame = ({ before, after }: FactPair): boolean =>
  O.isSome(before) && O.isSome(after) && before.value.lines.join('\n') === after.value.lines.join('\n')

const columnOf = (width: number): number => Math.floor((width - LABEL - GAP) / 2)

const side = (fact: O.Option<Fact>, width: number): readonly Line[] =>
  O.isSome(fact) ? cellLines(width, fact.value.lines, fact.value.role) : [[span('–', 'dim')]]

/** Two states side by side. */
export const pairLines =
  (width: number) =>
  (pair: FactPair): readonly Line[] => {
    const column = columnOf(width)
    const left = side(pair.before, column)
    const right: readonly Line[] = isSame(pair) ? [[span('the same', 'dim')]] : side(pair.after, column)
    const rows = Array.from({ length: Math.max(left.length, right.length) }, (_, index) => [
      ...fill(left[index] ?? [], column + GAP),
      ...(right[index] ?? []),
    ])
    return labelled(pair.label, rows).map(trimmed)
  }

const trimmed = (line: Line): Line => {
  const last = line.at(-1)
  if (last === undefined) return line
  const text = last.text.trimEnd()
  return text === '' ? trimmed(line.slice(0, -1)) : [...line.slice(0, -1), { ...last, text }]
}

/** The heads of the two columns. */
export const pairHead = (width: number): Line => [
  span(' '.repeat(LABEL)),
  strong(padded('Before', columnOf(width) + GAP)),
  strong('After'),
]

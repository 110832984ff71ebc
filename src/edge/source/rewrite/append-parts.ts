/** Appending entries or items: as lines where lines are, in brackets where brackets are. */
import { partTexts, type Notation } from './flow-text.js'
import type { Collection, Located, Part } from './located.js'
import {
  columnOf,
  cut,
  endsLine,
  insert,
  isBlank,
  lineBreakOf,
  lineEnd,
  lineStart,
  type Splice,
} from './splice.js'
import type { Tree } from '../tree/tree.js'

/** What is appended: the same as lines, and as a tree. */
export interface Fragment {
  readonly lines: readonly string[]
  readonly tree: Tree
}

/** Where it goes. */
export interface Target {
  readonly value: Located
  /** The part whose value it is; none at the root. */
  readonly holder: Part | undefined
  /** Whether the holder stands in brackets. */
  readonly isInFlow: boolean
}

/** Lines after the line of an offset; a text in `|` ends after its line break. */
const linesAfter = (text: string, offset: number, indent: number, lines: readonly string[]): Splice => {
  const newline = lineBreakOf(text)
  const indented = lines.map((line) => (line === '' ? '' : ' '.repeat(indent) + line))
  return offset > 0 && text[offset - 1] === '\n'
    ? insert(offset, indented.map((line) => line + newline).join(''))
    : insert(lineEnd(text, offset), indented.map((line) => newline + line).join(''))
}

const inBrackets = (notation: Notation, { tree }: Fragment): string => {
  const parts = partTexts(notation)(tree).join(', ')
  return tree._tag === 'Map' ? `{ ${parts} }` : `[${parts}]`
}

const underHolder = (text: string, holder: Part, fragment: Fragment, from: number, to: number) => [
  cut(from, to),
  linesAfter(text, to, columnOf(text, holder.start) + 2, fragment.lines),
]

const toNothing = (text: string, notation: Notation, fragment: Fragment, target: Target) => {
  const { value, holder, isInFlow } = target
  if (holder === undefined || isInFlow)
    return [{ from: value.start, to: value.end, text: ` ${inBrackets(notation, fragment)}` }]
  return underHolder(text, holder, fragment, value.start, value.end)
}

const toEmptyFlow = (
  text: string,
  notation: Notation,
  fragment: Fragment,
  { value, holder, isInFlow }: Target,
) => {
  const isOneLine =
    isBlank(text, value.start + 1, value.end - 1) &&
    holder !== undefined &&
    isBlank(text, holder.afterMark, value.start)
  if (isOneLine && !isInFlow) return underHolder(text, holder, fragment, holder.afterMark, value.end)
  if (isBlank(text, value.start + 1, value.end - 1))
    return [{ from: value.start, to: value.end, text: inBrackets(notation, fragment) }]
  // Comments stand in the brackets; beside the first one, nothing has to be indented.
  return [insert(value.start + 1, ` ${partTexts(notation)(fragment.tree).join(', ')}`)]
}

const toFlow = (text: string, notation: Notation, { tree }: Fragment, list: Collection, last: Part) => {
  const parts = partTexts(notation)(tree)
  const end = list.lastComma === undefined ? last.end : list.lastComma + 1
  const start = lineStart(text, last.start)
  if (!isBlank(text, start, last.start) || !endsLine(text, end))
    return [insert(end, `${list.lastComma === undefined ? ', ' : ' '}${parts.join(', ')}`)]
  // Lines of their own: the comment of the last one stays beside it.
  const before = lineBreakOf(text) + text.slice(start, last.start)
  const lines = parts.map((part, i) => before + part + (i + 1 < parts.length ? ',' : ''))
  const below = insert(lineEnd(text, end), lines.join(''))
  return list.lastComma === undefined ? [insert(end, ','), below] : [below]
}

/** The splices that append a fragment of the same kind as its target, or to nothing. */
export const appendParts =
  (text: string, notation: Notation) =>
  (fragment: Fragment, target: Target): readonly Splice[] => {
    const { value } = target
    if (value._tag === 'Scalar') return toNothing(text, notation, fragment, target)
    const [first, last] = [value.parts[0], value.parts.at(-1)]
    if (first === undefined || last === undefined) return toEmptyFlow(text, notation, fragment, target)
    return value.isFlow
      ? toFlow(text, notation, fragment, value, last)
      : [linesAfter(text, value.end, columnOf(text, first.start), fragment.lines)]
  }

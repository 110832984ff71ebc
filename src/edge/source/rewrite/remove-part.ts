/** Removing an entry or an item: its lines where it has lines of its own, else its text and its comma. */
import type { Collection, Part } from './located.js'
import { cut, endsLine, insert, isBlank, lineEnd, lineStart, nextLine, type Splice } from './splice.js'

const emptyOf = ({ _tag }: Collection): string => (_tag === 'Map' ? '{}' : '[]')

const startsLine = (text: string, offset: number): boolean => isBlank(text, lineStart(text, offset), offset)

/** Where the last line of a part ends, its comment with it; a part in `|` ends after its line break. */
const endOfLines = (text: string, end: number): number =>
  end > 0 && text[end - 1] === '\n' ? end : nextLine(text, end)

const beforeBreak = (text: string, end: number): number =>
  end > 0 && text[end - 1] === '\n' ? lineEnd(text, lineStart(text, end - 1)) : end

const linesOf = (text: string, { start, end }: Part): Splice =>
  cut(lineStart(text, start), endOfLines(text, end))

/** Without the blanks at the end of what stays before it. */
const cutToLineEnd = (text: string, start: number, end: number): Splice => {
  const before = text.slice(0, start).replace(/[ \t]+$/, '').length
  const last = beforeBreak(text, end)
  return cut(before, text[end - 1] === '\n' ? last : lineEnd(text, end))
}

const lastOfBlock = (text: string, parent: Collection, part: Part, holder: Part | undefined) => {
  const isBelow = holder !== undefined && text.slice(holder.afterMark, parent.start).includes('\n')
  return isBelow
    ? [insert(holder.afterMark, ` ${emptyOf(parent)}`), linesOf(text, part)]
    : [{ from: part.start, to: beforeBreak(text, part.end), text: emptyOf(parent) }]
}

const fromBlock = (
  text: string,
  parent: Collection,
  part: Part,
  holder: Part | undefined,
): readonly Splice[] => {
  if (parent.parts.length === 1) return lastOfBlock(text, parent, part, holder)
  return startsLine(text, part.start) ? [linesOf(text, part)] : [cutToLineEnd(text, part.start, part.end)]
}

const onlyOfFlow = (text: string, parent: Collection, part: Part): readonly Splice[] => {
  const after = parent.lastComma === undefined ? part.end : parent.lastComma + 1
  const rest = text.slice(parent.start + 1, part.start) + text.slice(after, parent.end - 1)
  return rest.trim() === ''
    ? [{ from: parent.start, to: parent.end, text: emptyOf(parent) }]
    : withComma(text, part, parent.lastComma)
}

/** The part and one comma, each alone, or the lines of the part where it fills them. */
const withComma = (text: string, part: Part, comma: number | undefined): readonly Splice[] => {
  const isBeside = comma !== undefined && comma >= part.end && isBlank(text, part.end, comma)
  const end = isBeside ? comma + 1 : part.end
  const item =
    startsLine(text, part.start) && endsLine(text, end)
      ? cut(lineStart(text, part.start), nextLine(text, end))
      : cut(part.start, end)
  return comma === undefined || isBeside ? [item] : [cut(comma, comma + 1), item]
}

const fromFlow = (text: string, parent: Collection, part: Part): readonly Splice[] => {
  const { parts, lastComma } = parent
  if (parts.length === 1) return onlyOfFlow(text, parent, part)
  const next = parts[parts.indexOf(part) + 1]
  const comma = next?.comma ?? lastComma ?? part.comma
  if (startsLine(text, part.start) || comma === undefined) return withComma(text, part, comma)
  if (next !== undefined)
    return isBlank(text, comma + 1, next.start) ? [cut(part.start, next.start)] : withComma(text, part, comma)
  return part.comma !== undefined && isBlank(text, part.comma + 1, part.start)
    ? [cut(part.comma, part.end)]
    : withComma(text, part, comma)
}

/** The splices that remove a part. `holder` is the part whose value its collection is. */
export const removePart =
  (text: string) =>
  (parent: Collection, part: Part, holder: Part | undefined): readonly Splice[] =>
    parent.isFlow ? fromFlow(text, parent, part) : fromBlock(text, parent, part, holder)

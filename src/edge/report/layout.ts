/**
 * From what is to be said to lines of a width: paragraphs that wrap under themselves, and rows that keep
 * two numbers at the right edge.
 */
import { span, widthOf, widthOfLine, type Line, type Span } from './styled.js'

/** What a page is made of. */
export type Block =
  | { readonly _tag: 'Blank' }
  /** Text that starts at one column and goes on at another. */
  | {
      readonly _tag: 'Paragraph'
      readonly indent: number
      readonly hang: number
      readonly spans: readonly Span[]
    }
  /** The same, with cells at the right edge of its first line, each so many columns wide. */
  | {
      readonly _tag: 'Row'
      readonly indent: number
      readonly hang: number
      readonly spans: readonly Span[]
      readonly cells: readonly Cell[]
    }

/** One cell at the right edge. */
export interface Cell {
  readonly span: Span
  readonly width: number
}

export const BLANK: Block = { _tag: 'Blank' }

export const paragraph = (indent: number, hang: number, ...spans: readonly Span[]): Block => ({
  _tag: 'Paragraph',
  indent,
  hang,
  spans,
})

export const row = (indent: number, hang: number, spans: readonly Span[], cells: readonly Cell[]): Block => ({
  _tag: 'Row',
  indent,
  hang,
  spans,
  cells,
})

/** Pieces that stand together; between words a line may break. */
type Word = readonly Span[]

const wordsIn = (spans: readonly Span[]): readonly Word[] => {
  const words: Span[][] = [[]]
  for (const { text, role } of spans)
    for (const [index, part] of text.split(' ').entries()) {
      if (index > 0) words.push([])
      if (part !== '') words.at(-1)?.push(span(part, role))
    }
  return words.filter((word) => word.length > 0)
}

/** Parts of a word that fit a width. Only a word longer than a line comes in more than one. */
const cut = (word: Word, width: number): readonly Word[] => {
  if (widthOfLine(word) <= width) return [word]
  return word.flatMap(({ text, role }) => {
    const letters = [...text]
    const parts: Word[] = []
    for (let at = 0; at < letters.length; at += width)
      parts.push([span(letters.slice(at, at + width).join(''), role)])
    return parts
  })
}

const padding = (columns: number): readonly Span[] => (columns > 0 ? [span(' '.repeat(columns))] : [])

/** Neighbours of one role as one span. */
const merged = (line: Line): Line => {
  const spans: Span[] = []
  for (const one of line) {
    const last = spans.at(-1)
    if (last?.role === one.role) spans[spans.length - 1] = span(last.text + one.text, one.role)
    else spans.push(one)
  }
  return spans
}

/** The role of the space between two words: that of both, where they agree, so that it joins one span. */
const gap = (before: Word, after: Word): Span => {
  const role = before.at(-1)?.role
  return span(' ', role !== undefined && role === after[0]?.role ? role : 'plain')
}

const wrap = (spans: readonly Span[], indent: number, hang: number, width: number): readonly Line[] => {
  const narrowest = Math.max(1, width - Math.max(indent, hang))
  const lines: Span[][] = []
  let line: Span[] = [...padding(indent)]
  let last: Word | undefined
  for (const word of wordsIn(spans).flatMap((one) => cut(one, narrowest))) {
    const fits = last === undefined || widthOfLine(line) + 1 + widthOfLine(word) <= width
    if (!fits) {
      lines.push(line)
      line = [...padding(hang)]
    } else if (last !== undefined) line.push(gap(last, word))
    line.push(...word)
    last = word
  }
  return [...lines, line].map(merged)
}

const cellText = ({ span: { text, role }, width }: Cell): Span => span(text.padStart(width), role)

const lay = (width: number, block: Block): readonly Line[] => {
  switch (block._tag) {
    case 'Blank':
      return [[]]
    case 'Paragraph':
      return wrap(block.spans, block.indent, block.hang, width)
    case 'Row': {
      const right = block.cells.map(cellText)
      if (right.length === 0) return wrap(block.spans, block.indent, block.hang, width)
      const room = width - widthOfLine(right)
      const [first = [], ...rest] = wrap(block.spans, block.indent, block.hang, room)
      return [[...first, ...padding(room - widthOfLine(first)), ...right], ...rest]
    }
  }
}

/** Blocks as lines of a width. */
export const layOut =
  (width: number) =>
  (blocks: readonly Block[]): readonly Line[] =>
    blocks.flatMap((block) => lay(width, block))

/** A text padded on the right to a width. */
export const padded = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - widthOf(text)))

/** Splices: exact ranges of a text and what stands there instead; and the lines that ranges are made of. */

/** What stands from `from` up to `to` becomes `text`. */
export interface Splice {
  readonly from: number
  readonly to: number
  readonly text: string
}

export const insert = (at: number, text: string): Splice => ({ from: at, to: at, text })

export const cut = (from: number, to: number): Splice => ({ from, to, text: '' })

/** The text with some splices, none of which touches another. */
export const spliced = (text: string, splices: readonly Splice[]): string => {
  let [result, done] = ['', 0]
  for (const { from, to, text: instead } of splices.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    if (from < done || to < from) throw new Error('invariant: splices that overlap')
    result += text.slice(done, from) + instead
    done = to
  }
  return result + text.slice(done)
}

/** Where the line of an offset begins. */
export const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1

/** Where the line of an offset ends, before its line break. */
export const lineEnd = (text: string, offset: number): number => {
  const newline = text.indexOf('\n', offset)
  if (newline < 0) return text.length
  return newline > offset && text[newline - 1] === '\r' ? newline - 1 : newline
}

/** Where the line after begins; the end of the text where there is none. */
export const nextLine = (text: string, offset: number): number => {
  const newline = text.indexOf('\n', offset)
  return newline < 0 ? text.length : newline + 1
}

/** How lines end in a text: as its first one does. */
export const lineBreakOf = (text: string): string => (/\r?\n/.exec(text) ?? ['\n'])[0]

/** Whether nothing but blanks stands in a range of one line. */
export const isBlank = (text: string, from: number, to: number): boolean =>
  /^[ \t]*$/.test(text.slice(from, to))

/** Whether nothing but blanks and perhaps a comment stands from an offset to the end of its line. */
export const endsLine = (text: string, offset: number): boolean =>
  /^[ \t]*(?:#.*)?$/.test(text.slice(offset, lineEnd(text, offset)))

/** How far to the right something stands in its line. */
export const columnOf = (text: string, offset: number): number => offset - lineStart(text, offset)

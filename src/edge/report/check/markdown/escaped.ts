/** Texts in Markdown: nothing that a name or a file says can begin markup, a link, or call somebody. */
import { shown } from '../../styled.js'

/** Signs that mean something within a line, each with a backslash before it. */
const SIGNS = /[\\`*_[\]#|~$]|^\s*(?:[-+=]|\d+[.)])/g

/** The text on one line, as it is. */
export const markdownText = (text: string): string =>
  // Four spaces at the beginning of a line would make it code, in which nothing is escaped.
  shown(text)
    .trim()
    .replaceAll('&', '&amp;')
    .replace(SIGNS, (sign) => sign.replace(/.$/, (last) => `\\${last}`))
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('://', ':&#8203;//')
    .replaceAll('@', '@&#8203;')
    .replace(/www\./gi, (word) => `${word.slice(0, 3)}&#8203;.`)

/** A row of a table. */
export const tableRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

/** A table of cells that are Markdown already; `right` are the columns of numbers. */
export const markdownTable = (
  head: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly number[] = [],
): string =>
  [
    tableRow(head),
    tableRow(head.map((_, index) => (right.includes(index) ? '--:' : '---'))),
    ...rows.map(tableRow),
  ].join('\n')

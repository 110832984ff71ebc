/** Markdown from data. The formatter lines up the tables afterwards. */

/** A table; cells hold no line breaks. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string => {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** A fenced block. */
export const fence = (language: string, text: string): string =>
  ['```' + language, text.replace(/\n$/, ''), '```'].join('\n')

const WIDTH = 110

/** A text in lines of at most 110 columns; lines after the first are indented. */
export const wrapped = (text: string, indent = ''): string => {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && indent.length + line.length + 1 + word.length > WIDTH) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line].join(`\n${indent}`)
}

/** `a`, `a and b`, `a, b and c`. */
export const joined = (words: readonly string[], last = 'and'): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`

/** A name as code. */
export const code = (text: string): string => `\`${text}\``

/** A text whose first letter is a capital. */
export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

/** A file is not to be edited: what to say at its head. */
export const GENERATED = '<!-- Written by `npm run generate`. Edit what it is made from. -->'

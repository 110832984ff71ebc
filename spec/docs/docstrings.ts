/** Fenced blocks inside the docstrings of a TypeScript text. */
import { type Block } from './block.js'
import { fencesOf } from './fences.js'

/** A docstring of several lines. The newline after the stars keeps globs in texts out. */
const DOCSTRING = /\/\*\*[ \t]*\n[\s\S]*?\*\//g

const blank = (text: string): string => text.replace(/[^\n]/g, '')

/** Everything but docstrings emptied, and their stars removed: Markdown with the same line numbers. */
const asMarkdown = (text: string): string => {
  let markdown = ''
  let end = 0
  for (const match of text.matchAll(DOCSTRING)) {
    markdown += blank(text.slice(end, match.index))
    markdown += match[0].replace(/^\/\*\*[ \t]*|\*\/$/g, '').replace(/^[ \t]*\*(?: |$)/gm, '')
    end = match.index + match[0].length
  }
  return markdown + blank(text.slice(end))
}

/** Every fenced block of every docstring, with the line it has in the file. */
export const docstringFencesOf = (path: string, text: string): readonly Block[] =>
  fencesOf(path, asMarkdown(text))

/** Fenced blocks of a Markdown text. */
import { type Block } from './block.js'

const OPENING = /^(\s*)(`{3,}|~{3,})([^\s`]*)[ \t]*([^`]*)$/

const isClosing = (line: string, fence: string): boolean => {
  const text = line.trim()
  return text.length >= fence.length && text === fence.charAt(0).repeat(text.length)
}

const without = (indent: string, line: string): string =>
  line.startsWith(indent) ? line.slice(indent.length) : line.trimStart()

/** Every fenced block, in order. A fence that nobody closes runs to the end, as Markdown says. */
export const fencesOf = (path: string, text: string): readonly Block[] => {
  const lines = text.split('\n')
  const blocks: Block[] = []
  for (let at = 0; at < lines.length; at++) {
    const opening = OPENING.exec(lines[at] ?? '')
    if (opening === null) continue
    const [, indent = '', fence = '', language = '', flags = ''] = opening
    const first = at + 1
    at = first
    while (at < lines.length && !isClosing(lines[at] ?? '', fence)) at++
    blocks.push({
      path,
      line: first + 1,
      language,
      flags: flags.split(/\s+/).filter((flag) => flag !== ''),
      lines: lines.slice(first, at).map((line) => without(indent, line)),
    })
  }
  return blocks
}

/** A Markdown text with the lines of its fenced blocks emptied, so that line numbers stay. */
export const withoutFences = (text: string): string => {
  const lines = text.split('\n')
  for (const block of fencesOf('', text)) lines.fill('', block.line - 2, block.line + block.lines.length)
  return lines.join('\n')
}

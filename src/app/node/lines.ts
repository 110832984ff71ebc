/**
 * Chunks of bytes as lines. What is kept is the line that has begun, up to a limit: of a longer one the
 * rest is let go while it comes, so that an input of any size takes the same memory.
 */
import type { InputLine } from '../ports.js'

/** So much of a line that is too long is kept, to find its name in. */
const KEPT_START = 1024

const NEWLINE = 10

/** A reader of lines that is fed chunk by chunk. */
export interface LineSplitter {
  /** The lines that this chunk completes. */
  readonly feed: (chunk: Buffer) => readonly InputLine[]
  /** The last line, where the input does not end in a newline. */
  readonly end: () => readonly InputLine[]
}

/** A splitter for lines of at most `limit` bytes. */
export const lineSplitter = (limit: number): LineSplitter => {
  let parts: Buffer[] = []
  let length = 0

  const keep = (part: Buffer): void => {
    const isOver = length > limit
    length += part.length
    if (isOver || part.length === 0) return
    parts.push(part)
    if (length <= limit) return
    const start = Buffer.concat(parts).subarray(0, KEPT_START)
    // Copied, or a kilobyte would hold on to the chunk that it is part of.
    parts = [Buffer.from(start)]
  }

  const take = (): InputLine => {
    const text = (parts.length === 1 ? parts[0] : Buffer.concat(parts))?.toString('utf8') ?? ''
    const line: InputLine = length > limit ? { _tag: 'TooLong', start: text, limit } : { _tag: 'Line', text }
    parts = []
    length = 0
    return line
  }

  return {
    feed: (chunk) => {
      const lines: InputLine[] = []
      let from = 0
      for (let to = chunk.indexOf(NEWLINE); to >= 0; to = chunk.indexOf(NEWLINE, from)) {
        keep(chunk.subarray(from, to))
        lines.push(take())
        from = to + 1
      }
      keep(chunk.subarray(from))
      return lines
    },
    end: () => (length > 0 ? [take()] : []),
  }
}

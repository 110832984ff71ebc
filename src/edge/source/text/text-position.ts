/** Lines and columns of offsets into a text; both count from 1, columns in UTF-16 units. */
import type { Position } from '../../../kernel/model/index.js'

const startsOf = (text: string): readonly number[] => {
  const starts = [0]
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1)
  return starts
}

/** How many line starts stand at or before an offset. */
const linesUpTo = (starts: readonly number[], offset: number): number => {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] as number) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** Position of an offset into a text. The lines are found once, so ask often. */
export const positionIn = (text: string): ((offset: number) => Position) => {
  const starts = startsOf(text)
  return (offset) => {
    const line = linesUpTo(starts, offset)
    return { line, column: offset - (starts[line - 1] as number) + 1 }
  }
}

/** The grid of lost and stolen keys: what still holds, in the worst case. */
import type { GridCell, LevelAnalysis } from '../../../../advice/coalition/index.js'
import { levelsText } from '../account-words.js'
import { box, INK, moved, SOFT_INK, text, WIDTH, type Piece } from './element.js'

interface State {
  readonly mark: string
  readonly word: string
  readonly fill: string
  readonly ink: string
}

const FINE: State = { mark: '', word: 'can act, and is safe', fill: '#cfe6f5', ink: INK }
const LOCKED: State = { mark: 'L', word: 'can be locked', fill: '#f2d64b', ink: INK }
const STOLEN: State = { mark: 'T', word: 'a thief can act', fill: '#a84300', ink: '#ffffff' }
const BOTH: State = { mark: 'LT', word: 'locked, and a thief can act', fill: '#1a1a1a', ink: '#ffffff' }
const UNKNOWN: State = { mark: '?', word: 'not searched', fill: '#eeeeee', ink: SOFT_INK }

const stateOf = ({ canAct, isSafe }: GridCell): State => {
  if (canAct === 'Unknown' || isSafe === 'Unknown') return UNKNOWN
  if (canAct === 'No') return isSafe === 'No' ? BOTH : LOCKED
  return isSafe === 'No' ? STOLEN : FINE
}

const ROOM = 240
const LEFT = 40
const TOP = 62

/** Below so many pixels a cell holds no letter: then its whole region has one. */
const LEGIBLE = 16

const middleOf = (places: readonly number[]): number => (Math.min(...places) + Math.max(...places) + 1) / 2

/** States fill rectangles, so that one letter in the middle names all cells of a region. */
const regionMarks = (cells: readonly GridCell[], size: number): string =>
  [LOCKED, STOLEN, BOTH, UNKNOWN]
    .map((state) => {
      const own = cells.filter((cell) => stateOf(cell) === state)
      if (own.length === 0) return ''
      const x = LEFT + middleOf(own.map(({ stolen }) => stolen)) * size
      const y = TOP + middleOf(own.map(({ lost }) => lost)) * size
      return text(x, y + 4, state.mark, { anchor: 'middle', fill: state.ink, weight: 'bold', size: 12 })
    })
    .join('')

const cellsOf = (level: LevelAnalysis, size: number): string => {
  if (level.grid._tag === 'Unknown') return ''
  const cells = level.grid.rows.flat()
  const isLegible = size >= LEGIBLE
  const boxes = cells.map((cell) => {
    const { mark, fill, ink } = stateOf(cell)
    const [x, y] = [LEFT + cell.stolen * size, TOP + cell.lost * size]
    if (!isLegible) return box(x, y, size, size, fill, 0)
    const label =
      mark === ''
        ? ''
        : text(x + size / 2, y + size / 2 + 4, mark, {
            anchor: 'middle',
            fill: ink,
            weight: 'bold',
            size: Math.min(12, size * 0.45),
          })
    return box(x + 1, y + 1, size - 2, size - 2, fill) + label
  })
  return boxes.join('') + (isLegible ? '' : regionMarks(cells, size))
}

/** The grid of levels with the same rule. */
const gridOf = (levels: readonly LevelAnalysis[]): Piece => {
  const [level] = levels
  const rows = level?.grid._tag === 'Known' ? level.grid.rows : []
  const columns = rows[0]?.length ?? 0
  const size = Math.min(30, Math.floor(ROOM / Math.max(1, columns, rows.length)))
  // Numbers of a large grid stand too close: every second, or every fifth, is enough.
  const every = size >= LEGIBLE ? 1 : size >= 10 ? 2 : 5
  const number = (at: number): boolean => at % every === 0
  const tops = Array.from({ length: columns }, (_, at) =>
    number(at) ? text(LEFT + at * size + size / 2, TOP - 6, String(at), { anchor: 'middle', size: 11 }) : '',
  )
  const lefts = rows.map((_, at) =>
    number(at) ? text(LEFT - 8, TOP + at * size + size / 2 + 4, String(at), { anchor: 'end', size: 11 }) : '',
  )
  return {
    height: TOP + rows.length * size,
    body: [
      text(0, 14, levelsText(levels.map((one) => one.level)), { weight: 'bold' }),
      text(LEFT, 36, 'keys stolen →', { size: 11, fill: SOFT_INK }),
      text(0, TOP - 6, 'lost ↓', { size: 11, fill: SOFT_INK }),
      ...tops,
      ...lefts,
      level === undefined ? '' : cellsOf(level, size),
    ].join(''),
  }
}

const LEGEND_ROW = 22

const legend = (): Piece => ({
  height: LEGEND_ROW,
  body: [FINE, LOCKED, STOLEN, BOTH]
    .map(({ mark, word, fill, ink }, index) => {
      const x = index * 215
      return (
        box(x, 2, 20, 18, fill) +
        text(x + 10, 15, mark, { anchor: 'middle', fill: ink, weight: 'bold', size: 11 }) +
        text(x + 26, 15, word, { size: 12 })
      )
    })
    .join(''),
})

/** The grids of an account side by side, and what their colours mean. */
export const grids = (groups: readonly (readonly LevelAnalysis[])[]): Piece => {
  const pieces = groups.map(gridOf)
  const height = Math.max(0, ...pieces.map((piece) => piece.height))
  const column = Math.floor(WIDTH / 3)
  const title = text(0, 14, 'Any so many keys lost, and any so many stolen', { weight: 'bold', size: 15 })
  return {
    height: 28 + height + 16 + LEGEND_ROW,
    body: [
      title,
      ...pieces.map((piece, index) => moved(index * column, 28, piece)),
      moved(0, 28 + height + 16, legend()),
    ].join('\n'),
  }
}

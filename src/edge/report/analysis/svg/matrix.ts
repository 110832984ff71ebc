/** Who can do what at which level: a row a signer, a column a level. */
import { totalOf } from '../../../../kernel/model/index.js'
import type { AccountAnalysis, LevelAnalysis } from '../../../../advice/coalition/index.js'
import type { Names } from '../../names.js'
import { signerLabel } from '../report.js'
import { box, cut, SOFT_INK, text, WIDTH, type Piece } from './element.js'

/** What a signer is at a level; words and colours say the same. */
interface Part {
  readonly word: string
  readonly fill: string
  readonly ink: string
}

const WHITE = '#ffffff'
const PARTS = {
  sole: { word: 'decides alone, for all', fill: '#a84300', ink: WHITE },
  alone: { word: 'enough alone', fill: '#0063a0', ink: WHITE },
  needed: { word: 'always needed', fill: '#a84300', ink: WHITE },
  others: { word: 'with others', fill: '#cfe6f5', ink: '#1a1a1a' },
  dummy: { word: 'never matters', fill: '#eeeeee', ink: SOFT_INK },
  lost: { word: 'lost', fill: '#eeeeee', ink: SOFT_INK },
  never: { word: 'out of reach', fill: '#1a1a1a', ink: WHITE },
  advance: { word: 'one transaction', fill: '#f6efc4', ink: '#1a1a1a' },
} as const satisfies Readonly<Record<string, Part>>

const partOf = (level: LevelAnalysis, id: string, isLost: boolean): Part => {
  if (level.configured.conditional.some((player) => player.id === id)) return PARTS.advance
  if (level.reach._tag !== 'Reachable') return PARTS.never
  if (isLost) return PARTS.lost
  const [isNeeded, isEnough] = [level.vetoes.includes(id), level.alone.includes(id)]
  if (isNeeded) return isEnough ? PARTS.sole : PARTS.needed
  if (isEnough) return PARTS.alone
  return level.dummies.includes(id) ? PARTS.dummy : PARTS.others
}

const NAME = 260
const CELL = Math.floor((WIDTH - NAME) / 3)
const ROW = 28
const HEAD = 44

const headOf = ({ level, configured }: LevelAnalysis, index: number): string => {
  const middle = NAME + index * CELL + CELL / 2
  const needs = `takes ${String(configured.needed)} of ${String(totalOf(configured.game))}`
  return [
    text(middle, 16, level, { weight: 'bold', size: 15, anchor: 'middle' }),
    text(middle, 34, needs, { anchor: 'middle', fill: SOFT_INK }),
  ].join('')
}

/** The matrix of an account. */
export const matrix = (names: Names, { changed, levels }: AccountAnalysis): Piece => {
  const [first] = levels
  const conditional = first?.configured.conditional ?? []
  const players = [...(first?.configured.game.players ?? []), ...conditional]
  const { lost, stolen, account } = changed
  const rows = players.map(({ id, weight }, row) => {
    const y = HEAD + row * ROW
    const marks = [
      ...(id === account.id ? ['master'] : []),
      ...(lost.includes(id) ? ['lost'] : []),
      ...(stolen.includes(id) ? ['stolen'] : []),
    ]
    const label = `${signerLabel(names)(id)}${marks.length > 0 ? ` (${marks.join(', ')})` : ''}`
    const cells = levels.map((level, index) => {
      const part = partOf(level, id, lost.includes(id))
      const x = NAME + index * CELL
      return (
        box(x + 2, y + 2, CELL - 4, ROW - 4, part.fill) +
        text(x + CELL / 2, y + 19, part.word, { anchor: 'middle', fill: part.ink })
      )
    })
    return (
      text(0, y + 19, cut(label, NAME - 60)) +
      text(NAME - 16, y + 19, String(weight), { anchor: 'end', weight: 'bold' }) +
      cells.join('')
    )
  })
  const head =
    text(0, 34, 'Signer', { fill: SOFT_INK }) +
    text(NAME - 16, 34, 'weight', { fill: SOFT_INK, anchor: 'end' })
  const none = players.length === 0 ? text(0, HEAD + 19, 'no signer', { fill: SOFT_INK }) : ''
  return {
    height: HEAD + Math.max(1, rows.length) * ROW,
    body: [head, ...levels.map(headOf), ...rows, none].join('\n'),
  }
}

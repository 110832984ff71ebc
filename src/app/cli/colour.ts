/** Whether to colour a stream, and with what. Colour only adds: words and symbols say everything. */
import { unpainted, type Paint, type Role } from '../../edge/report/styled.js'

/** What `--color` may say. */
export const COLOUR_SETTINGS = ['auto', 'always', 'never'] as const

/** When to colour. */
export type ColourSetting = (typeof COLOUR_SETTINGS)[number]

/**
 * Whether a stream gets colour. The flag decides; then NO_COLOR (no-color.org), FORCE_COLOR and a dumb
 * terminal; then whether anybody looks.
 */
export const usesColour = (
  setting: ColourSetting,
  env: Readonly<Record<string, string | undefined>>,
  isTerminal: boolean,
): boolean => {
  if (setting !== 'auto') return setting === 'always'
  const { NO_COLOR: no, FORCE_COLOR: force, TERM: terminal } = env
  if (no !== undefined && no !== '') return false
  if (force !== undefined) return force !== '0' && force !== 'false'
  return isTerminal && terminal !== 'dumb'
}

/** How each role is switched on and off (ECMA-48). The eight basic colours follow the reader's theme. */
const CODES: Readonly<Record<Exclude<Role, 'plain'>, readonly [on: number, off: number]>> = {
  good: [32, 39],
  bad: [31, 39],
  warn: [33, 39],
  dim: [2, 22],
  strong: [1, 22],
}

const painted: Paint = (role, text) =>
  role === 'plain' || text.trim() === ''
    ? text
    : `\u001b[${String(CODES[role][0])}m${text}\u001b[${String(CODES[role][1])}m`

/** The paint for a stream. */
export const paintFor = (isColoured: boolean): Paint => (isColoured ? painted : unpainted)

/** A trade in words: why no weights do what is wished. */
import type { Side, Trade } from '../../../advice/plan/index.js'
import { labelsOf } from '../analysis/report.js'
import type { Names } from '../names.js'
import { joined, levelWord } from '../words.js'

/** More groups than these are counted. */
const MOST_TOLD = 6

/** `anna+bruno`. */
const groupText = (names: Names, { keys }: Side): string =>
  keys.length === 0 ? 'nobody at all' : labelsOf(names)(keys).join('+')

interface Counted {
  readonly text: string
  readonly times: number
}

const groupsOf = (names: Names, sides: readonly Side[], withLevel: boolean): readonly Counted[] => {
  const counted = new Map<string, number>()
  for (const side of sides) {
    const text = `${groupText(names, side)}${withLevel ? ` for ${levelWord(side.level)}` : ''}`
    counted.set(text, (counted.get(text) ?? 0) + 1)
  }
  return [...counted].map(([text, times]) => ({ text, times }))
}

const listText = (groups: readonly Counted[]): string => {
  const texts = groups
    .slice(0, MOST_TOLD)
    .map(({ text, times }) => (times === 1 ? text : `${text} (${String(times)} times)`))
  const more = groups.length - texts.length
  return joined(more > 0 ? [...texts, `${String(more)} groups more`] : texts)
}

/**
 * The argument, in whole sentences: `anna+bruno and carla+dora would have to suffice for high. Together
 * they have the same signatures as anna+carla and bruno+dora, so one of these would suffice too, and must
 * not.`
 */
export const tradeText =
  (names: Names) =>
  ({ winning, losing }: Trade): string => {
    const levels = new Set(winning.map(({ level }) => level))
    const [only] = levels.size === 1 ? levels : []
    const win = listText(groupsOf(names, winning, only === undefined))
    const lose = listText(groupsOf(names, losing, only === undefined))
    const suffice = only === undefined ? 'suffice' : `suffice for ${levelWord(only)}`
    return `${win} would have to ${suffice}. Together they have the same signatures as ${lose}, so one of these would suffice too, and must not.`
  }

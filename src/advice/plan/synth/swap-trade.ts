/**
 * The shortest trades: two keys exchanged. Where one key is what some others need, and another is what
 * others need, and neither can stand in for the other, no weights say which is worth more.
 */
import { countAt, profileOf, type Profile, type RuleTable } from './profile.js'
import type { Side, Trade } from './trade.js'

/** Others who can act with one key and cannot with another in its place. */
interface Need {
  readonly at: number
  readonly others: Profile
}

const sizeOf = (profile: Profile): number => profile.reduce((sum, count) => sum + count, 0)

/** The fewest others who need a key of the first class, and for whom one of the second will not do. */
const needOf = (table: RuleTable, at: number, one: number, other: number): Need | undefined => {
  const { wins } = table.levels[at] as RuleTable['levels'][number]
  const [stride, instead] = [table.strides[one] as number, table.strides[other] as number]
  let [best, size] = [-1, Infinity]
  for (let profile = 0; profile < table.profiles; profile++) {
    if (countAt(table, profile, one) === table.classes[one]?.length) continue
    if (countAt(table, profile, other) === table.classes[other]?.length) continue
    if (wins[profile + stride] === 0 || wins[profile + instead] === 1) continue
    const own = sizeOf(profileOf(table, profile))
    if (own < size) [best, size] = [profile, own]
  }
  return best < 0 ? undefined : { at, others: profileOf(table, best) }
}

/** So many of each class, without two keys; from the front, or from the back. */
const named = (
  { classes }: RuleTable,
  others: Profile,
  without: readonly string[],
  from: 'front' | 'back',
): readonly string[] =>
  classes.flatMap((keys, place) => {
    const left = keys.filter((key) => !without.includes(key))
    const count = others[place] as number
    return from === 'front' ? left.slice(0, count) : left.slice(left.length - count)
  })

const tradeOf = (table: RuleTable, one: string, other: string, first: Need, second: Need): Trade => {
  const side = ({ at }: Need, keys: readonly string[], key: string): Side => ({
    level: (table.levels[at] as RuleTable['levels'][number]).level,
    keys: table.classes.flat().filter((each) => keys.includes(each) || each === key),
  })
  const some = named(table, first.others, [one, other], 'front')
  const others = named(table, second.others, [one, other], 'back')
  return {
    winning: [side(first, some, one), side(second, others, other)],
    losing: [side(first, some, other), side(second, others, one)],
  }
}

/** A trade of two keys; none where of any two keys one can always stand in for the other. */
export const swapTrade = (table: RuleTable): Trade | undefined => {
  let best: Trade | undefined
  const lengthOf = ({ winning }: Trade): number => winning.reduce((sum, { keys }) => sum + keys.length, 0)
  const levels = table.levels.map((_, at) => at)
  table.classes.forEach((keys, one) => {
    for (let other = 0; other < one; other++) {
      const needs = levels.map((at) => needOf(table, at, one, other))
      const theirs = levels.map((at) => needOf(table, at, other, one))
      for (const first of needs)
        for (const second of theirs) {
          if (first === undefined || second === undefined) continue
          const [key, instead] = [keys[0] as string, table.classes[other]?.[0] as string]
          const trade = tradeOf(table, key, instead, first, second)
          if (best === undefined || lengthOf(trade) < lengthOf(best)) best = trade
        }
    }
  })
  return best
}

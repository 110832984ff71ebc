/**
 * Trades of any length. Where inequalities cannot be kept, they add up to nonsense when each is counted
 * so often (Farkas): the groups that are to act then have no class more often than those that are not.
 * Dealing the keys of each class out in turn makes it so of every key, and who is missing joins.
 */
import type { ThresholdLevel } from '../../../kernel/model/index.js'
import type { Demand } from './demands.js'
import type { Profile, RuleTable } from './profile.js'
import type { Side, Trade } from './trade.js'

/** A demand of a proof, and how often it is counted. */
export interface Weighed {
  readonly demand: Demand
  readonly times: bigint
}

/** Groups beyond this are not named: nobody reads such a proof. */
const MOST_GROUPS = 2_000n

interface Dealt {
  readonly level: ThresholdLevel
  readonly profile: Profile
}

const repeated = (proof: readonly Weighed[], must: Demand['must']): readonly Dealt[] =>
  proof.flatMap(({ demand, times }) =>
    demand.must === must ? Array.from({ length: Number(times) }, () => demand) : [],
  )

/** Keys for profiles: those of each class in turn, so that none comes up more than once oftener than another. */
const dealt = ({ classes }: RuleTable, profiles: readonly Dealt[]): readonly Side[] => {
  const next = classes.map(() => 0)
  return profiles.map(({ level, profile }) => ({
    level,
    keys: classes.flatMap((keys, place) =>
      Array.from({ length: profile[place] as number }, () => {
        const at = next[place] as number
        next[place] = (at + 1) % keys.length
        return keys[at] as string
      }),
    ),
  }))
}

/** As many winning groups at each level as there are losing ones: the proof has no fewer. */
const evened = (winning: readonly Side[], losing: readonly Side[]): readonly Side[] => {
  const left = new Map<ThresholdLevel, number>()
  for (const { level } of losing) left.set(level, (left.get(level) ?? 0) + 1)
  return winning.filter(({ level }) => {
    const open = left.get(level) ?? 0
    left.set(level, open - 1)
    return open > 0
  })
}

const times = (sides: readonly Side[], key: string): number =>
  sides.filter(({ keys }) => keys.includes(key)).length

/** The winning groups with those who are missing: more people never hurt. */
const filledUp = (
  { classes }: RuleTable,
  winning: readonly Side[],
  losing: readonly Side[],
): readonly Side[] => {
  let sides = winning
  for (const key of classes.flat()) {
    let missing = times(losing, key) - times(sides, key)
    sides = sides.map((side) => {
      if (missing <= 0 || side.keys.includes(key)) return side
      missing -= 1
      return { ...side, keys: [...side.keys, key] }
    })
  }
  const order = classes.flat()
  return sides.map(({ level, keys }) => ({ level, keys: order.filter((key) => keys.includes(key)) }))
}

/** The trade that a proof stands for; none where it is too long for anybody to read. */
export const farkasTrade = (table: RuleTable, proof: readonly Weighed[]): Trade | undefined => {
  if (proof.reduce((sum, one) => sum + one.times, 0n) > MOST_GROUPS) return undefined
  const losing = dealt(table, repeated(proof, 'lose'))
  const winning = evened(dealt(table, repeated(proof, 'win')), losing)
  return { winning: filledUp(table, winning, losing), losing: filledUp(table, losing, []) }
}

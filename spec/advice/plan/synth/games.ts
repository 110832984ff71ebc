/** Monotone games of a few players as truth tables, and everything about them by looking at every group. */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { synthesize, type Synthesis, type Trade, type Wish } from '../../../../src/advice/plan/index.js'
import type { Formula } from '../../../../src/advice/policy/index.js'
import type { ThresholdLevel } from '../../../../src/kernel/model/index.js'

/** Whether each group acts; groups are bit masks. */
export type Table = readonly boolean[]

export const nameOf = (player: number): string => `p${String(player)}`

export const key = (name: string): Formula => ({ _tag: 'Key', said: name, key: name })

export const any = (count: number, ...of: readonly (Formula | string)[]): Formula => ({
  _tag: 'AnyOf',
  count,
  said: '',
  of: of.map((one) => (typeof one === 'string' ? key(one) : one)),
})

export const all = (...of: readonly (Formula | string)[]): Formula => any(of.length, ...of)

const playersIn = (mask: number, players: number): readonly number[] =>
  Array.from({ length: players }, (_, player) => player).filter((player) => ((mask >> player) & 1) === 1)

export const tableOf = (weights: readonly number[], quota: number): Table =>
  Array.from({ length: 2 ** weights.length }, (_, mask) => {
    let sum = 0
    for (let player = 0; player < weights.length; player++)
      if (((mask >> player) & 1) === 1) sum += weights[player]!
    return sum >= quota
  })

/** The game as any of its smallest groups. */
export const formulaOf = (table: Table, players: number): Formula =>
  any(
    1,
    ...table.flatMap((acts, mask) => {
      const members = playersIn(mask, players)
      return acts && members.every((player) => !table[mask ^ (1 << player)]!)
        ? [all(...members.map(nameOf))]
        : []
    }),
  )

/** Whether a group satisfies a formula, said once more. */
export const meets = (formula: Formula, keys: readonly string[]): boolean =>
  formula._tag === 'Key'
    ? keys.includes(formula.key)
    : formula.of.reduce((met, part) => met + Number(meets(part, keys)), 0) >= formula.count

const tally = (names: readonly string[]): string => [...names].sort().join(' ')

/** Whether a trade refutes all weights: each side as it has to be, and the same people in all. */
export const refutes = (trade: Trade, wishes: readonly Wish[]): boolean => {
  const wishAt = (level: ThresholdLevel): Formula => wishes.find((wish) => wish.level === level)!.exactly
  return (
    trade.winning.length > 0 &&
    trade.winning.every(({ level, keys }) => meets(wishAt(level), keys)) &&
    trade.losing.every(({ level, keys }) => !meets(wishAt(level), keys)) &&
    tally(trade.winning.map(({ level }) => level)) === tally(trade.losing.map(({ level }) => level)) &&
    tally(trade.winning.flatMap(({ keys }) => keys)) === tally(trade.losing.flatMap(({ keys }) => keys)) &&
    [...trade.winning, ...trade.losing].every(({ keys }) => new Set(keys).size === keys.length)
  )
}

export const found = (wishes: readonly Wish[], effort?: number): Synthesis => {
  const result = synthesize({ wishes, master: O.none }, effort)
  if (E.isLeft(result)) throw new Error(result.left.map(({ message }) => message).join())
  return result.right
}

export const high = (exactly: Formula): readonly Wish[] => [{ level: 'High', exactly }]

/** All monotone games of some players, those of nobody and of everybody left out. */
export const monotoneGames = (players: number): readonly Table[] => {
  const grow = (count: number): readonly Table[] => {
    if (count === 0) return [[false], [true]]
    const smaller = grow(count - 1)
    return smaller.flatMap((without) =>
      smaller
        .filter((withOne) => without.every((acts, mask) => !acts || withOne[mask]))
        .map((withOne) => [...without, ...withOne]),
    )
  }
  return grow(players).filter((table) => table.includes(true) && table.includes(false))
}

const permutations = (count: number): readonly (readonly number[])[] =>
  count === 0
    ? [[]]
    : permutations(count - 1).flatMap((rest) =>
        Array.from({ length: count }, (_, at) => [...rest.slice(0, at), count - 1, ...rest.slice(at)]),
      )

/** One game of each kind, whatever the players are called. */
export const upToNames = (games: readonly Table[], players: number): readonly Table[] => {
  const moves = permutations(players).map((order) =>
    Array.from({ length: 2 ** players }, (_, mask) =>
      playersIn(mask, players).reduce((moved, player) => moved | (1 << order[player]!), 0),
    ),
  )
  const text = (table: Table): string => table.map(Number).join('')
  const seen = new Set<string>()
  return games.filter((table) => {
    if (seen.has(text(table))) return false
    for (const move of moves) seen.add(text(move.map((mask) => table[mask]!)))
    return true
  })
}

/**
 * All games of some players in which the first can stand in for the second, the second for the third and
 * so on (complete games), those of nobody and of everybody left out.
 */
export const completeGames = (players: number): readonly Table[] => {
  const last = players - 1
  /** The groups that are next better: with the weakest too, or with somebody in place of the next weaker. */
  const better = (mask: number): readonly number[] => [
    ...((mask >> last) & 1 ? [] : [mask | (1 << last)]),
    ...playersIn(mask, players)
      .filter((player) => player > 0 && ((mask >> (player - 1)) & 1) === 0)
      .map((player) => mask ^ (3 << (player - 1))),
  ]
  const strength = (mask: number): number =>
    playersIn(mask, players).reduce((total, player) => total + players - player, 0)
  const masks = Array.from({ length: 2 ** players }, (_, mask) => mask).sort(
    (a, b) => strength(b) - strength(a),
  )
  const games: Table[] = []
  const decide = (at: number, acts: ReadonlySet<number>): void => {
    const mask = masks[at]
    if (mask === undefined) return void games.push(masks.map((_, one) => acts.has(one)))
    decide(at + 1, acts)
    if (better(mask).every((one) => acts.has(one))) decide(at + 1, new Set([...acts, mask]))
  }
  decide(0, new Set())
  return games.filter((table) => table.includes(true) && table.includes(false))
}

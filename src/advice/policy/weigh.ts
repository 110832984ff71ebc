/** Weighing people: sums of sets of keys, the heaviest first, and just enough of them to win. */
import type { Coalition, Game, ThresholdLevel } from '../../kernel/model/index.js'
import { gameOf, nameOf, type Asked } from './asked.js'

/** What a key weighs; a key without weight on the account weighs nothing. */
export type Weigh = (key: string) => number

/** A set of keys with its weight. */
export interface Weighed {
  readonly keys: Coalition
  readonly sum: number
}

/** The weights of a game. */
export const weighOf = ({ players }: Game): Weigh => {
  const weights = new Map(players.map(({ id, weight }) => [id, weight]))
  return (key) => weights.get(key) ?? 0
}

const byName = (asked: Asked, level: ThresholdLevel): Game => {
  const game = gameOf(asked, level)
  const named = game.players.map((player) => ({ player, name: nameOf(asked.policy, player.id) }))
  const players = named.sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ player }) => player)
  return { ...game, players }
}

/** Games that were made already: hundreds of claims ask about one account. */
const made = new WeakMap<Asked, Map<ThresholdLevel, Game>>()

/** The game of the account at a level with its players by name, so that arguments name the first of equals. */
export const gameByName = (asked: Asked, level: ThresholdLevel): Game => {
  const games = made.get(asked) ?? new Map<ThresholdLevel, Game>()
  made.set(asked, games)
  const game = games.get(level) ?? byName(asked, level)
  games.set(level, game)
  return game
}

/** Some keys with their weight. */
export const weighed = (weigh: Weigh, keys: Coalition): Weighed => ({
  keys,
  sum: keys.reduce((sum, key) => sum + weigh(key), 0),
})

/** Two sets that share nobody, as one. */
export const together = (a: Weighed, b: Weighed): Weighed => ({
  keys: [...a.keys, ...b.keys],
  sum: a.sum + b.sum,
})

/** The heaviest first; equals as they came. */
export const heaviestFirst = (weigh: Weigh, keys: Coalition): Coalition =>
  [...keys].sort((a, b) => weigh(b) - weigh(a))

/** Everybody of a game but these. */
export const othersIn = ({ players }: Game, keys: Coalition): Coalition => {
  const left = new Set(keys)
  return players.map(({ id }) => id).filter((id) => !left.has(id))
}

/**
 * The fewest of those who win that still win: the heaviest of them. The last one is the lightest, so that
 * nobody can be spared.
 */
export const fewestWinning = (game: Game, keys: Coalition): Coalition => {
  const weigh = weighOf(game)
  const fewest: string[] = []
  let sum = 0
  for (const key of heaviestFirst(weigh, keys)) {
    if (sum >= game.quota) return fewest
    fewest.push(key)
    sum += weigh(key)
  }
  if (sum < game.quota) throw new Error('invariant: minimised as winning, and it loses')
  return fewest
}

/** Keys of a unit. */
export interface UnitKeys {
  readonly unit: string
  readonly keys: Coalition
}

/** The unit whose keys weigh most; undefined where there is none. */
export const heaviestUnit = (game: Game, units: readonly UnitKeys[]): UnitKeys | undefined => {
  const weigh = weighOf(game)
  const sums = new Map(units.map(({ unit, keys }) => [unit, weighed(weigh, keys).sum]))
  return [...units].sort((a, b) => (sums.get(b.unit) ?? 0) - (sums.get(a.unit) ?? 0))[0]
}

/**
 * A simple game: who together have enough weight. What an account is at one level, a signer list at its
 * quorum, or a rule that nobody has configured yet, with everything that belongs to a chain left out
 * (Taylor and Zwicker, Simple Games, 1999).
 *
 * A coalition is winning when its weights add up to the quota. A quota of 0 says that nobody is needed;
 * a quota above all weights together, that nobody can act.
 */
import * as E from 'fp-ts/lib/Either.js'
import { failure, type Failure } from './failure.js'

/** One who can add weight, under the name by which it is told apart: a StrKey, an address, a holder. */
export interface Player {
  readonly id: string
  readonly weight: number
}

/** Weights and a quota. */
export interface Game {
  /** In the order in which they were configured. */
  readonly players: readonly Player[]
  readonly quota: number
}

/** Players by id. */
export type Coalition = readonly string[]

/** As many players as a game can have: an XRPL signer list has 32, a Stellar account 21. */
export const MAX_PLAYERS = 32

/** The largest weight that can be written in a game: that of an XRPL signer. */
export const MAX_PLAYER_WEIGHT = 65_535

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0

const twiceIn = (players: readonly Player[]): Player | undefined =>
  players.find(({ id }, at) => players.findIndex((other) => other.id === id) !== at)

/** A game of players that are known to be fit: distinct, at most 32, their weights whole. */
export const game = (quota: number, players: readonly Player[]): Game => {
  const fit =
    players.length <= MAX_PLAYERS && isCount(quota) && players.every(({ weight }) => isCount(weight))
  if (!fit || twiceIn(players) !== undefined) throw new Error('invariant: not the weights of a game')
  return { players, quota }
}

/**
 * A game as written by somebody.
 *
 * Failures: `too-many-players`, `player-twice`, `weight-out-of-range`, `quota-out-of-range`.
 */
export const parseGame = (quota: number, players: readonly Player[]): E.Either<Failure, Game> => {
  if (players.length > MAX_PLAYERS)
    return E.left(
      failure('too-many-players', `${players.length} players are given; at most ${MAX_PLAYERS} are weighed`),
    )
  const twice = twiceIn(players)
  if (twice !== undefined) return E.left(failure('player-twice', `\`${twice.id}\` is given twice`))
  const heavy = players.find(({ weight }) => !isCount(weight) || weight > MAX_PLAYER_WEIGHT)
  if (heavy !== undefined)
    return E.left(
      failure(
        'weight-out-of-range',
        `the weight of \`${heavy.id}\` is \`${heavy.weight}\`; expected a whole number from 0 to ${MAX_PLAYER_WEIGHT}`,
      ),
    )
  return isCount(quota)
    ? E.right({ players, quota })
    : E.left(
        failure('quota-out-of-range', `the quota is \`${quota}\`; expected a whole number of at least 0`),
      )
}

/** All weights together. */
export const totalOf = ({ players }: Game): number => players.reduce((sum, { weight }) => sum + weight, 0)

/** What a coalition weighs; who is no player adds nothing. */
export const weightIn =
  (coalition: Coalition) =>
  ({ players }: Game): number =>
    players.reduce((sum, { id, weight }) => (coalition.includes(id) ? sum + weight : sum), 0)

/** Whether a coalition can act. */
export const isWinning =
  (coalition: Coalition) =>
  (g: Game): boolean =>
    weightIn(coalition)(g) >= g.quota

/** Whether nobody can act without this coalition. */
export const isBlocking =
  (coalition: Coalition) =>
  (g: Game): boolean =>
    totalOf(g) - weightIn(coalition)(g) < g.quota

/** The game in which those win who block this one. The dual of the dual is the same game again. */
export const dualOf = (g: Game): Game => ({
  players: g.players,
  quota: Math.max(0, totalOf(g) - g.quota + 1),
})

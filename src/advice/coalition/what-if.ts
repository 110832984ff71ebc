/**
 * What if: a game after something happened to it. Each change is a function from game to game, so that
 * several are one after the other.
 */
import { game as gameOf, weightIn, type Coalition, type Game } from '../../kernel/model/index.js'

/** The game of those who are left: the others are configured still, and cannot act. */
export const afterLoss =
  (lost: Coalition) =>
  (game: Game): Game =>
    gameOf(
      game.quota,
      game.players.filter(({ id }) => !lost.includes(id)),
    )

/** The game of a thief: whom he must still win over, with the stolen keys in his hand. */
export const afterTheft =
  (stolen: Coalition) =>
  (game: Game): Game =>
    gameOf(
      Math.max(0, game.quota - weightIn(stolen)(game)),
      game.players.filter(({ id }) => !stolen.includes(id)),
    )

/** The game with other weights; who is no player yet becomes one, and weight 0 removes. */
export const reweighed =
  (weights: ReadonlyMap<string, number>) =>
  (game: Game): Game => {
    const added = [...weights.keys()].filter((id) => !game.players.some((player) => player.id === id))
    const players = [...game.players, ...added.map((id) => ({ id, weight: 0 }))]
    return gameOf(
      game.quota,
      players
        .map(({ id, weight }) => ({ id, weight: weights.get(id) ?? weight }))
        .filter(({ id, weight }) => weight > 0 || !weights.has(id)),
    )
  }

/** The game with another quota. */
export const requotaed =
  (quota: number) =>
  (game: Game): Game =>
    gameOf(quota, game.players)

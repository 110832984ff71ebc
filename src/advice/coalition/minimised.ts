/**
 * Making a coalition minimal: who is found behind a weight may bring somebody who is not needed. Who loses
 * in another rule still does with fewer, so that what tells rules apart stays what it is.
 */
import type { Coalition, Game } from '../../kernel/model/index.js'

/** A winning coalition without those who are not needed to win. */
export const minimised = (game: Game, coalition: Coalition): Coalition => {
  const weights = new Map(game.players.map(({ id, weight }) => [id, weight]))
  let spare = coalition.reduce((sum, id) => sum + (weights.get(id) ?? 0), 0) - game.quota
  return coalition.filter((id) => {
    const weight = weights.get(id) ?? 0
    if (weight > spare) return true
    spare -= weight
    return false
  })
}

/**
 * Veto players: those without whom nobody can act. A veto is also a single point of failure: where its
 * key is lost, everything is.
 */
import { totalOf, type Coalition, type Game } from '../../kernel/model/index.js'
import type { Measure } from './measure.js'
import * as recheck from './recheck.js'

/** Players who belong to every winning coalition. Nobody, where no coalition wins. */
export const vetoPlayers = (game: Game): Coalition => {
  const total = totalOf(game)
  if (total < game.quota) return []
  return game.players
    .filter(({ weight }) => total - weight < game.quota)
    .map(({ id }) => recheck.blocking(game, [id])[0] ?? id)
}

export const vetoMeasure: Measure = {
  id: 'veto',
  summary: 'who must always agree',
  formula: 'all x with T − w(x) < q',
  cost: 'O(n)',
  source: 'Taylor and Zwicker, Simple Games (1999)',
  ask: vetoPlayers,
}

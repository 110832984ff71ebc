/**
 * Dictators: those who can act alone. The theory keeps the word for one who moreover has a veto, and
 * calls the others passers; whoever can empty an account alone is told here, with that difference.
 */
import type { Coalition, Game } from '../../kernel/model/index.js'
import type { Measure } from './measure.js'
import * as recheck from './recheck.js'

/** Players whose own weight is enough. Where nobody is needed at all, nobody is told. */
export const dictators = (game: Game): Coalition =>
  game.quota === 0
    ? []
    : game.players
        .filter(({ weight }) => weight >= game.quota)
        .map(({ id }) => recheck.winning(game, [id])[0] ?? id)

export const dictatorMeasure: Measure = {
  id: 'dictator',
  summary: 'who can act alone',
  formula: 'all x with w(x) ≥ q',
  cost: 'O(n)',
  source: 'Taylor and Zwicker, Simple Games (1999), passers and dictators',
  ask: dictators,
}

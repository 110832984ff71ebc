/**
 * Dummies: signers who never make a difference. Their signature costs a slot and a fee, their key can be
 * stolen for nothing, and their holder believes to have a say.
 */
import type { Coalition, Game } from '../../kernel/model/index.js'
import type { Measure } from './measure.js'
import { normalFormOf } from './normal-form.js'
import { swingsOf } from './swings.js'

/** Players who belong to no minimal winning coalition; everybody, where nobody can act. */
export const dummies = (game: Game): Coalition => {
  const form = normalFormOf(game)
  const swings = swingsOf(form)
  const without = new Set(form.ids.filter((_, place) => swings[place] === 0))
  return game.players.map(({ id }) => id).filter((id) => without.has(id))
}

export const dummyMeasure: Measure = {
  id: 'dummy',
  summary: 'whose signature never makes a difference',
  formula: 'all x such that no coalition of the others weighs from q − w(x) to q − 1',
  cost: 'O(n·q)',
  source: 'Matsui and Matsui, JORSJ 43 (2000); hard in general, cheap with small weights',
  ask: dummies,
}

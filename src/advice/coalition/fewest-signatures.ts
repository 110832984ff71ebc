/** The fewest signatures that can do it, and whose they are: the effort that a thief needs at least. */
import * as O from 'fp-ts/lib/Option.js'
import type { Coalition, Game } from '../../kernel/model/index.js'
import type { Measure } from './measure.js'
import { normalFormOf, weightAt } from './normal-form.js'
import * as recheck from './recheck.js'

/** A smallest winning coalition: the heaviest players. None where nobody can act. */
export const fewestSignatures = (game: Game): O.Option<Coalition> => {
  const form = normalFormOf(game)
  let [sum, count] = [0, 0]
  while (sum < form.quota && count < form.ids.length) sum += weightAt(form, count++)
  return sum < form.quota ? O.none : O.some(recheck.minimalWinning(game, form.ids.slice(0, count)))
}

export const fewestSignaturesMeasure: Measure = {
  id: 'fewest-signatures',
  summary: 'the smallest group that can act',
  formula: 'the least m such that the m heaviest weigh q',
  cost: 'O(n log n)',
  source: 'own',
  ask: fewestSignatures,
}

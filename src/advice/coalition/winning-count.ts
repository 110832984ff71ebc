/** How many of all groups can act: the share of them is how easily a decision is reached. */
import type { Game } from '../../kernel/model/index.js'
import type { Measure } from './measure.js'
import { normalFormOf } from './normal-form.js'
import { rational, type Rational } from './rational.js'
import { losingCounts } from './swings.js'

/** Winning coalitions, and their share of all coalitions (Coleman's power of a collectivity to act). */
export interface WinningCount {
  readonly winning: number
  readonly share: Rational
}

/** Counts winning coalitions. */
export const winningCount = (game: Game): WinningCount => {
  const form = normalFormOf(game)
  const all = 2 ** form.ids.length
  const winning = all - losingCounts(form).reduce((sum, count) => sum + count, 0)
  return { winning, share: rational(BigInt(winning), BigInt(all)) }
}

export const winningCountMeasure: Measure = {
  id: 'winning-count',
  summary: 'how many of all groups can act',
  formula: '2ⁿ less the coalitions that weigh below q; divided by 2ⁿ, Coleman’s power to act',
  cost: 'O(n·q)',
  source: 'Coleman, Control of collectivities and the power of a collectivity to act (1971)',
  ask: winningCount,
}

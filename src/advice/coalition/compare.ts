/**
 * Comparing two rules: do they say the same, and if not, who tells them apart? Weights and quotas may
 * look as different as they like; what counts is who can act.
 */
import * as O from 'fp-ts/lib/Option.js'
import type { Coalition, Game } from '../../kernel/model/index.js'
import { winsOnlyIn } from './entails.js'
import type { Measure } from './measure.js'

/** What the first rule is, seen from the second; each coalition wins in one of them only. */
export type Comparison =
  | { readonly _tag: 'Equal' }
  /** Fewer can act: this coalition no longer can. */
  | { readonly _tag: 'Stricter'; readonly loses: Coalition }
  /** More can act: this coalition now can. */
  | { readonly _tag: 'Looser'; readonly gains: Coalition }
  | { readonly _tag: 'Incomparable'; readonly loses: Coalition; readonly gains: Coalition }

/** Compares a rule with a reference: what `after` is, seen from `before`. */
export const compareWith =
  (before: Game) =>
  (after: Game): Comparison => {
    const loses = winsOnlyIn(after)(before)
    const gains = winsOnlyIn(before)(after)
    if (O.isNone(loses)) return O.isNone(gains) ? { _tag: 'Equal' } : { _tag: 'Looser', gains: gains.value }
    return O.isNone(gains)
      ? { _tag: 'Stricter', loses: loses.value }
      : { _tag: 'Incomparable', loses: loses.value, gains: gains.value }
  }

export const compareMeasure: Measure = {
  id: 'compare',
  summary: 'whether two rules let the same groups act, and who tells them apart',
  formula: 'W(a) ⊆ W(b) if and only if the least w_b of coalitions with w_a ≥ q_a is at least q_b',
  cost: 'O(n·q) each way',
  source: 'the table of a knapsack; equal rules: Taylor and Zwicker, Simple Games (1999)',
  // A rule alone is compared with what it becomes when one more is needed.
  ask: (game) => compareWith(game)({ ...game, quota: game.quota + 1 }),
}

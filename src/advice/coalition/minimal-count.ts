/** How many minimal winning coalitions there are, without listing them. */
import type { Game } from '../../kernel/model/index.js'
import { classesOf } from './interchangeable.js'
import type { Measure } from './measure.js'
import { normalFormOf } from './normal-form.js'
import { walkDraws } from './profiles.js'

/** A number, or the part of it that was counted before the limit. */
export interface Count {
  readonly count: number
  /** Whether there are more than were counted. */
  readonly truncated: boolean
}

const choose = (n: number, k: number): number => {
  let ways = 1
  for (let i = 1; i <= k; i++) ways = (ways * (n - k + i)) / i
  return Math.round(ways)
}

/** Counts minimal winning coalitions by their profiles, at most `limit` profiles. */
export const minimalCount =
  (limit: number) =>
  (game: Game): Count => {
    const form = normalFormOf(game)
    const classes = classesOf(form)
    let [count, seen] = [0, 0]
    for (const draw of walkDraws(form, classes)) {
      if (seen++ === limit) return { count, truncated: true }
      count += draw.reduce((ways, drawn, at) => ways * choose(classes[at]?.length ?? 0, drawn), 1)
    }
    return { count, truncated: false }
  }

export const minimalCountMeasure: Measure = {
  id: 'minimal-count',
  summary: 'how many different smallest groups can act',
  formula: 'over all profiles, the product of the ways to draw from each class',
  cost: 'one step a profile; asked for up to a limit',
  source: 'own',
  ask: minimalCount(1_000_000),
}

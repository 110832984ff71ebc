/**
 * The canonical form of a rule: sizes of the classes of interchangeable players, and its minimal winning
 * coalitions counted by class. Two weighted games are the same up to the names of the players if and
 * only if their canonical forms are equal, whatever their weights are.
 */
import * as O from 'fp-ts/lib/Option.js'
import type { Game } from '../../kernel/model/index.js'
import { take } from './bounded.js'
import { classesOf } from './interchangeable.js'
import type { Measure } from './measure.js'
import { normalFormOf } from './normal-form.js'
import { walkDraws, type Draw } from './profiles.js'

/** A rule without names. */
export interface CanonicalForm {
  /** How many players each class has, the most powerful class first. */
  readonly sizes: readonly number[]
  /** How many of each class a minimal winning coalition has, in a fixed order. */
  readonly draws: readonly Draw[]
}

const compareDraws = (a: Draw, b: Draw): number => {
  const at = a.findIndex((count, place) => count !== b[place])
  return at < 0 ? 0 : (b[at] ?? 0) - (a[at] ?? 0)
}

/** The canonical form; none where it has more than `limit` draws. */
export const canonicalForm =
  (limit: number) =>
  (game: Game): O.Option<CanonicalForm> => {
    const form = normalFormOf(game)
    const classes = classesOf(form)
    const { items, truncated } = take(limit)(walkDraws(form, classes))
    return truncated
      ? O.none
      : O.some({ sizes: classes.map((places) => places.length), draws: [...items].sort(compareDraws) })
  }

/** One line for one rule: `2+1: 2·0 1·1` is two of the first class, or one of each. */
export const showCanonicalForm = ({ sizes, draws }: CanonicalForm): string =>
  `${sizes.join('+')}: ${draws.map((draw) => draw.join('·')).join(' ')}`

export const canonicalFormMeasure: Measure = {
  id: 'canonical-form',
  summary: 'which rule this is, whatever its weights and names are',
  formula: 'sizes of the classes, and the sorted minimal winning profiles',
  cost: 'one step a profile; asked for up to a limit',
  source: 'Carreras and Freixas, Complete simple games (1996)',
  ask: canonicalForm(10_000),
}

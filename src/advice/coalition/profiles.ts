/**
 * Profiles: minimal winning coalitions with interchangeable players drawn together, "2 of {A, B, C} and
 * 1 of {D, E}". Where a coalition list of a board has hundreds of lines, its profiles are two or three.
 */
import type { Coalition, Game } from '../../kernel/model/index.js'
import { take, type Bounded } from './bounded.js'
import { classesOf } from './interchangeable.js'
import type { Measure } from './measure.js'
import { normalFormOf, weightAt, type NormalForm } from './normal-form.js'
import * as recheck from './recheck.js'

/** Any so many of some players. */
export interface Term {
  readonly count: number
  readonly of: Coalition
}

/** Terms that must all be met; the most powerful players first. Without terms, nobody is needed. */
export type Profile = readonly Term[]

/** How many are drawn from each class. */
export type Draw = readonly number[]

interface ClassWeights {
  /** What the first so many of a class weigh: whichever they are, they win the same. */
  readonly firsts: readonly (readonly number[])[]
  /** What a class and all after it weigh. */
  readonly rest: readonly number[]
}

const classWeightsOf = (form: NormalForm, classes: readonly (readonly number[])[]): ClassWeights => {
  const firsts = classes.map((places) =>
    places.reduce<readonly number[]>(
      (sums, place) => [...sums, (sums.at(-1) ?? 0) + weightAt(form, place)],
      [0],
    ),
  )
  const rest = firsts.reduceRight<readonly number[]>(
    (sums, sum) => [(sums[0] ?? 0) + (sum.at(-1) ?? 0), ...sums],
    [0],
  )
  return { firsts, rest }
}

/**
 * Draws of minimal winning coalitions, class by class. As with single players, the last class drawn from
 * is the least powerful one, so that a draw that wins only with the last of it is minimal.
 */
export function* walkDraws(
  form: NormalForm,
  classes: readonly (readonly number[])[],
): Generator<Draw, void, undefined> {
  const { firsts, rest } = classWeightsOf(form, classes)
  const zeros = classes.map(() => 0)
  function* from(at: number, sum: number, draw: Draw): Generator<Draw, void, undefined> {
    if (sum + (rest[at] ?? 0) < form.quota) return
    const sums = firsts[at] ?? []
    const most = sums.findIndex((first) => sum + first >= form.quota)
    if (most > 0) yield draw.with(at, most)
    for (let count = (most < 0 ? sums.length : most) - 1; count >= 0; count--)
      yield* from(at + 1, sum + (sums[count] ?? 0), draw.with(at, count))
  }
  if (form.quota === 0) yield zeros
  else yield* from(0, 0, zeros)
}

/** Minimal winning coalitions as profiles, at most `limit` of them. */
export const profiles =
  (limit: number) =>
  (game: Game): Bounded<Profile> => {
    const form = normalFormOf(game)
    const classes = classesOf(form)
    const members = classes.map((places) => places.map((place) => form.ids[place] ?? ''))
    const { items, truncated } = take(limit)(walkDraws(form, classes))
    const told = items.map((draw) => {
      const terms = members.map((of, at): Term => ({ count: draw[at] ?? 0, of }))
      // The lightest members stand for the winning half of the claim, the heaviest for the minimal half.
      for (const side of ['first', 'last'] as const)
        recheck.minimalWinning(
          game,
          terms.flatMap(({ count, of }) =>
            side === 'first' ? of.slice(0, count) : of.slice(of.length - count),
          ),
        )
      return terms.filter(({ count }) => count > 0)
    })
    return { items: told, truncated }
  }

export const profilesMeasure: Measure = {
  id: 'profiles',
  summary: 'who can act together, as "2 of these and 1 of those"',
  formula: 'minimal winning coalitions counted by classes of interchangeable players',
  cost: 'O(n·q) for the classes, then one step a profile; asked for up to a limit',
  source: 'Carreras and Freixas, Complete simple games (1996)',
  ask: profiles(100),
}

/** Random games: weights that differ much or little, quotas of all sizes, also out of reach. */
import * as fc from 'fast-check'
import type { NaiveGame, NaiveUnits } from './naive.js'

const weightsUpTo = (max: number, players: number): fc.Arbitrary<readonly number[]> =>
  fc.array(fc.integer({ min: 0, max }), { minLength: 1, maxLength: players })

const quotaFor = (weights: readonly number[]): fc.Arbitrary<number> => {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom(0, 1, total, total + 1) },
    { weight: 4, arbitrary: fc.integer({ min: 0, max: total }) },
  )
}

/** A game of at most so many players. */
export const arbitraryGame = (players: number): fc.Arbitrary<NaiveGame> =>
  fc
    .oneof(weightsUpTo(3, players), weightsUpTo(12, players), weightsUpTo(255, players))
    .chain((weights) => quotaFor(weights).map((quota) => ({ weights, quota })))

/** Two games of the same players. */
export const arbitraryPair = (players: number): fc.Arbitrary<readonly [NaiveGame, NaiveGame]> =>
  arbitraryGame(players).chain((a) =>
    fc
      .tuple(...a.weights.map((weight) => fc.oneof(fc.constant(weight), fc.integer({ min: 0, max: 9 }))))
      .chain((weights) => quotaFor(weights).map((quota) => [a, { weights, quota }] as const)),
  )

/** A game, and where the copies of its keys are: one to three of up to seven places. */
export const arbitraryHolding = (players: number): fc.Arbitrary<readonly [NaiveGame, NaiveUnits]> =>
  fc.tuple(arbitraryGame(players), fc.integer({ min: 1, max: 7 }), fc.boolean()).chain(([g, count, single]) =>
    fc
      .tuple(
        ...g.weights.map(() =>
          fc.uniqueArray(fc.integer({ min: 0, max: count - 1 }), {
            minLength: 1,
            maxLength: single ? 1 : 3,
          }),
        ),
      )
      .map((of) => [g, { count, of }] as const),
  )

import * as fc from 'fast-check'
import { agreeOn, agreeOnPair, agreeOnUnits } from './agree.js'
import { arbitraryGame, arbitraryHolding, arbitraryPair } from './arbitrary-game.js'
import type { NaiveGame } from './naive.js'

/** Weights in descending order, each at most `max`. */
const descending = (players: number, max: number): number[][] =>
  players === 0
    ? [[]]
    : Array.from({ length: max + 1 }, (_, weight) => weight).flatMap((weight) =>
        descending(players - 1, weight).map((rest) => [weight, ...rest]),
      )

const gamesOf = (players: number, max: number): NaiveGame[] =>
  descending(players, max).flatMap((weights) =>
    Array.from({ length: weights.reduce((sum, weight) => sum + weight, 0) + 2 }, (_, quota) => ({
      weights,
      quota,
    })),
  )

describe('coalition: measures are what their definitions say', () => {
  for (const [players, max] of [
    [0, 0],
    [1, 6],
    [2, 6],
    [3, 5],
    [4, 4],
    [5, 3],
  ] as const)
    it(`on all games of ${players} players of weights to ${max}`, () =>
      gamesOf(players, max).forEach(agreeOn))

  it('on random games to 9 players', () =>
    fc.assert(fc.property(arbitraryGame(9), agreeOn), { numRuns: 150 }))

  it('on random games to 12 players', () =>
    fc.assert(
      fc.property(
        arbitraryGame(12).filter(({ weights }) => weights.length > 9),
        agreeOn,
      ),
      { numRuns: 20 },
    ))

  it('on pairs of rules over the same players', () => {
    const small = gamesOf(3, 3)
    for (const a of small) for (const b of small) agreeOnPair(a, b)
    fc.assert(
      fc.property(arbitraryPair(9), ([a, b]) => agreeOnPair(a, b)),
      { numRuns: 250 },
    )
  })

  it('on keys with copies in several places', () =>
    fc.assert(
      fc.property(arbitraryHolding(8), ([g, units]) => agreeOnUnits(g, units)),
      { numRuns: 250 },
    ))
})

/** Games in one line: `named(5, { Chair: 3, Member1: 2 })`, and `mOfN(3, 5)` of keys A to E. */
import { game, type Game } from '../../../src/kernel/model/index.js'

export const named = (quota: number, weights: Readonly<Record<string, number>>): Game =>
  game(
    quota,
    Object.entries(weights).map(([id, weight]) => ({ id, weight })),
  )

export const mOfN = (m: number, n: number): Game =>
  named(m, Object.fromEntries(Array.from({ length: n }, (_, i) => [String.fromCharCode(65 + i), 1])))

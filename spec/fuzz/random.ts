/** A small generator of known quality (mulberry32), so that a seed names a run on any machine. */
import type { Random } from './mutate.js'

export const randomFrom = (seed: number): Random => {
  let state = seed >>> 0
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0
    let x = Math.imul(state ^ (state >>> 15), state | 1)
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61)
    return ((x ^ (x >>> 14)) >>> 0) % limit
  }
}

/** One of a list that is not empty. */
export const pick = <T>(random: Random, list: readonly T[]): T => list[random(list.length)] as T

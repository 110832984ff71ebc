/** The power of one key, counted once more: each player's swings from the sums of all the others. */
import { rational, type Rational } from '../../coalition/index.js'
import type { Weighed } from './weighed.js'

/** Ways to choose so many of these with each sum: `ways[count][sum]`. */
const waysOf = (weights: readonly number[], most: number): readonly (readonly number[])[] => {
  const ways = [0, ...weights].map(() => new Array<number>(most + 1).fill(0))
  const [none] = ways
  if (none !== undefined) none[0] = 1
  weights.forEach((weight, before) => {
    for (let count = before + 1; count > 0; count--)
      for (let sum = most; sum >= weight; sum--) {
        const row = ways[count]
        if (row !== undefined) row[sum] = (row[sum] ?? 0) + (ways[count - 1]?.[sum - weight] ?? 0)
      }
  })
  return ways
}

/** Losing choices of the others that one player makes winning, by how many the others are. */
const swingsOf = ({ ids, weights, quota }: Weighed, at: number): readonly number[] => {
  const others = ids.flatMap((_, place) => (place === at ? [] : [weights[place] ?? 0]))
  if (quota < 1) return others.map(() => 0)
  const from = Math.max(0, quota - (weights[at] ?? 0))
  return waysOf(others, quota - 1).map((sums) => sums.slice(from).reduce((all, one) => all + one, 0))
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

const factorials = (most: number): readonly bigint[] => {
  const all = [1n]
  for (let one = 1; one <= most; one++) all.push((all[one - 1] ?? 1n) * BigInt(one))
  return all
}

/**
 * The share of one key in all decisions: swings by the swings of everybody (Banzhaf), or orders in which
 * it decides by all orders (Shapley and Shubik). Nobody has a share where nobody ever decides.
 */
export const shareOf = (weighed: Weighed, key: string, index: 'banzhaf' | 'shapley-shubik'): Rational => {
  const at = weighed.ids.indexOf(key)
  if (at < 0) return rational(0n, 1n)
  if (index === 'banzhaf') {
    const all = weighed.ids.map((_, place) => sum(swingsOf(weighed, place)))
    return rational(BigInt(all[at] ?? 0), BigInt(Math.max(1, sum(all))))
  }
  const players = weighed.ids.length
  const of = factorials(players)
  const orders = swingsOf(weighed, at).reduce(
    (all, swings, size) => all + BigInt(swings) * (of[size] ?? 0n) * (of[players - 1 - size] ?? 0n),
    0n,
  )
  return rational(orders, of[players] ?? 1n)
}

/** Whether one fraction is below another. */
export const isBelow = (a: Rational, b: Rational): boolean =>
  a.numerator * b.denominator < b.numerator * a.denominator

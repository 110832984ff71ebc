/**
 * The Shapley-Shubik index: if signers are asked one after the other, in an order drawn by lot, how
 * often is it this one whose signature completes the weight? Exact fractions that add up to 1.
 */
import type { Game } from '../../kernel/model/index.js'
import type { Measure } from './measure.js'
import { normalFormOf, type NormalForm } from './normal-form.js'
import { rational, type Rational } from './rational.js'

/** How much one player decides. */
export interface ShapleyShubikPower {
  readonly id: string
  readonly share: Rational
}

/** The shares in the order of the game; or the size of the table, where it would be too large. */
export type ShapleyShubik =
  | { readonly _tag: 'Known'; readonly shares: readonly ShapleyShubikPower[] }
  | { readonly _tag: 'TooLarge'; readonly cells: number }

/** Cells of a table of counts, one a size and a weight; 21 players of quota 255 take 5,610. */
export const MAX_CELLS = 4_000_000

/** `counts[k * quota + s]`: coalitions of `k` players that weigh `s`, for weights below the quota. */
const countsBySize = ({ weights, quota }: NormalForm): Float64Array => {
  const counts = new Float64Array((weights.length + 1) * quota)
  if (quota > 0) counts[0] = 1
  weights.forEach((weight, before) => {
    for (let size = before; size >= 0; size--)
      for (let sum = quota - 1 - weight; sum >= 0; sum--) {
        const to = (size + 1) * quota + sum + weight
        counts[to] = (counts[to] as number) + (counts[size * quota + sum] as number)
      }
  })
  return counts
}

/** Swings of a weight by the size of the coalition that it completes. */
const swingsBySize = (counts: Float64Array, { weights, quota }: NormalForm, weight: number): number[] => {
  const swings: number[] = []
  // Coalitions without the player, one size after the other: those of this size less those that had it.
  let smaller = new Float64Array(quota)
  for (let size = 0; size < weights.length; size++) {
    const others = counts.slice(size * quota, (size + 1) * quota)
    for (let sum = weight; sum < quota; sum++)
      others[sum] = (others[sum] as number) - (smaller[sum - weight] as number)
    let own = 0
    for (let sum = quota - weight; sum < quota; sum++) own += others[sum] as number
    swings.push(own)
    smaller = others
  }
  return swings
}

const factorials = (n: number): readonly bigint[] => {
  const list = [1n]
  for (let i = 1; i <= n; i++) list.push((list.at(-1) ?? 1n) * BigInt(i))
  return list
}

/** The power of each player; nobody has any where nobody can act, or nobody is needed. */
export const shapleyShubik = (game: Game): ShapleyShubik => {
  const form = normalFormOf(game)
  const count = form.weights.length
  const cells = (count + 1) * form.quota
  if (cells > MAX_CELLS) return { _tag: 'TooLarge', cells }
  const counts = countsBySize(form)
  const factorial = factorials(count)
  const orders = (size: number): bigint => (factorial[size] ?? 1n) * (factorial[count - 1 - size] ?? 1n)
  const shares = new Map<number, Rational>()
  for (const weight of new Set(form.weights)) {
    const swings = weight === 0 ? [] : swingsBySize(counts, form, weight)
    const completed = swings.reduce((sum, swing, size) => sum + BigInt(swing) * orders(size), 0n)
    shares.set(weight, rational(completed, factorial[count] ?? 1n))
  }
  const weightOf = new Map(form.ids.map((id, place) => [id, form.weights[place] ?? 0]))
  return {
    _tag: 'Known',
    shares: game.players.map(({ id }) => ({
      id,
      share: shares.get(weightOf.get(id) ?? 0) ?? rational(0n, 1n),
    })),
  }
}

export const shapleyShubikMeasure: Measure = {
  id: 'shapley-shubik',
  summary: 'how often each signer’s signature completes the weight, asked in an order drawn by lot',
  formula: 'φ(x) = Σₖ k!(n−k−1)!/n! · coalitions of k others that weigh from q − w(x) to q − 1',
  cost: 'O(n²·q) for each distinct weight; no answer where (n + 1)·q is above 4,000,000',
  source: 'Shapley and Shubik (1954); generating functions: Matsui and Matsui (2000)',
  ask: shapleyShubik,
}

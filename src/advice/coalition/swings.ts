/**
 * Swings: in how many coalitions of the others a player turns losing into winning. Counted, not listed:
 * coalitions of each weight are the coefficients of the product of 1 + x^w, and a player is taken out of
 * the product by dividing by its factor. All counts are below 2^32, exact as floating-point numbers.
 *
 * Three measures read them: a player is a dummy if and only if it has no swings, two are interchangeable
 * if and only if they have equally many (of two, the heavier turns at least the same coalitions), and
 * the Banzhaf index is the count itself.
 */
import type { NormalForm } from './normal-form.js'

/** How many coalitions there are of each weight below the quota. */
export const losingCounts = ({ weights, quota }: NormalForm): Float64Array => {
  const counts = new Float64Array(quota)
  if (quota > 0) counts[0] = 1
  for (const weight of weights)
    for (let sum = quota - 1; sum >= weight; sum--)
      counts[sum] = (counts[sum] as number) + (counts[sum - weight] as number)
  return counts
}

const swingsAt = (counts: Float64Array, weight: number): number => {
  if (weight === 0) return 0
  const quota = counts.length
  const others = counts.slice()
  for (let sum = weight; sum < quota; sum++)
    others[sum] = (others[sum] as number) - (others[sum - weight] as number)
  let swings = 0
  for (let sum = quota - weight; sum < quota; sum++) swings += others[sum] as number
  return swings
}

/** Swings of each player, in the order of the normal form; equal weights are counted once. */
export const swingsOf = (form: NormalForm): readonly number[] => {
  const counts = losingCounts(form)
  const known = new Map<number, number>()
  return form.weights.map((weight) => {
    const before = known.get(weight)
    if (before !== undefined) return before
    const swings = swingsAt(counts, weight)
    known.set(weight, swings)
    return swings
  })
}

/**
 * All sums that some weights can have, as the bits of one large number: bit s is set where some of them
 * add up to s. One shift a weight, whatever the weights are.
 */

/** The bits of all sums of a choice of these. */
export const subsetSums = (weights: readonly number[]): bigint => {
  let sums = 1n
  for (const weight of weights) sums |= sums << BigInt(weight)
  return sums
}

/** Whether some sum is from `least` to `most`, both included. */
export const hasBetween = (sums: bigint, least: number, most: number): boolean => {
  const from = Math.max(0, least)
  if (most < from) return false
  return ((sums >> BigInt(from)) & ((1n << BigInt(most - from + 1)) - 1n)) !== 0n
}

/** The bits of all sums of exactly so many of these, by how many they are. */
export const sumsByCount = (weights: readonly number[]): readonly bigint[] => {
  const sums = [1n, ...weights.map(() => 0n)]
  weights.forEach((weight, before) => {
    for (let count = before + 1; count > 0; count--)
      sums[count] = (sums[count] ?? 0n) | ((sums[count - 1] ?? 0n) << BigInt(weight))
  })
  return sums
}

/**
 * Whether a minimal choice that reaches the quota can have more than `most` members. Ordered by weight,
 * a choice is minimal where it no longer reaches without its last and lightest member.
 */
export const hasLongMinimal = (weights: readonly number[], quota: number, most: number): boolean => {
  const falling = weights.filter((weight) => weight > 0).sort((a, b) => b - a)
  return falling.some((last, at) =>
    sumsByCount(falling.slice(0, at)).some(
      (sums, count) => count + 1 > most && hasBetween(sums, quota - last, quota - 1),
    ),
  )
}

/** A key with its weight in two rules. */
export interface TwoWeights {
  readonly own: number
  readonly other: number
}

/**
 * Whether some choice reaches the first quota and not the second. For each sum of the first weights, cut
 * at the quota, the bits of the sums of the second ones that are still below theirs.
 */
export const winsInOneOnly = (keys: readonly TwoWeights[], own: number, other: number): boolean => {
  if (other <= 0) return false
  const below = (1n << BigInt(other)) - 1n
  let reached = new Map<number, bigint>([[0, 1n]])
  for (const key of keys) {
    const next = new Map(reached)
    for (const [sum, sums] of reached) {
      const more = (sums << BigInt(key.other)) & below
      const at = Math.min(own, sum + key.own)
      if (more !== 0n) next.set(at, (next.get(at) ?? 0n) | more)
    }
    reached = next
  }
  return [...reached].some(([sum, sums]) => sum >= own && sums !== 0n)
}

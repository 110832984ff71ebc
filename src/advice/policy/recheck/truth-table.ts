/**
 * Truth tables: a rule or a formula over n keys as one number of 2ⁿ bits, where bit m says what becomes
 * of the people in the bit mask m. Slow to grow, plain to trust: for formulas in which a key stands
 * twice, which no addition of weights decides.
 */
import type { Coalition } from '../../../kernel/model/index.js'
import type { Formula } from '../formula.js'

/** As many keys as are tabled; 2²² bits are half a megabyte. */
export const MOST_KEYS = 22

const onesOf = (size: number): bigint => (1n << (1n << BigInt(size))) - 1n

/** The table of one key among `size`: whether it is there. */
const keyTable = (at: number, size: number): bigint => {
  let table = onesOf(at) << (1n << BigInt(at))
  for (let width = at + 1; width < size; width++) table |= table << (1n << BigInt(width))
  return table
}

/** Who satisfies a formula. */
export const formulaTable = (formula: Formula, keys: Coalition): bigint => {
  const everybody = onesOf(keys.length)
  const tableOf = (part: Formula): bigint => {
    if (part._tag === 'Key') {
      const at = keys.indexOf(part.key)
      return at < 0 ? 0n : keyTable(at, keys.length)
    }
    // atLeast[k]: so many of the parts so far are satisfied.
    const atLeast = [everybody, ...part.of.map(() => 0n)]
    for (const one of part.of.map(tableOf))
      for (let count = part.of.length; count > 0; count--)
        atLeast[count] = (atLeast[count] ?? 0n) | ((atLeast[count - 1] ?? 0n) & one)
    return atLeast[part.count] ?? 0n
  }
  return tableOf(formula)
}

/** Who reaches a quota. */
export const winningTable = (weights: readonly number[], quota: number): bigint => {
  const totals = weights.reduce<readonly number[]>((all, weight) => [...all, (all.at(-1) ?? 0) + weight], [0])
  const known = weights.map(() => new Map<number, bigint>())
  const tableOf = (size: number, needed: number): bigint => {
    if (needed <= 0) return onesOf(size)
    if (needed > (totals[size] ?? 0)) return 0n
    const before = known[size - 1]?.get(needed)
    if (before !== undefined) return before
    const apart = tableOf(size - 1, needed)
    const along = tableOf(size - 1, needed - (weights[size - 1] ?? 0))
    const table = apart | (along << (1n << BigInt(size - 1)))
    known[size - 1]?.set(needed, table)
    return table
  }
  return tableOf(weights.length, quota)
}

/** Those of a monotone table whom nobody can leave. */
export const minimalTable = (table: bigint, size: number): bigint => {
  const everybody = onesOf(size)
  let spare = 0n
  for (let at = 0; at < size; at++) spare |= (table & (everybody ^ keyTable(at, size))) << (1n << BigInt(at))
  return table & (everybody ^ spare)
}

/** Those who are in one table and not in another. */
export const minus = (table: bigint, other: bigint): bigint => table & (table ^ other)

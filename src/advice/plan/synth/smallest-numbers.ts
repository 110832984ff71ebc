/**
 * The smallest numbers, in a fixed order: first the greatest quota is as small as it can be; then the sum
 * of the weights; then the sum of the quotas; then each weight, in the order of the classes. So there is
 * one answer.
 */
import type { Row } from '../../policy/index.js'
import { minimise, pointOf, type Effort, type Minimum, type Pool, type Program } from './integer-program.js'

/** What is kept small, one after the other: how often each number counts. */
export type Order = readonly (readonly number[])[]

const noMoreThan = (costs: readonly number[], numbers: readonly number[]): Row => ({
  coefficients: costs.map((cost) => (cost === 0 ? 0 : -cost)),
  least: -numbers.reduce((sum, number, index) => sum + number * (costs[index] ?? 0), 0),
})

/** The least of the numbers that keep a program, in an order. `known` are numbers that do, if any are known. */
export const leastIn = (
  order: Order,
  program: Program,
  start: readonly Row[],
  known: readonly number[] | undefined,
  effort: Effort,
): Minimum => {
  const pool: Pool = [...start]
  let numbers = known
  for (const costs of order) {
    const found = minimise(program, pool, costs, numbers, effort)
    numbers = found.numbers
    if (numbers === undefined || !found.isProved) return { numbers, isProved: found.isProved }
    pool.push(noMoreThan(costs, numbers))
  }
  return { numbers, isProved: true }
}

/** Numbers in the same proportions, all of them whole, where the program keeps them; none otherwise. */
export const scaled = (
  { ask }: Program,
  numerators: readonly bigint[],
  isIn: (numbers: readonly number[]) => boolean,
): readonly number[] | undefined => {
  const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b))
  const common = numerators.reduce(gcd, 0n)
  const numbers = numerators.map((one) => Number(common === 0n ? one : one / common))
  return isIn(numbers) && ask(pointOf(numbers)) === 'kept' ? numbers : undefined
}

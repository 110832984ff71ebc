/**
 * The measures as their definitions say them, over all 2ⁿ coalitions, one after the other. Slow, plain,
 * and without a line of src: what the room says is held against this.
 */

export interface NaiveGame {
  readonly weights: readonly number[]
  readonly quota: number
}

/** A coalition, as a bit mask over the weights in their order. */
export type Mask = number

const has = (mask: Mask, i: number): boolean => ((mask >> i) & 1) === 1
const playersOf = ({ weights }: NaiveGame): number[] => weights.map((_, i) => i)
const everybody = ({ weights }: NaiveGame): Mask => 2 ** weights.length - 1
export const allMasks = (g: NaiveGame): Mask[] => Array.from({ length: everybody(g) + 1 }, (_, mask) => mask)
export const sizeOf = (mask: Mask): number => mask.toString(2).replaceAll('0', '').length

const tables = new WeakMap<NaiveGame, readonly boolean[]>()

const tableOf = (g: NaiveGame): readonly boolean[] => {
  const known = tables.get(g)
  if (known !== undefined) return known
  const weigh = (mask: Mask): number =>
    g.weights.reduce((sum, weight, i) => (has(mask, i) ? sum + weight : sum), 0)
  const table = allMasks(g).map((mask) => weigh(mask) >= g.quota)
  tables.set(g, table)
  return table
}

export const wins = (g: NaiveGame, mask: Mask): boolean => tableOf(g)[mask] ?? false

const blocks = (g: NaiveGame, mask: Mask): boolean => !wins(g, everybody(g) ^ mask)

const minimal = (g: NaiveGame, good: (mask: Mask) => boolean): Mask[] =>
  allMasks(g).filter(
    (mask) => good(mask) && playersOf(g).every((i) => !has(mask, i) || !good(mask ^ (1 << i))),
  )

export const minimalWinning = (g: NaiveGame): Mask[] => minimal(g, (mask) => wins(g, mask))
export const minimalBlocking = (g: NaiveGame): Mask[] => minimal(g, (mask) => blocks(g, mask))

export const vetoes = (g: NaiveGame): number[] => {
  const winning = allMasks(g).filter((mask) => wins(g, mask))
  return winning.length === 0 ? [] : playersOf(g).filter((i) => winning.every((mask) => has(mask, i)))
}

export const dictators = (g: NaiveGame): number[] =>
  wins(g, 0) ? [] : playersOf(g).filter((i) => wins(g, 1 << i))

export const dummies = (g: NaiveGame): number[] =>
  playersOf(g).filter((i) => allMasks(g).every((mask) => wins(g, mask | (1 << i)) === wins(g, mask)))

const swap = (mask: Mask, i: number, j: number): Mask =>
  has(mask, i) === has(mask, j) ? mask : mask ^ (1 << i) ^ (1 << j)

export const areInterchangeable = (g: NaiveGame, i: number, j: number): boolean =>
  allMasks(g).every((mask) => wins(g, mask) === wins(g, swap(mask, i, j)))

export const fewest = (g: NaiveGame): number => Math.min(...minimalWinning(g).map(sizeOf))
export const most = (g: NaiveGame): number => Math.max(...minimalWinning(g).map(sizeOf))
export const winningCount = (g: NaiveGame): number => allMasks(g).filter((mask) => wins(g, mask)).length

export const swings = (g: NaiveGame): number[] =>
  playersOf(g).map(
    (i) => allMasks(g).filter((mask) => !has(mask, i) && !wins(g, mask) && wins(g, mask | (1 << i))).length,
  )

const factorial = (n: number): bigint => (n < 2 ? 1n : BigInt(n) * factorial(n - 1))

/** Orders of all players in which each one completes the weight; out of n! orders. */
export const pivots = (g: NaiveGame): bigint[] =>
  playersOf(g).map((i) =>
    allMasks(g)
      .filter((mask) => !has(mask, i) && !wins(g, mask) && wins(g, mask | (1 << i)))
      .reduce(
        (sum, mask) => sum + factorial(sizeOf(mask)) * factorial(g.weights.length - 1 - sizeOf(mask)),
        0n,
      ),
  )

export const isProper = (g: NaiveGame): boolean =>
  allMasks(g).every((mask) => !(wins(g, mask) && wins(g, everybody(g) ^ mask)))

export const isStrong = (g: NaiveGame): boolean =>
  allMasks(g).every((mask) => wins(g, mask) || wins(g, everybody(g) ^ mask))

export const entails = (a: NaiveGame, b: NaiveGame): boolean =>
  allMasks(a).every((mask) => !wins(a, mask) || wins(b, mask))

/** For each key the units that have a copy; units are numbers below `count`. */
export interface NaiveUnits {
  readonly count: number
  readonly of: readonly (readonly number[])[]
}

/** The least number of units whose loss, or theft, is bad; infinite where not even all are enough. */
const leastEvent = ({ count }: NaiveUnits, isBad: (units: Mask) => boolean): number => {
  let least = Number.POSITIVE_INFINITY
  for (let units = 0; units < 2 ** count; units++) if (isBad(units)) least = Math.min(least, sizeOf(units))
  return least
}

const keysWhere = ({ of }: NaiveUnits, falls: (units: readonly number[]) => boolean): Mask =>
  of.reduce((mask, units, i) => (falls(units) ? mask | (1 << i) : mask), 0)

export const leastLoss = (g: NaiveGame, units: NaiveUnits): number =>
  leastEvent(units, (lost) =>
    blocks(
      g,
      keysWhere(units, (copies) => copies.every((unit) => has(lost, unit))),
    ),
  )

export const leastTheft = (g: NaiveGame, units: NaiveUnits): number =>
  leastEvent(units, (stolen) =>
    wins(
      g,
      keysWhere(units, (copies) => copies.some((unit) => has(stolen, unit))),
    ),
  )

/** The chance of a winning coalition, each key falling by itself. */
export const winningChance = (g: NaiveGame, chances: readonly number[]): number =>
  allMasks(g)
    .filter((mask) => wins(g, mask))
    .reduce(
      (sum, mask) => sum + chances.reduce((product, p, i) => product * (has(mask, i) ? p : 1 - p), 1),
      0,
    )

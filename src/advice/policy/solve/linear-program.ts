/**
 * Linear inequalities over unknown numbers that are at least 0, solved exactly: numbers that keep them,
 * the sum of the numbers as small as it can be; or multipliers under which they add up to nonsense
 * (Farkas). Rows may be added to what is solved already, and little has to be done again.
 *
 * The method is the dual simplex, which begins where all numbers are 0, with the rule of Bland, so that
 * it ends. Fractions share one denominator, and every division is exact (Bareiss, 1968).
 */

/** So often each number, together at least so much. */
export interface Row {
  readonly coefficients: readonly number[]
  readonly least: number
}

/** D times a number that is not 0 as such, by numbers that are: `constant + Σ coefficient · number`. */
interface Line {
  readonly of: number
  readonly constant: bigint
  readonly coefficients: readonly bigint[]
}

/** Rows, solved. Numbers are counted from 0; after them comes what each row has to spare. */
export interface Tableau {
  readonly unknowns: number
  readonly rows: number
  /** What is 0 at the moment, and what its increase costs. */
  readonly free: readonly number[]
  readonly costs: readonly bigint[]
  readonly lines: readonly Line[]
  readonly denominator: bigint
}

/** Whether rows can be kept. */
export type Solved =
  /** Numbers with one denominator. */
  | {
      readonly _tag: 'Feasible'
      readonly tableau: Tableau
      readonly numerators: readonly bigint[]
      readonly denominator: bigint
    }
  /** Each row so often: all coefficients are 0 or less, and what is asked for is more than 0. */
  | { readonly _tag: 'Infeasible'; readonly multipliers: readonly bigint[] }

/** No rows. What is kept small is the sum of the numbers, each counted once, or as often as said. */
export const emptyTableau = (unknowns: number, costs?: readonly number[]): Tableau => ({
  unknowns,
  rows: 0,
  free: Array.from({ length: unknowns }, (_, index) => index),
  costs: Array.from({ length: unknowns }, (_, index) =>
    costs === undefined ? 1n : BigInt(costs[index] ?? 0),
  ),
  lines: [],
  denominator: 1n,
})

const at = (values: readonly bigint[], index: number): bigint => values[index] ?? 0n

/** One row more, said by what is free now. */
export const withRow =
  ({ coefficients, least }: Row) =>
  (tableau: Tableau): Tableau => {
    const { free, lines, denominator, unknowns, rows } = tableau
    let constant = -BigInt(least) * denominator
    const sums = free.map((of) => (of < unknowns ? BigInt(coefficients[of] ?? 0) * denominator : 0n))
    for (const line of lines) {
      const times = line.of < unknowns ? BigInt(coefficients[line.of] ?? 0) : 0n
      if (times === 0n) continue
      constant += times * line.constant
      line.coefficients.forEach((coefficient, index) => (sums[index] = at(sums, index) + times * coefficient))
    }
    const line = { of: unknowns + rows, constant, coefficients: sums }
    return { ...tableau, rows: rows + 1, lines: [...lines, line] }
  }

/** What is short, the first of its kind; none where nothing is. */
const shortLine = (lines: readonly Line[]): Line | undefined =>
  lines.reduce<Line | undefined>(
    (first, line) => (line.constant < 0n && (first === undefined || line.of < first.of) ? line : first),
    undefined,
  )

/** What makes up for it at the least cost; -1 where nothing does. */
const cheapest = ({ costs, free }: Tableau, { coefficients }: Line): number => {
  let best = -1
  coefficients.forEach((coefficient, index) => {
    if (coefficient <= 0n) return
    const [left, right] = [at(costs, index) * at(coefficients, best), at(costs, best) * coefficient]
    const isEarlier = (free[index] ?? 0) < (free[best] ?? 0)
    if (best === -1 || left < right || (left === right && isEarlier)) best = index
  })
  return best
}

/** The short line is made 0, and what makes up for it is not 0 any more. */
const pivot = (tableau: Tableau, short: Line, entering: number): Tableau => {
  const { denominator, free, costs, lines } = tableau
  const by = at(short.coefficients, entering)
  const exchanged = (values: readonly bigint[]): readonly bigint[] => {
    const times = at(values, entering)
    return values.map((value, index) =>
      index === entering ? times : (by * value - times * at(short.coefficients, index)) / denominator,
    )
  }
  const entered: Line = {
    of: free[entering] ?? 0,
    constant: -short.constant,
    coefficients: short.coefficients.map((value, index) => (index === entering ? denominator : -value)),
  }
  return {
    ...tableau,
    denominator: by,
    free: free.map((of, index) => (index === entering ? short.of : of)),
    costs: exchanged(costs),
    lines: lines.map((line) =>
      line === short
        ? entered
        : {
            of: line.of,
            constant: (by * line.constant - at(line.coefficients, entering) * short.constant) / denominator,
            coefficients: exchanged(line.coefficients),
          },
    ),
  }
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b))

/** Each row so often as the line that cannot be made up for says. */
const multipliersOf = ({ unknowns, rows, free, denominator }: Tableau, short: Line): readonly bigint[] => {
  const multipliers = Array.from({ length: rows }, () => 0n)
  if (short.of >= unknowns) multipliers[short.of - unknowns] = denominator
  free.forEach((of, index) => {
    if (of >= unknowns) multipliers[of - unknowns] = -at(short.coefficients, index)
  })
  const common = multipliers.reduce(gcd, 0n)
  return common === 0n ? multipliers : multipliers.map((times) => times / common)
}

/** Numbers that keep all rows, or why there are none. */
export const solve = (start: Tableau): Solved => {
  let tableau = start
  for (;;) {
    const short = shortLine(tableau.lines)
    if (short === undefined) break
    const entering = cheapest(tableau, short)
    if (entering === -1) return { _tag: 'Infeasible', multipliers: multipliersOf(tableau, short) }
    tableau = pivot(tableau, short, entering)
  }
  const numerators = Array.from({ length: tableau.unknowns }, () => 0n)
  for (const { of, constant } of tableau.lines) if (of < tableau.unknowns) numerators[of] = constant
  return { _tag: 'Feasible', tableau, numerators, denominator: tableau.denominator }
}

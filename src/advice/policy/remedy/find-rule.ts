/**
 * A rule that meets all wishes, or a proof that there is none. Wishes are inequalities, far too many to
 * write down; but whoever is asked about a rule can name one that it breaks. So one begins with none,
 * takes the smallest numbers, asks, adds what is broken, and so on (cutting planes).
 *
 * No bound on weights is put into the inequalities: what has no solution here has none with any numbers.
 * Every key weighs at least 1, and that loses nothing: numbers that meet the demands still do when all
 * are multiplied by more than there are keys, and every weight is then raised by 1.
 */
import { MAX_WEIGHT } from '../../../kernel/model/index.js'
import { emptyTableau, solve, withRow, type Row, type Solved, type Tableau } from '../solve/linear-program.js'
import { isKeptBy, type Numbers, type Owned } from './weighing.js'

/** What is said to a rule. */
export type Objection<A> =
  | { readonly _tag: 'None' }
  /** Demands that it breaks. */
  | { readonly _tag: 'Breaks'; readonly rows: readonly Owned<A>[] }
  /** It is not what is wished, and no demand says why. */
  | { readonly _tag: 'Unsaid' }

/** A demand of a proof, and how often it is counted. */
export interface Weighed<A> {
  readonly row: Owned<A>
  readonly times: bigint
}

/** What became of the wishes. `rows` are all demands that came up, the given ones first. */
export type Ruled<A> = { readonly rows: readonly Owned<A>[] } & (
  | { readonly _tag: 'Found'; readonly numbers: Numbers }
  | { readonly _tag: 'Impossible'; readonly proof: readonly Weighed<A>[] }
  /** Too many rounds, numbers above 255, or an objection without a demand. */
  | { readonly _tag: 'GaveUp' }
)

/** Numbers are counted from 1: the row over what is above that. */
const aboveOne = ({ coefficients, least }: Row): Row => ({
  coefficients,
  least: least - coefficients.reduce((sum, times) => sum + times, 0),
})

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b))

/** Whole numbers up to 255 in the same proportions, or nearly so; none where rounding breaks a row. */
const wholeNumbers = (
  { numerators, denominator }: Extract<Solved, { _tag: 'Feasible' }>,
  rows: readonly Row[],
): Numbers | undefined => {
  const scaled = numerators.map((numerator) => numerator + denominator)
  const common = scaled.reduce(gcd, denominator)
  const largest = scaled.reduce((a, b) => (a > b ? a : b), 0n)
  const most = BigInt(MAX_WEIGHT)
  if (largest <= most * common && scaled.every((number) => number % common === 0n))
    return scaled.map((number) => Number(number / common))
  const rounded = scaled.map((number) => Number((number * most * 2n + largest) / (largest * 2n)))
  const fit = rounded.map((number) => Math.max(1, number))
  return rows.every(isKeptBy(fit)) ? fit : undefined
}

const proofOf = <A>(rows: readonly Owned<A>[], multipliers: readonly bigint[]): readonly Weighed<A>[] =>
  rows.flatMap((row, index) => {
    const times = multipliers[index] ?? 0n
    return times > 0n ? [{ row, times }] : []
  })

/** What is wished for. */
export interface Wishes<A> {
  /** How many keys there are. */
  readonly keys: number
  /** Demands that are known already. */
  readonly known: readonly Owned<A>[]
  readonly ask: (numbers: Numbers) => Objection<A>
  /** How often it may be asked. */
  readonly rounds: number
}

/** A rule for which nobody has an objection, or demands that cannot all be met. */
export const findRule = <A>({ keys, known, ask, rounds }: Wishes<A>): Ruled<A> => {
  const all = [...known]
  const add = (tableau: Tableau, row: Row): Tableau => withRow(aboveOne(row))(tableau)
  let tableau = known.reduce(add, emptyTableau(keys + 3))
  for (let round = 0; round < rounds; round++) {
    const solved = solve(tableau)
    if (solved._tag === 'Infeasible')
      return { _tag: 'Impossible', rows: all, proof: proofOf(all, solved.multipliers) }
    const numbers = wholeNumbers(solved, all)
    if (numbers === undefined) break
    const objection = ask(numbers)
    if (objection._tag === 'None') return { _tag: 'Found', rows: all, numbers }
    // A demand that the numbers keep would come up for ever.
    const broken = objection._tag === 'Breaks' ? objection.rows.filter((row) => !isKeptBy(numbers)(row)) : []
    if (broken.length === 0) break
    all.push(...broken)
    tableau = broken.reduce(add, solved.tableau)
  }
  return { _tag: 'GaveUp', rows: all }
}

/**
 * Whole numbers that keep inequalities, the smallest of their kind. The inequalities are far too many to
 * write down, but whoever is asked about numbers can name some that they break (cutting planes). Where
 * the best numbers are fractions, one of them is at most, or at least, a whole number beside it: both are
 * tried, and left as soon as they cannot be better than what is known (branch and bound). Exact.
 */
import { emptyTableau, solve, withRow, type Row, type Solved, type Tableau } from '../../policy/index.js'

/** Numbers with one denominator, each of at least 0. */
export interface Point {
  readonly numerators: readonly bigint[]
  readonly denominator: bigint
}

/** What is said to numbers: rows that they break, that they are kept, or that they are refused without a row. */
export type Said = 'kept' | 'refused' | readonly Row[]

/** What is asked for. */
export interface Program {
  readonly unknowns: number
  /** Of whole numbers the answer is exact. Of fractions, rows that are broken may be left out. */
  readonly ask: (point: Point) => Said
}

/** Work that is left; it is used up as the search goes on: one for each time that rows are solved. */
export interface Effort {
  left: number
}

/** Rows that are known, which grow as the search goes on. */
export type Pool = Row[]

type Feasible = Extract<Solved, { _tag: 'Feasible' }>

/** Whether a point breaks a row. */
export const isBroken =
  ({ numerators, denominator }: Point) =>
  ({ coefficients, least }: Row): boolean => {
    let sum = -BigInt(least) * denominator
    coefficients.forEach((times, index) => {
      if (times !== 0) sum += BigInt(times) * (numerators[index] as bigint)
    })
    return sum < 0n
  }

/** Whether all numbers of a point are whole. */
const isWhole = ({ numerators, denominator }: Point): boolean =>
  numerators.every((numerator) => numerator % denominator === 0n)

/** Numbers of a point, cut off after the whole. */
const wholePart = ({ numerators, denominator }: Point): readonly number[] =>
  numerators.map((numerator) => Number(numerator / denominator))

/** Whole numbers as a point. */
export const pointOf = (numbers: readonly number[]): Point => ({
  numerators: numbers.map(BigInt),
  denominator: 1n,
})

const only = (unknowns: number, index: number, times: number): readonly number[] =>
  Array.from({ length: unknowns }, (_, other) => (other === index ? times : 0))

const atMost = (unknowns: number, index: number, most: number): Row => ({
  coefficients: only(unknowns, index, -1),
  least: -most,
})

const atLeast = (unknowns: number, index: number, least: number): Row => ({
  coefficients: only(unknowns, index, 1),
  least,
})

/** What is kept small. */
const valueOf = (costs: readonly number[], numbers: readonly number[]): number =>
  numbers.reduce((sum, number, index) => sum + number * (costs[index] ?? 0), 0)

/** What whole numbers cost at least that are no better than a point. */
const boundOf = (costs: readonly number[], { numerators, denominator }: Point): bigint => {
  const sum = numerators.reduce((all, numerator, index) => all + numerator * BigInt(costs[index] ?? 0), 0n)
  return (sum + denominator - 1n) / denominator
}

/** Takes out the part that promises most; of equals the newest, so that the search comes to an end. */
const takeBest = (open: Part[]): Part | undefined => {
  let best = open.length - 1
  for (let at = best - 1; at >= 0; at--) if ((open[at] as Part).bound < (open[best] as Part).bound) best = at
  return open.splice(best, 1)[0]
}

/** A part of the search: the rows so far, and between what each number lies. */
interface Part {
  readonly tableau: Tableau
  /** Numbers that are settled, where a whole point was refused without a row. */
  readonly settled: ReadonlySet<number>
  /** Nothing in it costs less. */
  readonly bound: bigint
}

/** Solves rows, with all that is broken added; none where nothing keeps them. */
const settle = (
  { ask }: Program,
  pool: Pool,
  start: Tableau,
  effort: Effort,
  isEnough: (point: Point) => boolean,
): { readonly solved: Feasible; readonly said: Said } | undefined => {
  let tableau = start
  while (effort.left-- > 0) {
    const solved = solve(tableau)
    if (solved._tag === 'Infeasible' || isEnough(solved)) return undefined
    const known = pool.filter(isBroken(solved))
    const said = known.length > 0 ? known : ask(solved)
    if (typeof said === 'string') return { solved, said }
    const broken = said.filter(isBroken(solved))
    // Rows that a point keeps would come up for ever.
    if (broken.length === 0) return { solved, said: isWhole(solved) ? 'refused' : 'kept' }
    if (known.length === 0) pool.push(...broken)
    tableau = broken.reduce((before, row) => withRow(row)(before), solved.tableau)
  }
  return undefined
}

/** The parts that a part falls into: without these numbers, and with all others. */
const partsOf = (
  program: Program,
  { settled }: Part,
  bound: bigint,
  { tableau, ...point }: Feasible,
): readonly Part[] => {
  const { unknowns } = program
  const whole = wholePart(point)
  const fraction = point.numerators.findIndex((numerator) => numerator % point.denominator !== 0n)
  const place = fraction >= 0 ? fraction : whole.findIndex((_, index) => !settled.has(index))
  if (place < 0) return []
  const number = whole[place] as number
  const below = (most: number): readonly Part[] =>
    most < 0 ? [] : [{ tableau: withRow(atMost(unknowns, place, most))(tableau), settled, bound }]
  const above: Part = { tableau: withRow(atLeast(unknowns, place, number + 1))(tableau), settled, bound }
  if (fraction >= 0) return [above, ...below(number)]
  const rows = [atMost(unknowns, place, number), atLeast(unknowns, place, number)]
  const same: Part = {
    tableau: rows.reduce((before, row) => withRow(row)(before), tableau),
    settled: new Set([...settled, place]),
    bound,
  }
  return [above, ...below(number - 1), same]
}

/** What a search found. */
export interface Minimum {
  /** The best numbers so far; none where there are none. */
  readonly numbers: readonly number[] | undefined
  /** Whether the search came to its end: nothing is better. */
  readonly isProved: boolean
}

/** The whole numbers that keep everything and cost least, where some may be known already. */
export const minimise = (
  program: Program,
  pool: Pool,
  costs: readonly number[],
  known: readonly number[] | undefined,
  effort: Effort,
): Minimum => {
  let numbers = known
  const start = pool.reduce((before, row) => withRow(row)(before), emptyTableau(program.unknowns, costs))
  const open: Part[] = [{ tableau: start, settled: new Set(), bound: 0n }]
  for (let part = takeBest(open); part !== undefined; part = takeBest(open)) {
    const isEnough = (point: Point): boolean =>
      numbers !== undefined && boundOf(costs, point) >= BigInt(valueOf(costs, numbers))
    const settled = settle(program, pool, part.tableau, effort, isEnough)
    if (effort.left < 0) return { numbers, isProved: false }
    if (settled === undefined) continue
    const { solved, said } = settled
    const bound = boundOf(costs, solved)
    if (said === 'kept' && isWhole(solved)) numbers = wholePart(solved)
    // It costs more than was thought: others come first.
    else if (open.some((other) => other.bound < bound)) open.push({ ...part, tableau: solved.tableau, bound })
    else open.push(...partsOf(program, part, bound, solved))
  }
  return { numbers, isProved: true }
}

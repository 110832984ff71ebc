/**
 * A repair that changes more numbers than can be tried one by one: those that keep all demands and are
 * nearest to what is there, taken all together. It is a repair, and need not be the smallest.
 */
import { MAX_WEIGHT } from '../../../kernel/model/index.js'
import { askedAbout, rowsToKeep, type Order } from './candidate.js'
import { emptyTableau, solve, withRow, type Row, type Solved, type Tableau } from '../solve/linear-program.js'
import { isKeptBy, slackOf, type Numbers } from './weighing.js'

/** So many candidates are asked about. */
const ROUNDS = 60

/** A row over what is added to each number, and then over what is taken away. */
const overChanges =
  (numbers: Numbers) =>
  (row: Row): Row => ({
    coefficients: [...row.coefficients, ...row.coefficients.map((times) => -times)],
    least: -slackOf(numbers)(row),
  })

/** The bounds of numbers that are out of them. */
const boundsBroken = (candidate: Numbers, keys: number): readonly Row[] =>
  candidate.flatMap((number, place): readonly Row[] => {
    const only = (times: number): readonly number[] =>
      candidate.map((_, other) => (other === place ? times : 0))
    const least = place < keys ? 0 : 1
    if (number < least) return [{ coefficients: only(1), least }]
    return number > MAX_WEIGHT ? [{ coefficients: only(-1), least: -MAX_WEIGHT }] : []
  })

/** Whole numbers near the solution; none where it takes fractions. */
const moved = (
  numbers: Numbers,
  { numerators, denominator }: Extract<Solved, { _tag: 'Feasible' }>,
  rows: readonly Row[],
): Numbers | undefined => {
  const by = (place: number): number => Number(numerators[place] ?? 0n) / Number(denominator)
  const candidate = numbers.map((number, place) =>
    Math.round(number + by(place) - by(numbers.length + place)),
  )
  return rows.every(isKeptBy(candidate)) ? candidate : undefined
}

/** Takes back what is not needed, one number after the other. */
const withoutNeedless = (start: Numbers, numbers: Numbers, isGood: (one: Numbers) => boolean): Numbers =>
  numbers.reduce((kept, number, place) => {
    if (kept[place] === number) return kept
    const less = kept.map((one, other) => (other === place ? number : one))
    return isGood(less) ? less : kept
  }, start)

/** Numbers with which the wanted claims hold and no other gets worse. */
export const widerRepairOf = (order: Order): Numbers | undefined => {
  const { numbers, keys } = order.ground
  const ask = askedAbout(order)
  const rows: Row[] = [...rowsToKeep(order)]
  const add = (tableau: Tableau, row: Row): Tableau => withRow(overChanges(numbers)(row))(tableau)
  let tableau = rows.reduce(add, emptyTableau(2 * numbers.length))
  for (let round = 0; round < ROUNDS; round++) {
    const solved = solve(tableau)
    if (solved._tag === 'Infeasible') return undefined
    const candidate = moved(numbers, solved, rows)
    if (candidate === undefined) return undefined
    const bounds = boundsBroken(candidate, keys.length)
    const lesson = bounds.length > 0 ? { _tag: 'Not' as const, rows: bounds } : ask(candidate)
    if (lesson._tag === 'Fine') return withoutNeedless(candidate, numbers, (one) => ask(one)._tag === 'Fine')
    const broken = lesson.rows.filter((row) => !isKeptBy(candidate)(row))
    if (broken.length === 0) return undefined
    rows.push(...broken)
    tableau = broken.reduce(add, solved.tableau)
  }
  return undefined
}

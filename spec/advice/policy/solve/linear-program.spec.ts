import { expect } from 'chai'
import * as fc from 'fast-check'
import {
  emptyTableau,
  solve,
  withRow,
  type Row,
  type Solved,
} from '../../../../src/advice/policy/solve/linear-program.js'

const UNKNOWNS = 3
const MOST = 6

const row = fc.record({
  coefficients: fc.array(fc.integer({ min: -2, max: 2 }), { minLength: UNKNOWNS, maxLength: UNKNOWNS }),
  least: fc.integer({ min: -4, max: 5 }),
})

const solved = (rows: readonly Row[]): Solved =>
  solve(rows.reduce((tableau, one) => withRow(one)(tableau), emptyTableau(UNKNOWNS)))

/** The smallest sum of whole numbers up to 6 that keep the rows. */
const byHand = (rows: readonly Row[]): number | undefined => {
  const points = Array.from({ length: (MOST + 1) ** UNKNOWNS }, (_, code) =>
    Array.from({ length: UNKNOWNS }, (_one, index) => Math.floor(code / (MOST + 1) ** index) % (MOST + 1)),
  )
  const kept = points.filter((point) =>
    rows.every(
      ({ coefficients, least }) =>
        coefficients.reduce((sum, times, i) => sum + times * point[i]!, 0) >= least,
    ),
  )
  const sums = kept.map((point) => point.reduce((sum, one) => sum + one, 0))
  return sums.length === 0 ? undefined : Math.min(...sums)
}

const combined = (rows: readonly Row[], multipliers: readonly bigint[], of: (one: Row) => number): bigint =>
  rows.reduce((sum, one, index) => sum + BigInt(of(one)) * multipliers[index]!, 0n)

/** Numbers that keep the rows, or multipliers that leave none: whichever it is, it is checked here. */
const isProved = (rows: readonly Row[], result: Solved): boolean => {
  if (result._tag === 'Infeasible') {
    const { multipliers } = result
    const columns = Array.from({ length: UNKNOWNS }, (_, i) =>
      combined(rows, multipliers, ({ coefficients }) => coefficients[i]!),
    )
    return (
      multipliers.every((times) => times >= 0n) &&
      columns.every((sum) => sum <= 0n) &&
      combined(rows, multipliers, ({ least }) => least) > 0n
    )
  }
  const { numerators, denominator } = result
  return (
    denominator > 0n &&
    numerators.every((number) => number >= 0n) &&
    rows.every(
      ({ coefficients, least }) =>
        coefficients.reduce((sum, times, i) => sum + BigInt(times) * numerators[i]!, 0n) >=
        BigInt(least) * denominator,
    )
  )
}

describe('policy/remedy: linear inequalities', () => {
  it('finds numbers that keep all rows, or multipliers under which they add up to nonsense', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 7 }), (rows) => {
        expect(isProved(rows, solved(rows))).to.equal(true)
      }),
      { numRuns: 1500 },
    )
  })

  it('finds the smallest sum: no whole numbers have a smaller one', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), (rows) => {
        const sum = byHand(rows)
        const result = solved(rows)
        if (sum === undefined) return
        if (result._tag === 'Infeasible') throw new Error('whole numbers keep the rows')
        const least = result.numerators.reduce((all, one) => all + one, 0n)
        expect(least <= BigInt(sum) * result.denominator).to.equal(true)
      }),
      { numRuns: 500 },
    )
  })

  it('rows may be added to what is solved', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 5 }), fc.array(row, { maxLength: 3 }), (first, more) => {
        const before = solved(first)
        if (before._tag === 'Infeasible') return
        const after = solve(more.reduce((tableau, one) => withRow(one)(tableau), before.tableau))
        const atOnce = solved([...first, ...more])
        expect(isProved([...first, ...more], after)).to.equal(true)
        expect(after._tag).to.equal(atOnce._tag)
        if (after._tag === 'Infeasible' || atOnce._tag === 'Infeasible') return
        const sum = (all: readonly bigint[]): bigint => all.reduce((total, one) => total + one, 0n)
        expect(sum(after.numerators) * atOnce.denominator).to.equal(
          sum(atOnce.numerators) * after.denominator,
        )
      }),
      { numRuns: 500 },
    )
  })

  it('no rows are kept by nothing', () => {
    expect(solved([])).to.deep.include({ _tag: 'Feasible', numerators: [0n, 0n, 0n] })
  })
})

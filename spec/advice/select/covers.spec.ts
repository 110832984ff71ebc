import { expect } from 'chai'
import * as fc from 'fast-check'
import type { Ending } from '../../../src/advice/select/cover/class-cover.js'
import type { RankedCover } from '../../../src/advice/select/cover/component-covers.js'
import { componentsOf } from '../../../src/advice/select/cover/component.js'
import { minimalCoversOf } from '../../../src/advice/select/cover/covers.js'
import { narrowSearch } from '../../../src/advice/select/cover/narrow-search.js'
import {
  costOf,
  covers,
  placesOf,
  type Cover,
  type CoverProblem,
} from '../../../src/advice/select/cover/problem.js'
import { wideSearch } from '../../../src/advice/select/cover/wide-search.js'

interface Shape {
  readonly items: number
  readonly rows: number
  readonly uniform: boolean
}

/** Problems of at most so many items and rows, in one list or two. */
const problemOf = ({ items, rows, uniform }: Shape): fc.Arbitrary<CoverProblem> =>
  fc.integer({ min: 1, max: 2 }).chain((lists) =>
    fc
      .record({
        rowLists: fc.array(fc.nat({ max: lists - 1 }), { maxLength: rows }),
        largest: fc.constantFrom(1, 2, 5, 9),
        holderCost: uniform ? fc.constant(0) : fc.nat({ max: 4 }),
        places: fc.array(fc.integer({ min: 1, max: 8 }), { minLength: lists, maxLength: lists }),
      })
      .chain(({ rowLists, largest, ...rest }) =>
        fc.record({
          needed: fc.tuple(...rowLists.map(() => fc.integer({ min: 1, max: largest * 3 }))),
          items: fc.array(
            fc
              .record({
                cost: uniform ? fc.constant(1) : fc.nat({ max: 5 }),
                holder: fc.integer({ min: -1, max: uniform ? -1 : 2 }),
                list: fc.nat({ max: lists - 1 }),
                weights: fc.array(fc.nat({ max: largest }), {
                  minLength: rowLists.length,
                  maxLength: rowLists.length,
                }),
              })
              .map(({ weights, ...item }) => ({
                ...item,
                weights: weights.flatMap((weight, row) =>
                  weight > 0 && rowLists[row] === item.list ? [[row, weight] as const] : [],
                ),
              })),
            { maxLength: items },
          ),
          holderCost: fc.constant(rest.holderCost),
          places: fc.constant(rest.places),
        }),
      ),
  )

const never = (): boolean => false

const list = (covering: Generator<RankedCover, Ending>): { all: readonly RankedCover[]; ending: Ending } => {
  const all: RankedCover[] = []
  for (;;) {
    const next = covering.next()
    if (next.done === true) return { all, ending: next.value }
    all.push(next.value)
  }
}

/** Every minimal cover that fits, by trying every set. */
const byTrying = (problem: CoverProblem): readonly Cover[] => {
  const found: Cover[] = []
  for (let set = 0; set < 1 << problem.items.length; set++) {
    const items = [...problem.items.keys()].filter((item) => ((set >> item) & 1) === 1)
    if (!covers(problem)(items)) continue
    if (items.some((item) => covers(problem)(items.filter((other) => other !== item)))) continue
    if (placesOf(problem)(items).some((n, at) => n > problem.places[at]!)) continue
    found.push({ items, cost: costOf(problem)(items) })
  }
  return found
}

const text = (all: readonly Cover[]): readonly string[] =>
  all.map(({ items, cost }) => `${items.join()}: ${String(cost)}`).toSorted()

const shapes: fc.Arbitrary<CoverProblem> = fc.oneof(
  problemOf({ items: 8, rows: 4, uniform: true }),
  problemOf({ items: 8, rows: 4, uniform: false }),
  problemOf({ items: 10, rows: 1, uniform: false }),
)

describe('select: covers', () => {
  it('are those that trying every set finds, in order of cost', () => {
    let found = 0
    fc.assert(
      fc.property(shapes, (problem) => {
        const { all, ending } = list(minimalCoversOf(problem, never))
        expect(text(all)).to.deep.equal(text(byTrying(problem)))
        expect(ending).to.equal('exhausted')
        const costs = all.map(({ cost }) => cost)
        expect(costs).to.deep.equal(costs.toSorted((a, b) => a - b))
        expect(all.every(({ isProved }) => isProved)).to.equal(true)
        found += all.length
      }),
      { numRuns: 800 },
    )
    expect(found).to.be.greaterThan(300)
  })

  it('are as cheap by every search', () => {
    let found = 0
    fc.assert(
      fc.property(problemOf({ items: 9, rows: 5, uniform: false }), (problem) => {
        const places = [20, 20]
        const roomy = { ...problem, places }
        const expected = byTrying(roomy).reduce((least, { cost }) => Math.min(least, cost), Infinity)
        const totals = [narrowSearch, wideSearch].map((search) =>
          componentsOf(roomy).reduce(
            (sum, component) => sum + (search(component, places, never).cover?.cost ?? Infinity),
            0,
          ),
        )
        expect(totals).to.deep.equal([expected, expected])
        if (expected < Infinity) found++
      }),
      { numRuns: 800 },
    )
    expect(found).to.be.greaterThan(80)
  })

  it('fit into their places by every search', () => {
    fc.assert(
      fc.property(problemOf({ items: 9, rows: 4, uniform: true }), (problem) => {
        for (const component of componentsOf(problem))
          for (const search of [narrowSearch, wideSearch]) {
            const { cover, isProved } = search(component, problem.places, never)
            expect(isProved).to.equal(true)
            if (cover !== undefined)
              expect(cover.counts.reduce((sum, n) => sum + n, 0)).to.be.at.most(
                problem.places.reduce((a, b) => a + b),
              )
          }
      }),
      { numRuns: 120 },
    )
  })

  it('hold nothing without need, also what costs nothing', () => {
    fc.assert(
      fc.property(problemOf({ items: 9, rows: 4, uniform: false }), (problem) => {
        const free = {
          ...problem,
          places: [20, 20],
          items: problem.items.map((item, at) => ({ ...item, cost: at % 2 })),
        }
        const minimal = new Set(text(byTrying(free)).map((one) => one.replace(/:.*/, '')))
        const components = componentsOf(free)
        for (const search of [narrowSearch, wideSearch]) {
          const found = components.map((component) => search(component, free.places, never).cover)
          if (found.includes(undefined)) continue
          const items = found.flatMap((cover, at) =>
            components[at]!.classes.flatMap(({ members }, index) => members.slice(0, cover!.counts[index])),
          )
          expect(minimal).to.include(items.toSorted((a, b) => a - b).join())
        }
      }),
      { numRuns: 200 },
    )
  })

  it('end where the budget does, and are true as far as they go', () => {
    fc.assert(
      fc.property(shapes, fc.nat({ max: 30 }), (problem, budget) => {
        let steps = 0
        const { all, ending } = list(minimalCoversOf(problem, () => steps++ >= budget))
        const expected = text(byTrying(problem))
        expect(expected).to.include.members([...text(all)])
        if (ending === 'exhausted') expect(text(all)).to.deep.equal(expected)
        const proved = all.filter(({ isProved }) => isProved).map(({ cost }) => cost)
        const least = byTrying(problem).reduce((lowest, { cost }) => Math.min(lowest, cost), Infinity)
        if (proved[0] !== undefined) expect(proved[0]).to.equal(least)
      }),
      { numRuns: 400 },
    )
  })

  it('of a million million come one after the other', () => {
    const items = Array.from({ length: 60 }, (_, at) => ({
      cost: 1,
      holder: -1,
      list: 0,
      weights: [[Math.floor(at / 10), 1] as const],
    }))
    const problem: CoverProblem = { needed: [3, 3, 3, 3, 3, 3], items, holderCost: 0, places: [20] }
    const all = minimalCoversOf(problem, never)
    for (let i = 0; i < 1000; i++) expect((all.next().value as Cover).cost).to.equal(18)
  })
})

import { expect } from 'chai'
import * as fc from 'fast-check'
import { keep, walkOrder, type KeepRule, type Target, type Worth } from '../../../src/advice/select/keep.js'
import { usableOrder } from '../../../src/advice/select/trim/order.js'

interface Choice {
  readonly targets: readonly Target[]
  readonly worths: readonly Worth[]
}

const choice = (most: number): fc.Arbitrary<Choice> =>
  fc
    .array(fc.record({ needed: fc.integer({ min: 1, max: 9 }), given: fc.constantFrom(0, 0, 0, 1, 3) }), {
      minLength: 1,
      maxLength: 3,
    })
    .chain((targets) =>
      fc.record({
        targets: fc.constant(targets),
        worths: fc.array(
          fc.record({
            kind: fc.constantFrom(0, 1, 1, 1, 2),
            weights: fc.array(fc.constantFrom(0, 1, 1, 2, 3, 5), {
              minLength: targets.length,
              maxLength: targets.length,
            }),
            value: fc.constantFrom(1, 1, 1, 2, -1),
            isFixed: fc.constant(false),
          }),
          { maxLength: most },
        ),
      }),
    )

const sums = ({ targets, worths }: Choice, kept: readonly number[]): readonly number[] =>
  targets.map(({ given }, at) => kept.reduce((sum, i) => sum + worths[i]!.weights[at]!, given))

const isMet = (of: Choice, kept: readonly number[]): boolean =>
  sums(of, kept).every((sum, at) => sum >= of.targets[at]!.needed)

/** As the network walks: signature by signature, until what is needed is reached. */
const isAllUsed = ({ targets, worths }: Choice, order: readonly number[]): boolean => {
  const walked = order.toSorted((a, b) => worths[a]!.kind - worths[b]!.kind)
  const used = new Set<number>()
  for (const [at, { needed, given }] of targets.entries()) {
    let sum = given
    for (const i of walked) {
      if (sum >= needed) break
      const weight = worths[i]!.weights[at]!
      if (weight > 0) used.add(i)
      sum += weight
    }
  }
  return used.size === order.length
}

const subsets = (count: number): readonly (readonly number[])[] =>
  Array.from({ length: 1 << count }, (_, set) =>
    Array.from({ length: count }, (__, i) => i).filter((i) => ((set >> i) & 1) === 1),
  )

const isAllowed = (rule: KeepRule, of: Choice, kept: readonly number[]): boolean =>
  isMet(of, kept) &&
  (rule === 'usable'
    ? isAllUsed(of, kept)
    : kept.every(
        (one) =>
          !isMet(
            of,
            kept.filter((other) => other !== one),
          ),
      ))

const valueOf = ({ worths }: Choice, kept: readonly number[]): number =>
  kept.reduce((sum, i) => sum + worths[i]!.value, 0)

const isEarlier = (a: readonly number[], b: readonly number[]): boolean => {
  const all = new Set([...a, ...b])
  const first = [...all].toSorted((x, y) => x - y).find((i) => a.includes(i) !== b.includes(i))
  return first !== undefined && a.includes(first)
}

const permutations = (list: readonly number[]): readonly (readonly number[])[] =>
  list.length === 0
    ? [[]]
    : list.flatMap((one) => permutations(list.filter((i) => i !== one)).map((rest) => [one, ...rest]))

describe('select: choosing among signatures', () => {
  it('keeps the most value, and of equals the earliest, as trying every set does', () => {
    fc.assert(
      fc.property(
        choice(8),
        fc.constantFrom<KeepRule>('needed', 'usable'),
        fc.integer({ min: 1, max: 8 }),
        (of, rule, most) => {
          const found = keep(rule, of.targets, most)(of.worths)
          const allowed = subsets(of.worths.length).filter(
            (kept) => kept.length <= most && isAllowed(rule, of, kept),
          )
          if (allowed.length === 0) {
            expect(found).to.equal(undefined)
            return
          }
          const value = Math.max(...allowed.map((kept) => valueOf(of, kept)))
          expect(found?.isProved).to.equal(true)
          expect(valueOf(of, found!.kept)).to.equal(value)
          expect(isAllowed(rule, of, found!.kept)).to.equal(true)
          if (rule === 'needed')
            expect(
              allowed.some((kept) => valueOf(of, kept) === value && isEarlier(kept, found!.kept)),
            ).to.equal(false)
        },
      ),
      { numRuns: 750 },
    )
  })

  it('finds an order in which all are used, wherever there is one', () => {
    const seen = { some: 0, none: 0 }
    fc.assert(
      fc.property(choice(5), (of) => {
        const order = usableOrder(of.targets)(of.worths)
        const all = permutations([...of.worths.keys()])
        if (order === undefined) {
          seen.none++
          expect(all.some((one) => isAllUsed(of, one))).to.equal(false)
        } else {
          seen.some++
          expect(isAllUsed(of, order)).to.equal(true)
        }
      }),
      { numRuns: 500 },
    )
    expect(Math.min(seen.some, seen.none)).to.be.greaterThan(35)
  })

  it('needs no order for what holds nothing without need', () => {
    fc.assert(
      fc.property(choice(5), (of) => {
        const found = keep('needed', of.targets, 20)(of.worths)
        if (found === undefined) return
        for (const order of permutations(found.kept)) expect(isAllUsed(of, order)).to.equal(true)
      }),
      { numRuns: 150 },
    )
  })

  it('walks hash(x) before keys before payloads', () => {
    const worth = (kind: number): Worth => ({ kind, weights: [1], value: 1, isFixed: false })
    expect(walkOrder([worth(2), worth(1), worth(0), worth(1)])).to.deep.equal([2, 1, 3, 0])
  })
})

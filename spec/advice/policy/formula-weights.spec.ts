import { expect } from 'chai'
import * as fc from 'fast-check'
import * as O from 'fp-ts/lib/Option.js'
import {
  heaviestWithJustEnough,
  heaviestWithout,
  lightestEnough,
} from '../../../src/advice/policy/formula-weights.js'
import { isReadOnce, isSatisfiedBy, keysIn, type Formula } from '../../../src/advice/policy/index.js'
import type { Weighed } from '../../../src/advice/policy/weigh.js'

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f']

const leaf = (key: string): Formula => ({ _tag: 'Key', said: key, key })

const anyOf = (of: fc.Arbitrary<readonly Formula[]>): fc.Arbitrary<Formula> =>
  of.chain((parts) =>
    fc.integer({ min: 1, max: parts.length }).map((count) => ({ _tag: 'AnyOf', count, said: '', of: parts })),
  )

/** Keys may stand more than once. */
const formula: fc.Arbitrary<Formula> = fc.letrec<{ formula: Formula }>((tie) => ({
  formula: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(...NAMES).map(leaf),
    anyOf(fc.array(tie('formula'), { minLength: 1, maxLength: 4 })),
  ),
})).formula

/** Every key once at most: the names in some order, cut into pieces, and those into formulas. */
const readOnce: fc.Arbitrary<Formula> = fc
  .tuple(fc.shuffledSubarray(NAMES, { minLength: 2 }), fc.nat({ max: 5 }))
  .chain(([names, cut]) => {
    const [left, right] = [names.slice(0, cut), names.slice(cut)].map((part) => part.map(leaf))
    const half = (part: readonly Formula[]): fc.Arbitrary<Formula> => anyOf(fc.constant(part))
    return [left ?? [], right ?? []].some((part) => part.length === 0)
      ? half(names.map(leaf))
      : fc.tuple(half(left ?? []), half(right ?? [])).chain((parts) => half(parts))
  })

const weights = fc.array(fc.nat({ max: 4 }), { minLength: NAMES.length, maxLength: NAMES.length })

const SUBSETS = Array.from({ length: 2 ** NAMES.length }, (_, mask) =>
  NAMES.filter((_, place) => ((mask >>> place) & 1) === 1),
)

const meets = (one: Formula, keys: readonly string[]): boolean =>
  isSatisfiedBy((key) => keys.includes(key))(one)

const isJustEnough = (one: Formula, keys: readonly string[]): boolean =>
  meets(one, keys) &&
  keys.every(
    (key) =>
      !meets(
        one,
        keys.filter((other) => other !== key),
      ),
  )

const weighed = (given: O.Option<Weighed>): Weighed => {
  if (O.isNone(given)) throw new Error('gave up')
  return given.value
}

describe('advice/policy: the weights of formulas', () => {
  const check = (one: Formula, weightList: readonly number[]): void => {
    const weigh = (key: string): number => weightList[NAMES.indexOf(key)] ?? 0
    const sum = (keys: readonly string[]): number => keys.reduce((total, key) => total + weigh(key), 0)
    const sums = (holds: (keys: readonly string[]) => boolean): readonly number[] =>
      SUBSETS.filter((keys) => keys.every((key) => keysIn(one).includes(key)) && holds(keys)).map(sum)

    const least = weighed(lightestEnough(weigh, one))
    expect(meets(one, least.keys)).to.equal(true)
    expect(least.sum).to.equal(sum(least.keys))
    expect(least.sum).to.equal(Math.min(...sums((keys) => meets(one, keys))))

    const just = weighed(heaviestWithJustEnough(weigh, one))
    expect(isJustEnough(one, just.keys)).to.equal(true)
    expect(just.sum).to.equal(sum(just.keys))
    expect(just.sum).to.equal(Math.max(...sums((keys) => isJustEnough(one, keys))))

    const without = weighed(heaviestWithout(weigh, one))
    expect(meets(one, without.keys)).to.equal(false)
    expect(without.sum).to.equal(sum(without.keys))
    expect(without.sum).to.equal(Math.max(...sums((keys) => !meets(one, keys))))
  }

  it('are the extremes over all sets, where every key stands once', () => {
    fc.assert(
      fc.property(readOnce, weights, (one, weightList) => {
        expect(isReadOnce(one)).to.equal(true)
        check(one, weightList)
      }),
      { numRuns: 600 },
    )
  })

  it('are the extremes over all sets, where keys stand as often as they like', () => {
    fc.assert(
      fc.property(formula, weights, (one, weightList) => {
        check(one, weightList)
      }),
      { numRuns: 600 },
    )
  })

  it('are given up for 22 keys of which some stand twice, and found for fewer', () => {
    const names = Array.from({ length: 22 }, (_, index) => `key ${String(index)}`)
    const twice = (count: number): Formula => ({
      _tag: 'AnyOf',
      count: 2,
      said: '',
      of: [...names.slice(0, count).map(leaf), leaf('key 0')],
    })
    const one = (): number => 1
    expect(O.isNone(lightestEnough(one, twice(22)))).to.equal(true)
    expect(O.isNone(heaviestWithJustEnough(one, twice(22)))).to.equal(true)
    expect(O.isNone(heaviestWithout(one, twice(22)))).to.equal(true)
    expect(weighed(lightestEnough(one, twice(12))).sum).to.equal(1)
    expect(weighed(heaviestWithJustEnough(one, twice(12))).sum).to.equal(2)
    expect(weighed(heaviestWithout(one, twice(12))).sum).to.equal(1)
    // Who weighs nothing is not walked.
    const light = (key: string): number => (key === 'key 3' ? 0 : 1)
    expect(weighed(lightestEnough(light, twice(22))).sum).to.equal(1)
  })
})

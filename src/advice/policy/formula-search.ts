/**
 * Formulas in which a key stands more than once: all sets of their keys are tried, each by one step from
 * the one before. Keys that weigh nothing are left out of the walk where they cannot matter. At most 21
 * keys are walked, as many as an account has, which are two million sets.
 */
import * as O from 'fp-ts/lib/Option.js'
import { isSatisfiedBy, keysIn, type Formula } from './formula.js'
import { heaviestFirst, weighed, type Weigh, type Weighed } from './weigh.js'

/** As many keys are walked at most. */
export const MAX_SEARCHED_KEYS = 21

type Test = (mask: number) => boolean

/** The formula over bit masks of some keys; of the other keys all are there, or none. */
const compile = (formula: Formula, bits: ReadonlyMap<string, number>, others: boolean): Test => {
  if (formula._tag === 'Key') {
    const bit = bits.get(formula.key)
    return bit === undefined ? () => others : (mask) => ((mask >>> bit) & 1) === 1
  }
  const parts = formula.of.map((part) => compile(part, bits, others))
  const { count } = formula
  return (mask) => {
    let met = 0
    for (const part of parts) if (part(mask) && ++met >= count) return true
    return false
  }
}

/** Calls for every set of some weights, in the order of Gray: each set differs from the last by one. */
const walk = (weights: readonly number[], visit: (mask: number, sum: number) => void): void => {
  let [mask, sum] = [0, 0]
  visit(mask, sum)
  for (let step = 1; step < 2 ** weights.length; step++) {
    const bit = 31 - Math.clz32(step & -step)
    mask ^= 1 << bit
    const weight = weights[bit] as number
    sum += ((mask >>> bit) & 1) === 1 ? weight : -weight
    visit(mask, sum)
  }
}

interface Space {
  readonly keys: readonly string[]
  readonly weights: readonly number[]
  readonly test: Test
}

const spaceOf = (
  weigh: Weigh,
  formula: Formula,
  isWalked: (key: string) => boolean,
  others: boolean,
): O.Option<Space> => {
  const keys = [...new Set(keysIn(formula))].filter(isWalked)
  if (keys.length > MAX_SEARCHED_KEYS) return O.none
  const bits = new Map(keys.map((key, place) => [key, place]))
  return O.some({ keys, weights: keys.map(weigh), test: compile(formula, bits, others) })
}

const keysOf = ({ keys }: Space, mask: number): readonly string[] =>
  keys.filter((_, place) => ((mask >>> place) & 1) === 1)

/** The best of the sets that pass; there is one. */
const best = (space: Space, better: (a: number, b: number) => boolean, passes: Test): readonly string[] => {
  let found: { readonly mask: number; readonly sum: number } | undefined
  walk(space.weights, (mask, sum) => {
    if ((found === undefined || better(sum, found.sum)) && passes(mask)) found = { mask, sum }
  })
  if (found === undefined) throw new Error('invariant: a formula that nobody, or everybody, satisfies')
  return keysOf(space, found.mask)
}

const less = (a: number, b: number): boolean => a < b
const more = (a: number, b: number): boolean => a > b

/** Without those whom the formula does not need. */
const justEnough = (formula: Formula, keys: readonly string[]): readonly string[] => {
  const present = new Set(keys)
  for (const key of keys) {
    present.delete(key)
    if (!isSatisfiedBy((one) => present.has(one))(formula)) present.add(key)
  }
  return [...present]
}

/** The lightest people who are enough; who weighs nothing may as well be there. */
export const searchLightest = (weigh: Weigh, formula: Formula): O.Option<Weighed> =>
  O.map((space: Space) => {
    const free = [...new Set(keysIn(formula))].filter((key) => weigh(key) === 0)
    const enough = [...best(space, less, space.test), ...free]
    return weighed(weigh, justEnough(formula, heaviestFirst(weigh, enough)))
  })(spaceOf(weigh, formula, (key) => weigh(key) > 0, true))

/** The heaviest people who are not enough; who weighs nothing may as well stay away. */
export const searchHeaviestNotEnough = (weigh: Weigh, formula: Formula): O.Option<Weighed> =>
  O.map((space: Space) =>
    weighed(
      weigh,
      best(space, more, (mask) => !space.test(mask)),
    ),
  )(spaceOf(weigh, formula, (key) => weigh(key) > 0, false))

/** The heaviest people of whom each is needed. Here those without weight count too: one may replace another. */
export const searchHeaviestJustEnough = (weigh: Weigh, formula: Formula): O.Option<Weighed> =>
  O.map((space: Space) => {
    const { test, keys } = space
    const isJustEnough: Test = (mask) => {
      if (!test(mask)) return false
      for (let bit = 0; bit < keys.length; bit++)
        if (((mask >>> bit) & 1) === 1 && test(mask ^ (1 << bit))) return false
      return true
    }
    return weighed(weigh, best(space, more, isJustEnough))
  })(spaceOf(weigh, formula, () => true, false))

/** Random claims of a few keys, at one level or at two. */
import * as fc from 'fast-check'
import type { Claim } from '../../../../src/advice/policy/index.js'
import type { ThresholdLevel } from '../../../../src/kernel/model/index.js'
import { anyOf, can, cannot, every, members, needs, proper, survives, withstands } from './situation.js'

const someOf = (names: readonly string[]): fc.Arbitrary<readonly [number, readonly string[]]> =>
  fc
    .subarray([...names], { minLength: 1 })
    .chain((some) => fc.tuple(fc.integer({ min: 1, max: some.length }), fc.constant(some)))

/** A claim that is nothing but inequalities. */
export const linearClaim = (
  names: readonly string[],
  level: fc.Arbitrary<ThresholdLevel>,
): fc.Arbitrary<Claim> => {
  const count = fc.integer({ min: 1, max: names.length })
  const few = fc.integer({ min: 1, max: names.length - 1 })
  const some = someOf(names)
  return fc.oneof(
    fc.tuple(level, some).map(([at, [k, of]]) => can(at, anyOf(k, 'some', ...of))),
    fc.tuple(level, some).map(([at, [k, of]]) => cannot(at, anyOf(k, 'some', ...of))),
    fc.tuple(level, some).map(([at, [k, of]]) => every(at, anyOf(k, 'some', ...of))),
    fc.tuple(level, some).map(([at, [k, of]]) => needs(at, k, members('some', ...of))),
    fc.tuple(level, few).map(([at, k]) => survives(at, k)),
    fc.tuple(level, count).map(([at, k]) => withstands(at, k)),
  )
}

/** The same, and some that are not. */
export const anyClaim = (
  names: readonly string[],
  level: fc.Arbitrary<ThresholdLevel>,
): fc.Arbitrary<Claim> =>
  fc.oneof({ weight: 5, arbitrary: linearClaim(names, level) }, { weight: 1, arbitrary: level.map(proper) })

/** Assertions `c0`, `c1` and so on of one claim each. */
export const named = (claims: readonly Claim[]): Readonly<Record<string, readonly Claim[]>> =>
  Object.fromEntries(claims.map((claim, index) => [`c${String(index)}`, [claim]]))

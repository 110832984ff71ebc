/** Rare things, said as they are meant: once in so many times. */
import * as fc from 'fast-check'

/** True once in so many times. */
export const seldom = (times: number): fc.Arbitrary<boolean> =>
  fc.integer({ min: 1, max: times }).map((n) => n === times)

/** A value once in so many times, and otherwise none. */
export const seldomSome = <A>(times: number, arbitrary: fc.Arbitrary<A>): fc.Arbitrary<A | undefined> =>
  fc.oneof({ weight: times - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary })

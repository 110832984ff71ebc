/** The few forms that the codecs of a report are made of. */
import * as t from 'io-ts/lib/index.js'

/** An object with these members and no others. */
export const closed = <P extends t.Props>(members: P): t.ExactC<t.TypeC<P>> => t.exact(t.type(members))

/** A list. */
export const list = <C extends t.Mixed>(of: C): t.ReadonlyArrayC<C> => t.readonlyArray(of)

/** What may be missing is written as null. */
export const orNull = <C extends t.Mixed>(of: C): t.UnionC<[C, t.NullC]> => t.union([of, t.null])

/** One of some words. */
export const words = <W extends string>(...all: readonly W[]): t.KeyofC<Record<W, null>> =>
  t.keyof(Object.fromEntries(all.map((word) => [word, null])) as Record<W, null>)

/** A whole number; the type does not say so, because every number that is counted is one. */
export const int: t.Type<number> = t.Int as unknown as t.Type<number>

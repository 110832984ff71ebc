/**
 * Problems of a text while it is read: where each is, and how to tell it.
 *
 * A reader goes on after a problem, so that people see all of them at once. Each is told only when it
 * is shown: a suggestion compares many names, and a hostile file holds a hundred thousand mistakes.
 */
import * as E from 'fp-ts/lib/Either.js'
import { fromArray, type NonEmptyArray } from 'fp-ts/lib/NonEmptyArray.js'
import * as O from 'fp-ts/lib/Option.js'
import { at, failure, type Failure, type Position } from '../../../kernel/model/index.js'

/** One thing wrong, at an offset into the text. */
export interface Problem {
  readonly offset: number
  readonly describe: () => Failure
}

/** What was read, or all that was wrong; left and empty where the fault was told elsewhere. */
export type Read<A> = E.Either<readonly Problem[], A>

/** More problems of one file are counted, not told. */
export const MOST_PROBLEMS = 50

export const problem = (offset: number, describe: () => Failure): Problem => ({ offset, describe })

/** A reading that failed for one reason. */
export const refuse = (offset: number, describe: () => Failure): Read<never> =>
  E.left([problem(offset, describe)])

/** All problems of several readings. */
export const problemsOf = (reads: readonly Read<unknown>[]): readonly Problem[] =>
  reads.flatMap((read) => (E.isLeft(read) ? read.left : []))

/** All values, or all problems. */
export const all = <A>(reads: readonly Read<A>[]): Read<readonly A[]> => {
  const values: A[] = []
  for (const read of reads) if (E.isRight(read)) values.push(read.right)
  return values.length === reads.length ? E.right(values) : E.left(problemsOf(reads))
}

/** A value with named parts, or the problems of all parts. */
export const struct = <A extends object>(reads: { readonly [K in keyof A]: Read<A[K]> }): Read<A> => {
  const parts = Object.entries<Read<unknown>>(reads)
  const read = all(parts.map(([, part]) => part))
  return E.map(
    (values: readonly unknown[]) =>
      Object.fromEntries(parts.map(([name], index) => [name, values[index]])) as A,
  )(read)
}

/** The value, unless there are further problems. */
export const unless =
  (problems: readonly Problem[]) =>
  <A>(read: Read<A>): Read<A> =>
    problems.length === 0 ? read : E.left([...problems, ...problemsOf([read])])

/** What people are shown: in the order of the text, with line and column, the first 50. */
export const tell =
  (positionAt: (offset: number) => Position) =>
  (problems: readonly Problem[]): NonEmptyArray<Failure> => {
    const told = problems
      .toSorted((a, b) => a.offset - b.offset)
      .slice(0, MOST_PROBLEMS)
      .map(({ offset, describe }) => at(positionAt(offset))(describe()))
    const rest = problems.length - told.length
    if (rest > 0) told.push(failure('more-problems', `${String(rest)} more problems are not listed`))
    const failures = fromArray(told)
    if (O.isNone(failures)) throw new Error('invariant: a failed reading has a problem')
    return failures.value
  }

/** Failures in one line each, as the tables of these specs write them. */
import * as O from 'fp-ts/lib/Option.js'
import { isRight, type Either } from 'fp-ts/lib/Either.js'
import type { Failure } from '../../../src/kernel/model/index.js'

/** `3:7 unknown-key`; `- empty-input` where there is no place. */
export const place = ({ code, position }: Failure): string =>
  `${O.isSome(position) ? `${position.value.line}:${position.value.column}` : '-'} ${code}`

/** Everything that a failure says, in one text. */
export const words = ({ message, help }: Failure): string =>
  O.isSome(help) ? `${message} | ${help.value}` : message

/** All failures of a reading that must fail. */
export const failuresOf = <A>(result: Either<Failure | readonly Failure[], A>): readonly Failure[] => {
  if (isRight(result)) throw new Error('expected failures, found a value')
  return Array.isArray(result.left) ? (result.left as readonly Failure[]) : [result.left as Failure]
}

/** The value of a reading that must succeed. */
export const valueOf = <A>(result: Either<Failure | readonly Failure[], A>): A => {
  if (isRight(result)) return result.right
  throw new Error(
    failuresOf(result)
      .map((one) => `${place(one)} ${words(one)}`)
      .join('\n'),
  )
}

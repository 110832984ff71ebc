/**
 * What can be wrong with something that was handed to Quorate: data only, one shape for every room.
 *
 * `code` is stable and kebab-case, for programs; `message` names the thing and says what was expected,
 * for people; `help` says what to do about it. Values that a user wrote stand in backticks. A secret
 * seed never enters a failure: the constructor of the seed failure takes no text.
 */
import * as O from 'fp-ts/lib/Option.js'

/** Where in a text something stands; lines and columns count from 1. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** One thing wrong with one input. */
export interface Failure {
  readonly _tag: 'Failure'
  readonly code: string
  readonly message: string
  readonly help: O.Option<string>
  readonly position: O.Option<Position>
  /** The file, flag or field that the input came from, where that is known. */
  readonly subject: O.Option<string>
}

/** A failure with a stable code and a message; help and place are added by the functions below. */
export const failure = (code: string, message: string, help?: string): Failure => ({
  _tag: 'Failure',
  code,
  message,
  help: O.fromNullable(help),
  position: O.none,
  subject: O.none,
})

/** The same failure, said of a named file, flag or field; a subject that is already there stays. */
export const about =
  (subject: string) =>
  (f: Failure): Failure =>
    O.isSome(f.subject) ? f : { ...f, subject: O.some(subject) }

/** The same failure at a line and column; a position that is already there stays. */
export const at =
  (position: Position) =>
  (f: Failure): Failure =>
    O.isSome(f.position) ? f : { ...f, position: O.some(position) }

/**
 * The failure for a secret seed (`S…`), wherever it is found. It never carries the seed.
 *
 * @example
 * ```ts
 * import { secretSeedFailure } from 'quorate/kernel'
 *
 * console.log(secretSeedFailure().code)
 * // => secret-seed
 * ```
 */
export const secretSeedFailure = (): Failure =>
  failure(
    'secret-seed',
    'a secret seed (S…) stands where a public key is expected; it is not repeated here',
    'remove it from the input, and treat the key as disclosed: move what it protects to a new one',
  )

/** JSON texts. The words of the parser are not passed on, because they repeat what they could not read. */
import * as E from 'fp-ts/lib/Either.js'
import { at, failure, type Failure } from '../../../kernel/model/index.js'
import { positionIn } from './text-position.js'

const NOT_JSON = failure(
  'not-json',
  'this starts as JSON and is not',
  'is it cut short, or is a comma missing?',
)

const failureOf = (text: string, thrown: unknown): Failure => {
  // Some engines say where; none says it in another way.
  const offset = thrown instanceof SyntaxError ? /at position ([0-9]+)/.exec(thrown.message)?.[1] : undefined
  return offset === undefined ? NOT_JSON : at(positionIn(text)(Number(offset)))(NOT_JSON)
}

/**
 * The value of a JSON text.
 *
 * Failure: `not-json`.
 */
export const parseJson = (text: string): E.Either<Failure, unknown> =>
  E.tryCatch(
    (): unknown => JSON.parse(text),
    (thrown) => failureOf(text, thrown),
  )

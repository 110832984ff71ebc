/** The query of a URI taken apart: names and values, with their escapes resolved (RFC 3986). */
import * as E from 'fp-ts/lib/Either.js'
import { failure, type Failure } from '../../kernel/model/index.js'
import { MAX_TEXT_LENGTH } from './read-text.js'

/** Values by the name of their parameter. */
export type Parameters = ReadonlyMap<string, string>

/** The longest envelope with each of its characters escaped, and as much again for all the rest. */
const MAX_QUERY_LENGTH = 4 * MAX_TEXT_LENGTH

/** An escape that stands for no character makes the platform throw. */
const unescaped = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

/**
 * The parameters of a query. A plus sign stands for itself, as base64 needs it.
 *
 * Failures: `sep7-too-long`, `sep7-bad-escape`, `sep7-duplicate-parameter`. None repeats what it found.
 */
export const queryOf = (query: string): E.Either<Failure, Parameters> => {
  if (query.length > MAX_QUERY_LENGTH)
    return E.left(
      failure(
        'sep7-too-long',
        `${String(query.length)} characters; a request has at most ${String(MAX_QUERY_LENGTH)}`,
      ),
    )
  const parameters = new Map<string, string>()
  for (const part of query.split('&')) {
    const end = part.indexOf('=')
    const name = unescaped(end < 0 ? part : part.slice(0, end))
    const value = end < 0 ? '' : unescaped(part.slice(end + 1))
    if (name === undefined || value === undefined)
      return E.left(failure('sep7-bad-escape', 'the request holds a `%` that begins no character'))
    if (parameters.has(name))
      return E.left(failure('sep7-duplicate-parameter', 'a parameter of the request stands there twice'))
    parameters.set(name, value)
  }
  return E.right(parameters)
}

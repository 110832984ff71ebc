/** Bodies of answers: no more of them than was allowed, and only text that is one. */
import type { IncomingMessage } from 'node:http'
import * as E from 'fp-ts/lib/Either.js'
import type { HttpFault } from '../ports.js'

const notUtf8: HttpFault = { _tag: 'Unreadable', reason: 'it is no text in UTF-8' }

const textOf = (parts: readonly Buffer[]): E.Either<HttpFault, string> => {
  try {
    return E.right(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts)))
  } catch {
    return E.left(notUtf8)
  }
}

/** Compressed answers are not asked for: a small one can become a very large one. */
const isCompressed = ({ headers }: IncomingMessage): boolean =>
  !['', 'identity'].includes((headers['content-encoding'] ?? '').trim().toLowerCase())

/**
 * The text of an answer. It rejects where the answer breaks off.
 *
 * Faults: `TooLarge`, before more than the limit is kept; `Unreadable`.
 */
export const readBody = async (
  answer: IncomingMessage,
  limit: number,
): Promise<E.Either<HttpFault, string>> => {
  if (isCompressed(answer)) return E.left({ _tag: 'Unreadable', reason: 'it is compressed, unasked' })
  const tooLarge: HttpFault = { _tag: 'TooLarge', limit }
  if (Number(answer.headers['content-length'] ?? 0) > limit) return E.left(tooLarge)
  const parts: Buffer[] = []
  let length = 0
  for await (const part of answer as AsyncIterable<Buffer>) {
    length += part.length
    if (length > limit) return E.left(tooLarge)
    parts.push(part)
  }
  return textOf(parts)
}

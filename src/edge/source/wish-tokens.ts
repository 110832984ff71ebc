/** Words, numbers and signs of a wish, as it is written on a command line. */
import * as E from 'fp-ts/lib/Either.js'
import { failure, type Failure } from '../../kernel/model/index.js'
import { quoted } from './quoted.js'

/** One piece, and after how many characters it stands. */
export interface Token {
  readonly text: string
  readonly at: number
}

const LONGEST = 4_000

const PIECE = /\s*(?:([A-Za-z0-9][A-Za-z0-9._-]*)|([(),]))/y

/** What is wrong at a place of a wish; the place is counted from 1. */
export const wrongAt = (text: string, at: number, message: string): Failure =>
  failure(
    'bad-wish',
    `${message}, at character ${String(at + 1)} of ${quoted(text)}`,
    'a wish is like `chair and any 2 of directors`, or `any 1 of (anna, bruno and carla)`; `and` and `or` are not mixed without parentheses',
  )

/**
 * The pieces of a wish.
 *
 * Failures: `bad-wish`, `too-large`.
 */
export const tokensOf = (text: string): E.Either<Failure, readonly Token[]> => {
  if (text.length > LONGEST)
    return E.left(
      failure(
        'too-large',
        `the wish has ${String(text.length)} characters; at most ${String(LONGEST)} are read`,
      ),
    )
  const tokens: Token[] = []
  let at = 0
  while (text.slice(at).trim() !== '') {
    PIECE.lastIndex = at
    const found = PIECE.exec(text)
    if (found === null) {
      const bad = at + (text.slice(at).length - text.slice(at).trimStart().length)
      return E.left(wrongAt(text, bad, 'here stands what is no name, no number and none of `(`, `)`, `,`'))
    }
    const piece = found[1] ?? found[2] ?? ''
    tokens.push({ text: piece, at: PIECE.lastIndex - piece.length })
    at = PIECE.lastIndex
  }
  return E.right(tokens)
}

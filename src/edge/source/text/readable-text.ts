/** Whether a text is one: what comes from outside may be empty, huge or no text at all. */
import * as E from 'fp-ts/lib/Either.js'
import { at, failure, type Failure } from '../../../kernel/model/index.js'
import { positionIn } from './text-position.js'

/** What a text is called in messages, and how long it may be. */
export interface TextLimit {
  readonly what: string
  readonly characters: number
}

/** Account files hold no more: 3,000 accounts of ten signers are less. */
export const ACCOUNT_FILE: TextLimit = { what: 'an account file', characters: 1024 * 1024 }

/** Files of many accounts from elsewhere, and single lines of a batch. */
export const FOREIGN_TEXT: TextLimit = { what: 'this input', characters: 16 * 1024 * 1024 }

/**
 * The text without a byte order mark.
 *
 * Failures: `too-large`, `empty-input`, `not-text`.
 */
export const readableText =
  ({ what, characters }: TextLimit) =>
  (text: string): E.Either<Failure, string> => {
    if (text.length > characters)
      return E.left(
        failure('too-large', `${String(text.length)} characters; ${what} has at most ${String(characters)}`),
      )
    const body = text.startsWith('\ufeff') ? text.slice(1) : text
    const stray = body.search(/[\0\ufffd]/)
    if (stray >= 0)
      return E.left(
        at(positionIn(body)(stray))(
          failure('not-text', 'this is not UTF-8 text', 'give a text file, or base64 instead of raw bytes'),
        ),
      )
    return body.trim() === ''
      ? E.left(failure('empty-input', 'nothing to read: the input is empty'))
      : E.right(body)
  }

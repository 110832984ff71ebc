/** Where an envelope comes from: standard input, a file, or the command line itself. */
import * as E from 'fp-ts/lib/Either.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import { quoted } from '../../edge/source/quoted.js'
import { MAX_TEXT_LENGTH } from '../../edge/xdr/index.js'
import { about, decodeStrKey, failure, kindName, type Failure } from '../../kernel/model/index.js'
import type { Files } from '../ports.js'
import { inputName } from './input-name.js'

/** Room for white space around an envelope that is as long as it may be. */
const LIMIT = MAX_TEXT_LENGTH + 1024

/** Shorter texts are taken for paths: the smallest envelope takes 96 characters of base64, a result 32. */
const SHORTEST = 40

const BASE64 = /^[A-Za-z0-9+/_=-]{1,39}$/

/** A text that nobody would take for base64: too short, or with a dot, a backslash or a home in it. */
const looksLikePath = (text: string): boolean => text.length < SHORTEST || /^[~./]|[.\\]/.test(text)

const notAnEnvelope = (text: string): E.Either<Failure, string> => {
  const key = decodeStrKey(text)
  if (E.isRight(key))
    return E.left(
      failure('not-an-envelope', `expected an envelope, found ${kindName(key.right.kind)}: ${quoted(text)}`),
    )
  return looksLikePath(text)
    ? E.left(
        failure(
          'file-not-found',
          `there is no file ${quoted(text)}${BASE64.test(text) ? ', and as base64 it is too short to be an envelope' : ''}`,
          'ENVELOPE is a path, base64, or `-` for standard input',
        ),
      )
    : E.right(text)
}

/** The text of an envelope, and what it is called in messages. */
export interface EnvelopeText {
  readonly text: string
  readonly name: string
}

/**
 * The text that an argument stands for. A file of that name wins over the argument being base64 itself:
 * what an existing file holds was certainly meant. `written` is what base64 on the command line is called.
 *
 * Failures: `empty-input`, `not-an-envelope`, and those of reading a file.
 */
export const envelopeText =
  (files: Files) =>
  (argument: string, written = 'ENVELOPE'): TE.TaskEither<Failure, EnvelopeText> =>
  async () => {
    if (argument.trim() === '')
      return E.left(about(written)(failure('empty-input', 'nothing to read: the argument is empty')))
    if (argument === '-' || (argument.length < 4096 && (await files.exists(argument)))) {
      const name = inputName(argument)
      const read = await files.readText(argument, LIMIT)()
      return E.isLeft(read) ? E.left(about(name)(read.left)) : E.right({ text: read.right.trim(), name })
    }
    return E.map((text: string): EnvelopeText => ({ text: text.trim(), name: written }))(
      E.mapLeft(about(written))(notAnEnvelope(argument.trim())),
    )
  }

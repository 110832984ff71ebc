/** Base64 texts that should hold one value, and what people paste instead of one. */
import * as E from 'fp-ts/lib/Either.js'
import {
  failure,
  fromBase64,
  fromHex,
  looksLikeSeed,
  secretSeedFailure,
  type Bytes,
  type Failure,
} from '../../kernel/model/index.js'

/**
 * No value is read from a longer text. Core drops a classic transaction above 100 KiB and the network
 * limits a Soroban one to some 130 KB; a fee bump adds 3 KB. 1 MiB of base64 is 768 KiB: six times
 * what can be sent, and still read in milliseconds.
 */
export const MAX_TEXT_LENGTH = 1024 * 1024

type Read<T> = (bytes: Bytes) => E.Either<Failure, T>

/**
 * Whether a seed stands somewhere in a text. Base64 of many zero bytes is a row of A, and may look like
 * one; the letters of a seed are random, and eight equal ones in a row are not.
 */
const holdsSeed = (text: string): boolean =>
  looksLikeSeed(text) &&
  (text.match(/S[A-Z2-7]{55}(?![A-Z2-7])/g) ?? []).some((candidate) => !/(.)\1{7}/.test(candidate))

const SEPARATORS = /[\s,;]+/

/** So many parts are tried, and no more: a text of a million separators is not worth a second. */
const PARTS_TRIED = 8

/** How many values a text holds, of which one can be read on its own; none where one is broken into lines. */
const countSeveral = (text: string, read: Read<unknown>): number => {
  const parts = text.split(SEPARATORS).filter((part) => part !== '')
  if (parts.length < 2) return 0
  const hasReadable = parts.slice(0, PARTS_TRIED).some((part) => {
    const bytes = fromBase64(part)
    return E.isRight(bytes) && E.isRight(read(bytes.right))
  })
  return hasReadable ? parts.length : 0
}

const whyUnreadable = (text: string, found: Failure, what: string, read: Read<unknown>): Failure => {
  if (holdsSeed(text)) return secretSeedFailure()
  if (/^[0-9a-f]{64}$/i.test(text))
    return failure(
      'xdr-is-hash',
      `expected ${what}, found 64 hexadecimal digits, as of a hash`,
      'a hash names a transaction but does not hold it: give the whole value',
    )
  const bytes = /^[0-9a-f]+$/i.test(text) ? fromHex(text) : undefined
  if (bytes !== undefined && E.isRight(bytes) && E.isRight(read(bytes.right)))
    return failure('xdr-is-hex', `expected base64, found ${what} in hexadecimal`, 'convert it to base64')
  const several = SEPARATORS.test(text) ? countSeveral(text, read) : 0
  if (several > 0)
    return failure('xdr-several', `expected ${what}, found ${String(several)} values`, 'give one at a time')
  return found
}

/**
 * The value that a base64 text holds.
 *
 * Failures: those of `fromBase64` and of `read`, `xdr-too-long`, `xdr-several`, `xdr-is-hash`,
 * `xdr-is-hex`, and `secret-seed`, which never repeats the text.
 */
export const readText =
  <T>(what: string, read: Read<T>) =>
  (text: string): E.Either<Failure, T> => {
    if (text.length > MAX_TEXT_LENGTH)
      return E.left(
        failure(
          'xdr-too-long',
          `${String(text.length)} characters; ${what} has at most ${String(MAX_TEXT_LENGTH)}`,
        ),
      )
    const bytes = fromBase64(text)
    const value = E.isLeft(bytes) ? bytes : read(bytes.right)
    return E.isLeft(value) ? E.left(whyUnreadable(text, value.left, what, read)) : value
  }

/**
 * What a codec refused, told to people: where in the value, what was expected, what was found. Codecs
 * here carry names that can follow "expected".
 */
import type { Context, Errors, ValidationError } from 'io-ts/lib/index.js'
import { fromArray, type NonEmptyArray } from 'fp-ts/lib/NonEmptyArray.js'
import * as O from 'fp-ts/lib/Option.js'
import { failure, type Failure } from '../../kernel/model/index.js'
import { quoted } from './quoted.js'

const MOST = 20

/** A step into a value: `.name`, or `[3]`. */
const step = (key: string): string => (/^[0-9]+$/.test(key) ? `[${key}]` : `.${key}`)

/** `thresholds.low_threshold`, `accounts[3]`. */
const pathOf = (context: Context): string =>
  context
    .map(({ key }) => key)
    .filter((key) => key !== '')
    .map(step)
    .join('')
    .replace(/^\./, '')

/** A value in words that follow "found"; never more of it than a line. */
const foundIn = (value: unknown): string => {
  if (value === null) return '`null`'
  if (Array.isArray(value)) return 'a list'
  if (value === undefined) return 'nothing'
  if (typeof value === 'string') return value === '' ? 'an empty text' : `the text ${quoted(value)}`
  return typeof value === 'number' || typeof value === 'boolean' ? quoted(String(value)) : 'an object'
}

/** The same failure, naming the member that it is about. */
export const inMember =
  (path: string) =>
  (found: Failure): Failure => ({ ...found, message: `\`${path}\`: ${found.message}` })

const told =
  (code: string) =>
  ({ context, value }: ValidationError): Failure => {
    const path = pathOf(context)
    const expected = context.at(-1)?.type.name ?? 'something else'
    if (path === '') return failure(code, `expected ${expected}, found ${foundIn(value)}`)
    return value === undefined
      ? failure(code, `${quoted(path)} is missing; expected ${expected}`)
      : failure(code, `${quoted(path)} is ${foundIn(value)}; expected ${expected}`)
  }

/** The failures of a decoding, the first 20, all with one code. */
export const tellErrors =
  (code: string) =>
  (errors: Errors): NonEmptyArray<Failure> => {
    const failures = fromArray(errors.slice(0, MOST).map(told(code)))
    if (O.isNone(failures)) throw new Error('invariant: a failed decoding has an error')
    return failures.value
  }

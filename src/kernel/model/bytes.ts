/**
 * Byte strings and the two texts that they travel in: hexadecimal and base64.
 *
 * Base64 is read strictly (RFC 4648 section 4: canonical alphabet, padding, no line breaks, zero spare
 * bits), because a lenient reader would give one envelope several spellings, and because the library
 * below us silently skips characters that it does not know.
 */
import * as E from 'fp-ts/lib/Either.js'
import { failure, type Failure } from './failure.js'

/** Bytes that nobody changes after they were made. */
export type Bytes = Uint8Array

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** Lower-case hexadecimal of bytes. */
export const toHex = (bytes: Bytes): string => {
  let text = ''
  for (const byte of bytes) text += HEX[byte] as string
  return text
}

/** Bytes of an even number of hexadecimal digits, either case. */
export const fromHex = (text: string): E.Either<Failure, Bytes> => {
  if (!/^(?:[0-9a-fA-F]{2})*$/.test(text))
    return E.left(failure('not-hex', 'expected an even number of hexadecimal digits'))
  const bytes = new Uint8Array(text.length / 2)
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(text.slice(2 * i, 2 * i + 2), 16)
  return E.right(bytes)
}

/** Whether two byte strings are the same. Not constant-time: nothing compared here is secret. */
export const equalBytes = (a: Bytes, b: Bytes): boolean => {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}

/** Order of byte strings as the ledger sorts keys: bytewise, a prefix before what it begins. */
export const compareBytes = (a: Bytes, b: Bytes): -1 | 0 | 1 => {
  const shared = Math.min(a.length, b.length)
  for (let i = 0; i < shared; i++) {
    const x = a[i] as number
    const y = b[i] as number
    if (x !== y) return x < y ? -1 : 1
  }
  return a.length === b.length ? 0 : a.length < b.length ? -1 : 1
}

/** UTF-8 bytes of a text. */
export const utf8 = (text: string): Bytes => new TextEncoder().encode(text)

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
/** Values of characters; a negative one makes every group that it stands in negative. */
const VALUES = new Int8Array(128).fill(-1)
for (let i = 0; i < 64; i++) VALUES[ALPHABET.charCodeAt(i)] = i
const PAD = '='.charCodeAt(0)

const valueAt = (text: string, index: number): number => {
  const code = text.charCodeAt(index)
  return code < 128 ? (VALUES[code] as number) : -1
}

/** Why a text is no base64, in the order in which people meet the reasons. */
const whyNotBase64 = (text: string): Failure => {
  const canonical = 'expected base64 in the standard alphabet (A-Z a-z 0-9 + /), padded, on one line'
  if (text === '') return failure('empty-input', 'nothing to read: the input is empty')
  if (/\s/.test(text))
    return failure('base64-whitespace', `white space inside base64; ${canonical}`, 'join the lines into one')
  if (/^[A-Za-z0-9_-]+={0,2}$/.test(text) && /[-_]/.test(text))
    return failure(
      'base64-url',
      `url-safe base64 (with - or _); ${canonical}`,
      'replace - by + and _ by /, and pad with =',
    )
  const stray = [...text].findIndex((c, i) => valueAt(c, 0) < 0 && !(c === '=' && i >= text.length - 2))
  if (stray >= 0)
    return failure('base64-character', `character ${String(stray + 1)} is not base64; ${canonical}`)
  if (text.length % 4 !== 0)
    return failure(
      'base64-length',
      `${String(text.length)} characters are no whole number of base64 groups of 4`,
      'the text is probably cut short',
    )
  return failure('base64-padding', `the last base64 group is not canonical; ${canonical}`)
}

/**
 * Bytes of a base64 text, read strictly.
 *
 * Failures: `empty-input`, `base64-whitespace`, `base64-url`, `base64-character`, `base64-length`,
 * `base64-padding`.
 */
export const fromBase64 = (text: string): E.Either<Failure, Bytes> => {
  const { length } = text
  if (length === 0 || length % 4 !== 0) return E.left(whyNotBase64(text))
  const padding = text.charCodeAt(length - 1) !== PAD ? 0 : text.charCodeAt(length - 2) !== PAD ? 1 : 2
  const bytes = new Uint8Array((length / 4) * 3 - padding)
  const whole = padding > 0 ? length - 4 : length
  let at = 0
  for (let i = 0; i < whole; i += 4) {
    const group =
      (valueAt(text, i) << 18) |
      (valueAt(text, i + 1) << 12) |
      (valueAt(text, i + 2) << 6) |
      valueAt(text, i + 3)
    if (group < 0) return E.left(whyNotBase64(text))
    bytes[at++] = group >> 16
    bytes[at++] = (group >> 8) & 255
    bytes[at++] = group & 255
  }
  if (padding === 0) return E.right(bytes)
  const [a, b] = [valueAt(text, whole), valueAt(text, whole + 1)]
  const c = padding === 1 ? valueAt(text, whole + 2) : 0
  // Spare bits must be zero, or two texts would mean the same bytes.
  const spare = padding === 2 ? b & 15 : c & 3
  if ((a | b | c) < 0 || spare !== 0) return E.left(whyNotBase64(text))
  bytes[at++] = (a << 2) | (b >> 4)
  if (padding === 1) bytes[at] = ((b & 15) << 4) | (c >> 2)
  return E.right(bytes)
}

/** Canonical base64 of bytes. */
export const toBase64 = (bytes: Bytes): string => {
  let text = ''
  for (let i = 0; i < bytes.length; i += 3) {
    const a = bytes[i] as number
    const b = bytes[i + 1]
    const c = bytes[i + 2]
    text += ALPHABET.charAt(a >> 2) + ALPHABET.charAt(((a & 3) << 4) | ((b ?? 0) >> 4))
    text += b === undefined ? '=' : ALPHABET.charAt(((b & 15) << 2) | ((c ?? 0) >> 6))
    text += c === undefined ? '=' : ALPHABET.charAt(c & 63)
  }
  return text
}

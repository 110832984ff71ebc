/**
 * Values of SEP-11 as text, both ways: numbers, strings and opaque bytes.
 *
 * Numbers are read as C writes them (decimal, `0x` hexadecimal, `0` octal) and written in decimal.
 */
import * as E from 'fp-ts/lib/Either.js'
import { fromHex, toHex, type Bytes } from '../../../kernel/model/index.js'
import type { IntShape } from './shape.js'

/** A value, or what was expected in its place. */
export type Parsed<T> = E.Either<string, T>

/** The number that a text stands for, whatever its size. */
const numberOf = (text: string): bigint | undefined => {
  const match = /^(-?)(0[xX][0-9a-fA-F]{1,16}|0[0-7]{0,22}|[1-9][0-9]{0,19})$/.exec(text)
  if (match === null) return undefined
  const digits = match[2] ?? ''
  const value = BigInt(/^0[0-7]/.test(digits) ? `0o${digits.slice(1)}` : digits)
  return match[1] === '-' ? -value : value
}

/** A whole number that fits. */
export const parseInteger = ({ bits, isSigned }: IntShape, text: string): Parsed<bigint> => {
  const min = isSigned ? -(2n ** BigInt(bits - 1)) : 0n
  const max = 2n ** BigInt(isSigned ? bits - 1 : bits) - 1n
  const value = numberOf(text)
  return value !== undefined && value >= min && value <= max
    ? E.right(value)
    : E.left(`a whole number from ${String(min)} to ${String(max)}`)
}

const escapeOf = (byte: number): string => {
  if (byte === 0x0a) return '\\n'
  if (byte === 0x22 || byte === 0x5c) return `\\${String.fromCharCode(byte)}`
  return byte >= 0x20 && byte <= 0x7e ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, '0')}`
}

/** Bytes in double quotes; what is not printable ASCII is escaped. */
export const quotedBytes = (bytes: Bytes): string => `"${Array.from(bytes, escapeOf).join('')}"`

/** One character, or one escape, of what stands between quotes. */
const PIECE = /\\x([0-9a-fA-F]{2})|\\n|\\(["\\])|([ !#-[\]-~])/y

/** The bytes of a text in double quotes, of which a comment may follow. */
export const parseQuoted = (text: string): Parsed<Bytes> => {
  const expected = 'a text in double quotes, of ASCII and the escapes \\" \\\\ \\n \\x00'
  if (!text.startsWith('"')) return E.left(expected)
  const bytes: number[] = []
  const piece = new RegExp(PIECE)
  piece.lastIndex = 1
  let end = 1
  for (let match = piece.exec(text); match !== null; match = piece.exec(text)) {
    end = piece.lastIndex
    const [, hex, escaped, plain] = match
    if (hex !== undefined) bytes.push(Number.parseInt(hex, 16))
    else bytes.push((escaped ?? plain ?? '\n').charCodeAt(0))
  }
  return /^"(?:[ \t]|$)/.test(text.slice(end, end + 2)) ? E.right(Uint8Array.from(bytes)) : E.left(expected)
}

/** Bytes in hexadecimal; none at all is a single digit, which no other bytes are written as. */
export const hexOf = (bytes: Bytes): string => (bytes.length === 0 ? '0 bytes' : toHex(bytes))

/** Twice what the longest envelope holds: nothing longer is looked at. */
const LONGEST_HEX = 2 * 1024 * 1024

/** The bytes of a hexadecimal text. */
export const parseHex = (text: string): Parsed<Bytes> => {
  if (text === '0') return E.right(new Uint8Array())
  const bytes = text.length > LONGEST_HEX ? E.left(undefined) : fromHex(text)
  return text === '' || E.isLeft(bytes) ? E.left('an even number of hexadecimal digits') : bytes
}

/** A value without the comment after it: neither keys nor numbers hold a space. */
export const firstWordOf = (text: string): string => /^[^ \t]*/.exec(text)?.[0] ?? ''

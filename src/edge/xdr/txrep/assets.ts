/** Assets as SEP-11 writes them: `native`, or the code and the issuer with a colon between them. */
import * as E from 'fp-ts/lib/Either.js'
import { accountIdOf, decodeStrKey, type Bytes } from '../../../kernel/model/index.js'
import type { Parsed } from './values.js'

const isPlain = (byte: number): boolean => byte > 0x20 && byte < 0x7f

const escapeOf = (byte: number): string => {
  const letter = String.fromCharCode(byte)
  if (letter === '\\' || letter === ':') return `\\${letter}`
  return isPlain(byte) ? letter : `\\x${byte.toString(16).padStart(2, '0')}`
}

/** A code of 4 or 12 bytes; of 12, so many zeros are kept that it cannot be taken for one of 4. */
export const codeText = (code: Bytes): string => {
  let length = code.length
  const least = code.length === 12 ? 5 : 0
  while (length > least && code[length - 1] === 0) length -= 1
  return Array.from(code.subarray(0, length), escapeOf).join('')
}

const CODE = /^(?:\\x[0-9a-fA-F]{2}|\\[!-wy-~]|[!-9;-[\]-~])*$/
const PIECES = /\\x([0-9a-fA-F]{2})|\\?([!-~])/g

/** The code that a text stands for, as 4 or 12 bytes: a longer one than 4 has 12. */
export const parseCode = (text: string): Parsed<Bytes> => {
  const expected = 'an asset code of at most 12 characters'
  // Twelve bytes in the longest escapes; more need not be looked at.
  if (text.length > 48 || !CODE.test(text)) return E.left(expected)
  const bytes = Array.from(text.matchAll(PIECES), ([, hex, letter]) =>
    hex === undefined ? (letter ?? '').charCodeAt(0) : Number.parseInt(hex, 16),
  )
  if (bytes.length > 12) return E.left(expected)
  const code = new Uint8Array(bytes.length > 4 ? 12 : 4)
  code.set(bytes)
  return E.right(code)
}

/** An asset that has an issuer. */
export const assetText = (code: Bytes, issuer: Bytes): string => `${codeText(code)}:${accountIdOf(issuer)}`

/** An asset: its code and the public key of its issuer, or `native`. */
export type AssetParts = 'native' | { readonly code: Bytes; readonly issuer: Bytes }

/**
 * Names of the native asset. The standard allows any short text for it; here a code whose issuer was
 * forgotten must not become lumens.
 */
const NATIVE: readonly string[] = ['native', 'NATIVE', 'XLM', 'TestXLM']

/** The asset that a text stands for. */
export const parseAsset = (text: string): Parsed<AssetParts> => {
  if (NATIVE.includes(text)) return E.right('native')
  // The issuer has no colon; the code may have an escaped one.
  const colon = text.lastIndexOf(':')
  const code = parseCode(text.slice(0, Math.max(colon, 0)))
  const issuer = decodeStrKey(text.slice(colon + 1))
  return colon < 0 || E.isLeft(code) || E.isLeft(issuer) || issuer.right.kind !== 'G'
    ? E.left('an asset as `native` or `CODE:ISSUER`')
    : E.right({ code: code.right, issuer: issuer.right.payload })
}

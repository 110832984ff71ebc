/**
 * StrKey: the checked base32 texts in which keys are written (SEP-23).
 *
 * One byte of version, the payload, a CRC16-XModem, in base32 without padding. The reader refuses what
 * it would not itself write: bad length, spare bits, foreign characters. Written here and not taken
 * from the library, because keys are the values that every room compares, and this room may know no
 * library; `spec/kernel/model/strkey.spec.ts` holds it against the library and SEP-23's own vectors.
 */
import * as E from 'fp-ts/lib/Either.js'
import type { Bytes } from './bytes.js'
import { failure, secretSeedFailure, type Failure } from './failure.js'

/** The kinds of StrKey that exist, by their first letter. */
export type StrKeyKind = 'G' | 'M' | 'S' | 'T' | 'X' | 'P' | 'C' | 'L' | 'B'

const VERSION: Readonly<Record<StrKeyKind, number>> = {
  G: 6 << 3,
  M: 12 << 3,
  S: 18 << 3,
  T: 19 << 3,
  X: 23 << 3,
  P: 15 << 3,
  C: 2 << 3,
  L: 11 << 3,
  B: 1 << 3,
}

const KIND_NAME: Readonly<Record<StrKeyKind, string>> = {
  G: 'an account or public key (G…)',
  M: 'a muxed account (M…)',
  S: 'a secret seed (S…)',
  T: 'a pre-authorized transaction (T…)',
  X: 'a hash(x) signer (X…)',
  P: 'a signed payload signer (P…)',
  C: 'a contract (C…)',
  L: 'a liquidity pool (L…)',
  B: 'a claimable balance (B…)',
}

/** What a kind of StrKey is, in words: `an account or public key (G…)`. */
export const kindName = (kind: StrKeyKind): string => KIND_NAME[kind]

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const VALUES = new Uint8Array(128).fill(255)
for (let i = 0; i < 32; i++) VALUES[ALPHABET.charCodeAt(i)] = i

const CRC_TABLE = Uint16Array.from({ length: 256 }, (_, byte) => {
  let crc = byte << 8
  for (let bit = 0; bit < 8; bit++) crc = crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1
  return crc & 0xffff
})

const crc16 = (bytes: Bytes, length: number): number => {
  let crc = 0
  for (let i = 0; i < length; i++)
    crc = ((crc << 8) & 0xffff) ^ (CRC_TABLE[(crc >> 8) ^ (bytes[i] as number)] as number)
  return crc
}

/** Every two letters by their ten bits: keys are written for every account of every envelope. */
const PAIRS = Array.from(
  { length: 1024 },
  (_, bits) => ALPHABET.charAt(bits >> 5) + ALPHABET.charAt(bits & 31),
)

const base32 = (bytes: Bytes): string => {
  let text = ''
  let buffer = 0
  let bits = 0
  for (const byte of bytes) {
    buffer = ((buffer << 8) | byte) & 0x3ffff
    bits += 8
    if (bits >= 10) {
      bits -= 10
      text += PAIRS[(buffer >> bits) & 1023] as string
    }
  }
  if (bits === 0) return text
  const last = PAIRS[(buffer << (10 - bits)) & 1023] as string
  return text + (bits <= 5 ? last.charAt(0) : last)
}

/** The StrKey of a payload. The caller knows that the payload's length fits the kind. */
export const encodeStrKey = (kind: StrKeyKind, payload: Bytes): string => {
  const bytes = new Uint8Array(payload.length + 3)
  bytes[0] = VERSION[kind]
  bytes.set(payload, 1)
  const crc = crc16(bytes, payload.length + 1)
  // The checksum is little-endian, unlike everything else on this network.
  bytes[payload.length + 1] = crc & 255
  bytes[payload.length + 2] = crc >> 8
  return base32(bytes)
}

/** Payload lengths that a kind may have, in bytes. */
const hasFittingLength = (kind: StrKeyKind, length: number): boolean => {
  switch (kind) {
    case 'M':
      return length === 40
    case 'P':
      return length >= 32 + 4 + 4 && length <= 32 + 4 + 64 && length % 4 === 0
    case 'B':
      return length === 33
    case 'G':
    case 'S':
    case 'T':
    case 'X':
    case 'C':
    case 'L':
      return length === 32
  }
}

const bad = (why: string): E.Either<Failure, never> =>
  E.left(
    failure(
      'bad-strkey',
      `not a valid key: ${why}`,
      'copy it again, whole: the last characters are a checksum over the rest',
    ),
  )

/** A StrKey taken apart. */
export interface StrKey {
  readonly kind: StrKeyKind
  readonly payload: Bytes
}

const isKind = (letter: string): letter is StrKeyKind => Object.hasOwn(VERSION, letter)

/** The parts of a text that claims to be of a kind. */
const takenApart = (kind: StrKeyKind, text: string): E.Either<Failure, StrKey> => {
  if (text.length > 165) return bad('it is too long')
  const spare = (text.length * 5) % 8
  // 1, 3 and 6 characters beyond a multiple of 8 carry no whole number of bytes (SEP-23).
  if (spare >= 5) return bad(`${String(text.length)} characters is no possible length`)
  const bytes = new Uint8Array(Math.floor((text.length * 5) / 8))
  let buffer = 0
  let bits = 0
  let at = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const value = code < 128 ? (VALUES[code] as number) : 255
    if (value === 255) return bad(`character ${String(i + 1)} is not in A-Z or 2-7`)
    buffer = ((buffer << 5) | value) & 0xfff
    bits += 5
    if (bits >= 8) {
      bits -= 8
      bytes[at++] = (buffer >> bits) & 255
    }
  }
  if ((buffer & ((1 << bits) - 1)) !== 0) return bad('spare bits at the end are not zero')
  const end = bytes.length - 2
  if (end < 1 || !hasFittingLength(kind, end - 1))
    return bad(`${String(text.length)} characters is not the length of ${KIND_NAME[kind]}`)
  if (bytes[0] !== VERSION[kind]) return bad('its first characters name no kind of key')
  if (crc16(bytes, end) !== ((bytes[end] as number) | ((bytes[end + 1] as number) << 8)))
    return bad('its checksum does not match')
  // The first byte of a claimable balance is its type, and only one exists (SEP-23).
  if (kind === 'B' && bytes[1] !== 0) return bad('it names no type of claimable balance that exists')
  return E.right({ kind, payload: bytes.slice(1, end) })
}

const ANY_CASE = /(?<![A-Za-z2-7])[sS][A-Za-z2-7]{55}(?![A-Za-z2-7])/g

/**
 * Where secret seeds begin whose letters are in any case: who knows the letters has the seed. The checksum
 * tells them from whatever else is so long.
 */
export const seedOffsetsInAnyCase = (text: string): readonly number[] =>
  Array.from(text.matchAll(ANY_CASE))
    .filter(([run]) => E.isRight(takenApart('S', run.toUpperCase())))
    .map(({ index }) => index)

/** Whether a text looks enough like a secret seed that it must never be repeated. */
export const looksLikeSeed = (text: string): boolean =>
  /(?:^|[^A-Z2-7])S[A-Z2-7]{55}(?![A-Z2-7])/.test(text) || seedOffsetsInAnyCase(text).length > 0

/**
 * Reads any StrKey. A secret seed is refused with a failure that does not carry it.
 *
 * Failures: `secret-seed`, `bad-strkey`.
 */
export const decodeStrKey = (text: string): E.Either<Failure, StrKey> => {
  const kind = text.charAt(0)
  if (kind === 'S' && /^S[A-Z2-7]{40,}$/.test(text)) return E.left(secretSeedFailure())
  if (!isKind(kind)) return bad('it starts with none of the letters G, T, X, P')
  return takenApart(kind, text)
}

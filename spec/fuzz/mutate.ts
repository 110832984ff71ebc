/** Ways in which bytes and texts get damaged, by accident and on purpose; each is a pure function. */
import type { Bytes } from '../../src/kernel/model/index.js'

/** A number from 0 up to, and not including, a limit of at least 1. */
export type Random = (limit: number) => number

/** Damages some bytes; `other` is another real value, to splice from. */
export type Mutate = (random: Random, bytes: Bytes, other: Bytes) => Bytes

const join = (...parts: readonly Bytes[]): Bytes => {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

const some = (random: Random, length: number): Bytes => Uint8Array.from({ length }, () => random(256))

/** Values that readers of lengths, counts, types and flags trip over. */
const WORDS = [0, 1, 2, 3, 5, 20, 21, 64, 65, 100, 101, 0x100, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff]

const flipBits: Mutate = (random, bytes) => {
  const copy = bytes.slice()
  for (let times = 1 + random(8); times > 0 && copy.length > 0; times--) {
    const at = random(copy.length)
    copy[at] = (copy[at] ?? 0) ^ (1 << random(8))
  }
  return copy
}

const changeByte: Mutate = (random, bytes) => {
  const copy = bytes.slice()
  if (copy.length > 0) copy[random(copy.length)] = random(256)
  return copy
}

/** Every length, count, type and boolean of XDR is a word at a multiple of four. */
const changeWord: Mutate = (random, bytes) => {
  const copy = bytes.slice()
  if (copy.length < 4) return copy
  const value = WORDS[random(WORDS.length)] ?? 0
  new DataView(copy.buffer).setUint32(4 * random(Math.floor(copy.length / 4)), value)
  return copy
}

const insert: Mutate = (random, bytes) => {
  const at = random(bytes.length + 1)
  const length = random(2) === 0 ? 4 * (1 + random(4)) : 1 + random(9)
  return join(bytes.subarray(0, at), some(random, length), bytes.subarray(at))
}

const remove: Mutate = (random, bytes) => {
  const at = random(bytes.length + 1)
  const length = random(2) === 0 ? 4 * (1 + random(4)) : 1 + random(9)
  return join(bytes.subarray(0, at), bytes.subarray(at + length))
}

const repeat: Mutate = (random, bytes) => {
  const at = random(bytes.length + 1)
  const piece = bytes.subarray(at, at + 4 * (1 + random(16)))
  return join(
    bytes.subarray(0, at),
    ...Array.from({ length: 1 + random(30) }, () => piece),
    bytes.subarray(at),
  )
}

const truncate: Mutate = (random, bytes) => bytes.slice(0, random(bytes.length + 1))

const splice: Mutate = (random, bytes, other) =>
  join(bytes.subarray(0, random(bytes.length + 1)), other.subarray(random(other.length + 1)))

const append: Mutate = (random, bytes, other) =>
  join(bytes, random(2) === 0 ? other : some(random, 1 + random(8)))

const noise: Mutate = (random) => some(random, random(400))

/** All damages of bytes, with their names. */
export const MUTATIONS: readonly (readonly [name: string, mutate: Mutate])[] = [
  ['flip bits', flipBits],
  ['change a byte', changeByte],
  ['change a word', changeWord],
  ['insert', insert],
  ['remove', remove],
  ['repeat', repeat],
  ['truncate', truncate],
  ['splice', splice],
  ['append', append],
  ['noise', noise],
]

const LETTERS = ['\n', ' ', '-', '_', '=', '"', ',', 'A', '/', '\u0000', 'é', '\ud800', '%2B', '==']

/** A base64 text damaged as text: by line breaks, foreign letters, cuts, or twice the same. */
export const mutateText = (random: Random, text: string): string => {
  const at = random(text.length + 1)
  switch (random(5)) {
    case 0:
      return text.slice(0, at)
    case 1:
      return text.slice(0, at) + (LETTERS[random(LETTERS.length)] ?? '') + text.slice(at + random(2))
    case 2:
      return `${text}${LETTERS[random(LETTERS.length)] ?? ''}${text}`
    case 3:
      return text.replace(/.{76}/g, '$&\r\n')
    default:
      return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
  }
}

/** Texts that describe accounts, and ways to damage them: as characters, and as what they mean. */
import { parse, stringify } from 'yaml'
import { readdirSync, readFileSync } from 'node:fs'
import { encodeStrKey } from '../../src/kernel/model/index.js'
import { TREASURY } from '../edge/source/policy/treasury.js'
import { loadVectors } from '../support/vectors.js'
import type { Random } from './mutate.js'
import { pick } from './random.js'

const EXAMPLES = new URL('../../examples/', import.meta.url)

const accountFiles = readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('account.quorate.yaml'))
  .map((path) => readFileSync(new URL(path, EXAMPLES), 'utf8'))

const horizon = loadVectors<object>('horizon-accounts').map((row) => JSON.stringify(row, null, 2))

interface Case {
  readonly accounts: readonly string[]
}

const cases = [...loadVectors<Case>('core-probes'), ...loadVectors<Case>('pubnet-ledgers').slice(0, 100)]

/** Real texts by form. */
export const TEXTS: Readonly<Record<string, readonly string[]>> = {
  file: accountFiles,
  policy: [TREASURY],
  horizon,
  page: [`{"_embedded": {"records": [${horizon.slice(1, 4).join(',')}]}}`],
  case: cases.map((row) => JSON.stringify(row)),
  entries: cases.map(({ accounts }) => accounts.join('\n')),
}

/** A seed that belongs to nobody. */
export const someSeed = (random: Random): string =>
  encodeStrKey(
    'S',
    Uint8Array.from({ length: 32 }, () => random(256)),
  )

const PIECES = [
  ...'{}[],:#&*!|>\'"%@`?-~=<',
  '\n', '\t', '\r\n', ' ', '\0', '\ufeff', '\ufffd', '\ud800', '\u2028', '\\u0053', '\\x', '<<: ', '---\n', '...\n',
  '&a ', '*a', '!!int ', '%YAML 1.1\n', '? ', '- ', ': ', '0x10', '1e3', '-1', '256', 'null', 'true', '~', '9'.repeat(30),
  '__proto__', 'constructor', 'quorate: 1\n', '[['.repeat(40), '- '.repeat(40), ' '.repeat(40), 'a: '.repeat(9),
] // oxfmt-ignore

type MutateText = (random: Random, text: string, other: string) => string

const cutAt = (random: Random, text: string): readonly [string, string] => {
  const at = random(text.length + 1)
  return [text.slice(0, at), text.slice(at)]
}

const insertPiece: MutateText = (random, text) => cutAt(random, text).join(pick(random, PIECES))

const removeSome: MutateText = (random, text) => {
  const [before, after] = cutAt(random, text)
  return before + after.slice(1 + random(random(4) === 0 ? 60 : 4))
}

const repeatSome: MutateText = (random, text) => {
  const [before, after] = cutAt(random, text)
  const some = after.slice(0, 1 + random(80))
  return before + some.repeat(2 + random(random(20) === 0 ? 300 : 3)) + after.slice(some.length)
}

const changeCharacter: MutateText = (random, text) => {
  const [before, after] = cutAt(random, text)
  return before + String.fromCharCode(random(random(4) === 0 ? 0x10000 : 128)) + after.slice(1)
}

const swapLines: MutateText = (random, text) => {
  const lines = text.split('\n')
  const from = random(lines.length)
  const [line = ''] = lines.splice(from, 1)
  lines.splice(random(lines.length + 1), random(2), line)
  return lines.join('\n')
}

const splice: MutateText = (random, text, other) => cutAt(random, text)[0] + cutAt(random, other)[1]

const VALUES: readonly unknown[] = [
  null,
  true,
  -1,
  0,
  1,
  1.5,
  255,
  256,
  2 ** 53,
  '',
  '1',
  'founder',
  [],
  {},
  [[]],
  { a: 1 },
]

/** Changes one place of a value, chosen by walking down at random. */
const changeValue = (random: Random, value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || random(6) === 0) return pick(random, VALUES)
  const copy: Record<string, unknown> = { ...(value as Record<string, unknown>) }
  const names = Object.keys(copy)
  if (names.length === 0) return pick(random, VALUES)
  const name = pick(random, names)
  const how = random(8)
  if (how === 0) Reflect.deleteProperty(copy, name)
  else if (how === 1) copy[pick(random, names)] = copy[name]
  else if (how === 2) copy[`${name}${pick(random, ['s', 'x', ' ', 'G'])}`] = copy[name]
  else copy[name] = changeValue(random, copy[name])
  return Array.isArray(value) ? Object.values(copy) : copy
}

const changeMeaning: MutateText = (random, text) => {
  const value = ((): unknown => {
    try {
      return parse(text, { logLevel: 'silent' })
    } catch {
      return undefined
    }
  })()
  if (value === undefined) return text
  const changed = changeValue(random, value)
  return random(2) === 0
    ? JSON.stringify(changed)
    : stringify(changed, { aliasDuplicateObjects: random(2) === 0 })
}

/** Ways to damage a text. */
export const DAMAGES: readonly (readonly [string, MutateText])[] = [
  ['insert', insertPiece],
  ['remove', removeSome],
  ['repeat', repeatSome],
  ['change', changeCharacter],
  ['lines', swapLines],
  ['splice', splice],
  ['meaning', changeMeaning],
  ['meaning again', changeMeaning],
]

/** Puts a seed into a text: anywhere, in the place of a key, or as a line. */
export const withSeed = (random: Random, text: string, seed: string): string => {
  const keys = [...text.matchAll(/\b[GTX][A-Z2-7]{55}\b/g)]
  const key = keys.length > 0 && random(2) === 0 ? pick(random, keys) : undefined
  if (key !== undefined) return text.slice(0, key.index) + seed + text.slice(key.index + key[0].length)
  return cutAt(random, text).join(random(2) === 0 ? seed : `\n${seed}\n`)
}

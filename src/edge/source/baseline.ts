/**
 * A baseline: findings that were there when somebody began to look. They do not count, so that a build can
 * refuse the first new one; and the list only ever gets shorter.
 *
 * One line of JSON an entry, sorted, so that two branches that shorten it merge.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as NEA from 'fp-ts/lib/NonEmptyArray.js'
import * as O from 'fp-ts/lib/Option.js'
import * as t from 'io-ts/lib/index.js'
import { at, failure, secretSeedFailure, type Failure, type Position } from '../../kernel/model/index.js'
import { maybe, text } from './codecs.js'
import { tellErrors } from './decode-report.js'
import { quoted } from './quoted.js'
import { parseJson } from './text/json-text.js'
import { FOREIGN_TEXT, readableText } from './text/readable-text.js'
import { seedOffsets } from './text/seed-scan.js'
import { positionIn } from './text/text-position.js'

/** A finding that does not count. Only the fingerprint decides; the rest says what it stands for. */
export interface BaselineEntry {
  readonly fingerprint: string
  readonly rule: string
  readonly account: O.Option<string>
  readonly file: string
}

/** An entry, and where it stands. */
export interface ReadBaselineEntry extends BaselineEntry {
  readonly position: Position
}

type Failures = NEA.NonEmptyArray<Failure>

const members = { fingerprint: text, rule: text, account: maybe(text), file: text }

const codec = t.type(
  { quorate: t.literal(1, '`1`'), baseline: t.array(t.type(members), 'a list of findings') },
  'a baseline: `{ "quorate": 1, "baseline": [] }`',
)

/** What is not known could have been meant to say something. */
const strangers = (value: unknown, known: readonly string[]): readonly string[] =>
  typeof value === 'object' && value !== null ? Object.keys(value).filter((key) => !known.includes(key)) : []

const strangerFailures = (json: unknown): readonly Failure[] => {
  const list = (json as { readonly baseline: readonly unknown[] }).baseline
  const keys = [
    ...strangers(json, ['quorate', 'baseline']),
    ...list.flatMap((entry) => strangers(entry, Object.keys(members))),
  ]
  return [...new Set(keys)].map((key) =>
    failure('unknown-key', `${quoted(key)} means nothing in a baseline`, 'remove it'),
  )
}

const twice = (entries: readonly BaselineEntry[]): readonly Failure[] => {
  const seen = new Set<string>()
  return entries.flatMap(({ fingerprint }) => {
    const isThere = seen.has(fingerprint)
    seen.add(fingerprint)
    return isThere
      ? [failure('finding-twice', `the fingerprint ${quoted(fingerprint)} stands twice`, 'keep one of them')]
      : []
  })
}

/** Where each entry stands: at its fingerprint, of which there is one. */
const located = (body: string, entries: readonly BaselineEntry[]): readonly ReadBaselineEntry[] => {
  const position = positionIn(body)
  return entries.map((entry) => ({
    ...entry,
    position: position(Math.max(0, body.indexOf(JSON.stringify(entry.fingerprint)))),
  }))
}

const readBody = (body: string): E.Either<Failures, readonly ReadBaselineEntry[]> => {
  const [seed] = seedOffsets(body)
  if (seed !== undefined) return E.left(NEA.of(at(positionIn(body)(seed))(secretSeedFailure())))
  const json = parseJson(body)
  if (E.isLeft(json)) return E.left(NEA.of(json.left))
  const decoded = codec.decode(json.right)
  if (E.isLeft(decoded)) return E.left(tellErrors('not-a-baseline')(decoded.left))
  const entries = decoded.right.baseline
  const problems = NEA.fromArray([...strangerFailures(json.right), ...twice(entries)].slice(0, 20))
  return O.isSome(problems) ? E.left(problems.value) : E.right(located(body, entries))
}

/**
 * Reads a baseline.
 *
 * Failures: `too-large`, `not-text`, `empty-input`, `secret-seed`, `not-json`, `not-a-baseline`,
 * `unknown-key`, `finding-twice`.
 */
export const readBaseline = (source: string): E.Either<Failures, readonly ReadBaselineEntry[]> => {
  const readable = readableText({ ...FOREIGN_TEXT, what: 'a baseline' })(source)
  return E.isLeft(readable) ? E.left(NEA.of(readable.left)) : readBody(readable.right)
}

const keyOf = ({ file, rule, account, fingerprint }: BaselineEntry): string =>
  JSON.stringify([file, rule, O.toNullable(account), fingerprint])

/** A baseline as text; each fingerprint once. */
export const baselineText = (entries: readonly BaselineEntry[]): string => {
  const once = new Map(entries.map((entry) => [entry.fingerprint, entry]))
  const sorted = [...once.values()].map((entry) => [keyOf(entry), entry] as const)
  const lines = sorted
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { fingerprint, rule, account, file }]) =>
      JSON.stringify({ fingerprint, rule, account: O.toNullable(account), file }),
    )
  return lines.length === 0
    ? '{ "quorate": 1, "baseline": [] }\n'
    : `{ "quorate": 1, "baseline": [\n${lines.map((line) => `  ${line}`).join(',\n')}\n] }\n`
}

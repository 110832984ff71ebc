/**
 * Codecs that say more than their values: which texts, which numbers, which entries and no others, and
 * what each is for. From these the JSON Schema of policies is made.
 */
import * as t from 'io-ts/lib/index.js'
import * as E from 'fp-ts/lib/Either.js'

type Fields = Readonly<Record<string, t.Mixed>>

/** A map with these entries and no others. */
export interface ClosedType extends t.Mixed {
  readonly _tag: 'ClosedType'
  readonly needed: Fields
  readonly optional: Fields
  /** How many entries there have to be. */
  readonly least: number
}

/** A text of a pattern. */
export interface PatternType extends t.Mixed {
  readonly _tag: 'PatternType'
  readonly pattern: string
  /** Whether `7` and `true` are texts too: what people call things need not stand in quotes. */
  readonly isWord: boolean
}

/** A whole number in a range. */
export interface WholeType extends t.Mixed {
  readonly _tag: 'WholeType'
  readonly least: number
  readonly most: number
}

/** A list that is not empty, unless it may be. */
export interface ListType extends t.Mixed {
  readonly _tag: 'ListType'
  readonly item: t.Mixed
  readonly least: number
  readonly most: number | undefined
}

/** Entries of which the names are the policy's own. */
export interface NamedType extends t.Mixed {
  readonly _tag: 'NamedType'
  readonly named: PatternType
  readonly value: t.Mixed
}

/** Something with a sentence for people. */
export interface DescribedType extends t.Mixed {
  readonly _tag: 'DescribedType'
  readonly inner: t.Mixed
  readonly description: string
}

/** What the codecs of policies are made of. */
export type Shape = ClosedType | PatternType | WholeType | ListType | NamedType | DescribedType

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const checked = (name: string, isOne: (value: unknown) => boolean): t.Mixed =>
  new t.Type<unknown>(
    name,
    (value): value is unknown => isOne(value),
    (value, context) => (isOne(value) ? t.success(value) : t.failure(value, context)),
    t.identity,
  )

const isA = (codec: t.Mixed, value: unknown): boolean => E.isRight(codec.decode(value))

/** A closed map. */
export const closed = (needed: Fields, optional: Fields = {}, least = 0): ClosedType => {
  const all = { ...optional, ...needed }
  const isOne = (value: unknown): boolean =>
    isRecord(value) &&
    Object.keys(value).length >= least &&
    Object.keys(needed).every((name) => Object.hasOwn(value, name)) &&
    Object.entries(value).every(([name, part]) => {
      const codec = Object.hasOwn(all, name) ? all[name] : undefined
      return codec !== undefined && isA(codec, part)
    })
  return Object.assign(checked('a map', isOne), { _tag: 'ClosedType' as const, needed, optional, least })
}

const textOf = (name: string, source: string, isWord: boolean): PatternType => {
  const expression = new RegExp(source, 'u')
  const isOne = (value: unknown): boolean =>
    (isWord && (typeof value === 'number' || typeof value === 'boolean')) ||
    (typeof value === 'string' && expression.test(value))
  return Object.assign(checked(name, isOne), { _tag: 'PatternType' as const, pattern: source, isWord })
}

/** A text of a pattern. */
export const pattern = (name: string, source: string): PatternType => textOf(name, source, false)

/** A text of a pattern that people make up. */
export const saying = (name: string, source: string): PatternType => textOf(name, source, true)

/** A whole number. */
export const whole = (least: number, most: number): WholeType => {
  const isOne = (value: unknown): boolean =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
  const name = `a whole number from ${String(least)} to ${String(most)}`
  return Object.assign(checked(name, isOne), { _tag: 'WholeType' as const, least, most })
}

/** A list. */
export const list = (item: t.Mixed, least = 1, most?: number): ListType => {
  const isOne = (value: unknown): boolean =>
    Array.isArray(value) &&
    value.length >= least &&
    value.length <= (most ?? Infinity) &&
    value.every((one) => isA(item, one))
  return Object.assign(checked('a list', isOne), { _tag: 'ListType' as const, item, least, most })
}

/** Entries by name. */
export const byName = (named: PatternType, value: t.Mixed): NamedType => {
  const isOne = (found: unknown): boolean =>
    isRecord(found) && Object.entries(found).every(([name, part]) => isA(named, name) && isA(value, part))
  return Object.assign(checked('a map', isOne), { _tag: 'NamedType' as const, named, value })
}

/** The same, with a sentence for people. */
export const described = (description: string, inner: t.Mixed): DescribedType =>
  Object.assign(
    checked(inner.name, (value) => isA(inner, value)),
    {
      _tag: 'DescribedType' as const,
      inner,
      description,
    },
  )

/** One of some words. */
export const choice = (words: readonly string[]): t.Mixed =>
  t.keyof(Object.fromEntries(words.map((word) => [word, null])))

/** Any of some shapes. */
export const anyOf = (...shapes: readonly [t.Mixed, t.Mixed, ...t.Mixed[]]): t.Mixed =>
  t.union([...shapes] as [t.Mixed, t.Mixed, ...t.Mixed[]])

/** One, or a list of them. */
export const oneOrMore = (item: t.Mixed): t.Mixed => anyOf(item, list(item))

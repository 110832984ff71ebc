/**
 * The forms that requests are made of: io-ts codecs that also carry what JSON Schema says of them. A name
 * is words that follow "expected".
 */
import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts/lib/index.js'

/** A codec with words and bounds for its schema; what it lets through is decided by the codec alone. */
export interface AnnotatedType<A = unknown> extends t.Type<A> {
  readonly _tag: 'AnnotatedType'
  readonly inner: t.Mixed
  readonly schema: Readonly<Record<string, unknown>>
}

/** An object with these members and no others; a member that is optional may be left out. */
export interface ClosedType<A = unknown> extends t.Type<A> {
  readonly _tag: 'ClosedType'
  readonly needed: t.Props
  readonly optional: t.Props
}

type Schema = Readonly<Record<string, unknown>>

const annotated = <A>(codec: t.Type<A>, inner: t.Mixed, schema: Schema): AnnotatedType<A> =>
  Object.assign(codec, { _tag: 'AnnotatedType' as const, inner, schema })

const bounded = <A>(
  name: string,
  inner: t.Type<A>,
  isOne: (value: A) => boolean,
  schema: Schema,
): AnnotatedType<A> =>
  annotated(
    new t.Type<A>(
      name,
      (value): value is A => inner.is(value) && isOne(value),
      (value, context) => {
        const found = inner.validate(value, context)
        return E.isLeft(found) || isOne(found.right) ? found : t.failure(value, context)
      },
      t.identity,
    ),
    inner,
    schema,
  )

/** The same with a sentence for people. */
export const described = <A>(description: string, codec: t.Type<A>): AnnotatedType<A> =>
  annotated(new t.Type<A>(codec.name, codec.is.bind(codec), codec.validate.bind(codec), t.identity), codec, {
    description,
  })

/** A text of at most so many characters, perhaps of a pattern. */
export const text = (name: string, most: number, pattern?: RegExp): AnnotatedType<string> =>
  bounded(
    name,
    t.string,
    (value) => value.length > 0 && value.length <= most && (pattern?.test(value) ?? true),
    {
      minLength: 1,
      maxLength: most,
      ...(pattern === undefined ? {} : { pattern: pattern.source }),
    },
  )

/** A whole number in a range. */
export const whole = (least: number, most: number): AnnotatedType<number> =>
  bounded(
    `a whole number from ${String(least)} to ${String(most)}`,
    t.number,
    (value) => Number.isInteger(value) && value >= least && value <= most,
    { type: 'integer', minimum: least, maximum: most },
  )

/** One of some words. */
export const words = <W extends string>(...all: readonly W[]): t.Type<W> =>
  new t.KeyofType(
    all.map((word) => `\`${word}\``).join(' or '),
    (value): value is W => all.some((word) => word === value),
    (value, context) =>
      all.some((word) => word === value) ? t.success(value as W) : t.failure(value, context),
    t.identity,
    Object.fromEntries(all.map((word) => [word, null])) as Record<W, null>,
  )

/** `true` or `false`. */
export const yesOrNo: t.Type<boolean> = Object.assign(
  new t.Type<boolean>('`true` or `false`', t.boolean.is, t.boolean.validate, t.identity),
  { _tag: 'BooleanType' as const },
)

/** A list of a bounded length. */
export const list = <A>(of: t.Type<A>, most: number, least = 0): AnnotatedType<readonly A[]> =>
  bounded(
    `a list of ${String(least)} to ${String(most)} entries`,
    t.readonlyArray(of),
    (value) => value.length >= least && value.length <= most,
    { minItems: least, maxItems: most },
  )

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Any object. */
export const anyObject: AnnotatedType<Readonly<Record<string, unknown>>> = annotated(
  new t.Type<Readonly<Record<string, unknown>>>(
    'an object',
    isRecord,
    (value, context) => (isRecord(value) ? t.success(value) : t.failure(value, context)),
    t.identity,
  ),
  t.unknown,
  { type: 'object' },
)

/** A text of at most so many characters, or an object. */
export const textOrObject = (
  name: string,
  most: number,
): AnnotatedType<string | Readonly<Record<string, unknown>>> => {
  const both = t.union([text('a text', most), anyObject])
  return annotated(
    new t.Type<string | Readonly<Record<string, unknown>>>(
      name,
      both.is.bind(both),
      (value, context) => (both.is(value) ? t.success(value) : t.failure(value, context)),
      t.identity,
    ),
    both,
    {},
  )
}

/** Entries whose names are the caller's own, bounded in number. */
export const byName = <A>(
  name: string,
  key: RegExp,
  value: t.Type<A>,
  most: number,
): AnnotatedType<Readonly<Record<string, A>>> => {
  const record = t.record(t.string, value) as t.Type<Readonly<Record<string, A>>>
  return bounded(
    name,
    Object.assign(record, {}),
    (found) => {
      const names = Object.keys(found)
      return names.length <= most && names.every((one) => key.test(one))
    },
    { maxProperties: most, propertyNames: { pattern: key.source } },
  )
}

type TypeOfProps<P extends t.Props> = { readonly [K in keyof P]: t.TypeOf<P[K]> }
type PartialOfProps<P extends t.Props> = { readonly [K in keyof P]?: t.TypeOf<P[K]> }

const NOBODY: t.Mixed = new t.Type<unknown>(
  'no such member',
  (value): value is unknown => value === undefined,
  (value, context) => t.failure(value, context),
  t.identity,
)

/** An object with these members and no others: what a reader does not know was meant for something. */
export const closed = <N extends t.Props, O extends t.Props>(
  name: string,
  needed: N,
  optional: O,
): ClosedType<TypeOfProps<N> & PartialOfProps<O>> => {
  const isKnown = (member: string): boolean =>
    Object.hasOwn(needed, member) || Object.hasOwn(optional, member)
  const validate = (value: unknown, context: t.Context): t.Validation<TypeOfProps<N> & PartialOfProps<O>> => {
    if (!isRecord(value)) return t.failure(value, context)
    const errors: t.ValidationError[] = []
    const look = (key: string, type: t.Mixed): void => {
      const found = type.validate(value[key], t.appendContext(context, key, type, value[key]))
      if (E.isLeft(found)) errors.push(...found.left)
    }
    for (const [key, type] of Object.entries(needed)) look(key, type)
    for (const [key, type] of Object.entries(optional)) if (Object.hasOwn(value, key)) look(key, type)
    for (const key of Object.keys(value)) if (!isKnown(key)) look(key, NOBODY)
    return errors.length > 0 ? t.failures(errors) : t.success(value as TypeOfProps<N> & PartialOfProps<O>)
  }
  return Object.assign(
    new t.Type<TypeOfProps<N> & PartialOfProps<O>>(
      name,
      (value): value is TypeOfProps<N> & PartialOfProps<O> => E.isRight(validate(value, [])),
      validate,
      t.identity,
    ),
    { _tag: 'ClosedType' as const, needed, optional },
  )
}

/** Codecs of the values that foreign JSON is made of. A name is words that follow "expected": a text. */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import * as t from 'io-ts/lib/index.js'
import { parseAccountId, parseSignerKey, type AccountId } from '../../kernel/model/index.js'

/** A codec that only reads: what it read is written as it is. */
const reading = <A>(name: string, read: (value: unknown) => O.Option<A>): t.Type<A, unknown> =>
  new t.Type<A, unknown>(
    name,
    (value): value is A => O.isSome(read(value)),
    (value, context) => {
      const found = read(value)
      return O.isSome(found) ? t.success(found.value) : t.failure(value, context)
    },
    (value) => value,
  )

/** Any text. */
export const text = reading('a text', (value) => (typeof value === 'string' ? O.some(value) : O.none))

export const yesOrNo = reading('`true` or `false`', (value) =>
  typeof value === 'boolean' ? O.some(value) : O.none,
)

/** A whole number from 0 to a bound. */
export const wholeNumberTo = (bound: number): t.Type<number, unknown> =>
  reading(`a whole number from 0 to ${String(bound)}`, (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= bound
      ? O.some(value)
      : O.none,
  )

export const uint8 = wholeNumberTo(255)
export const uint32 = wholeNumberTo(0xffff_ffff)

const inRange =
  (low: bigint, high: bigint) =>
  (value: bigint): O.Option<bigint> =>
    value >= low && value <= high ? O.some(value) : O.none

const bigintOf = (value: unknown): O.Option<bigint> => {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? O.some(BigInt(value)) : O.none
  return typeof value === 'string' && /^(?:0|[1-9][0-9]{0,19})$/.test(value) ? O.some(BigInt(value)) : O.none
}

/** A 64-bit number that is not negative, as text (JSON numbers are not exact so far) or as a small number. */
export const int64 = reading('a whole number from 0 to 9223372036854775807', (value) =>
  O.chain(inRange(0n, 0x7fff_ffff_ffff_ffffn))(bigintOf(value)),
)

export const uint64 = reading('a whole number from 0 to 18446744073709551615', (value) =>
  O.chain(inRange(0n, 0xffff_ffff_ffff_ffffn))(bigintOf(value)),
)

/** An amount with up to seven decimals, as stroops. */
export const amount = reading('an amount such as `100.0000000`', (value) => {
  const parts = typeof value === 'string' ? /^([0-9]{1,12})(?:\.([0-9]{1,7}))?$/.exec(value) : null
  return parts === null ? O.none : O.some(BigInt(`${parts[1] ?? ''}${(parts[2] ?? '').padEnd(7, '0')}`))
})

/** `G…`, or `M…` as the account behind it. */
export const accountId: t.Type<AccountId, unknown> = reading('an account (G… or M…)', (value) =>
  typeof value === 'string' ? O.fromEither(parseAccountId(value)) : O.none,
)

/** `G…`, `T…`, `X…` or `P…`, as it is written. */
export const signerKey = reading('a signer (G…, T…, X… or P…)', (value) =>
  typeof value === 'string' && E.isRight(parseSignerKey(value)) ? O.some(value) : O.none,
)

/** Positions of operations from 0, with the code that each fails with: `{"2": "CHANGE_TRUST_LOW_RESERVE"}`. */
export const failingOperations = reading<ReadonlyMap<number, string>>(
  'an object of positions and codes',
  (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return O.none
    const entries = Object.entries(value)
    return entries.every(([at, code]) => /^[0-9]{1,3}$/.test(at) && typeof code === 'string')
      ? O.some(new Map(entries.map(([at, code]) => [Number(at), code as string])))
      : O.none
  },
)

/** A member that may be left out or be `null`. */
export const maybe = <A>(codec: t.Type<A, unknown>): t.Type<O.Option<A>, unknown> =>
  new t.Type<O.Option<A>, unknown>(
    codec.name,
    (value): value is O.Option<A> => value === null || value === undefined || codec.is(value),
    (value, context) =>
      value === null || value === undefined
        ? t.success(O.none)
        : E.map((found: A) => O.some(found))(codec.validate(value, context)),
    (value) => value,
  )

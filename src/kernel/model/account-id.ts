/**
 * Account ids: the public key that names an account, as its canonical `G…` text.
 *
 * A text and not bytes, so that ids compare with `===`, key a `Map` and read well in output. A muxed
 * account (`M…`) is folded to the account that it stands for: its 64-bit id has no authority
 * (SEP-23, CAP-27; stellar-core `toAccountID`).
 */
import * as E from 'fp-ts/lib/Either.js'
import type { Bytes } from './bytes.js'
import { failure, type Failure } from './failure.js'
import { decodeStrKey, encodeStrKey, kindName } from './strkey.js'

/** A checked, canonical `G…` text. Made by `parseAccountId` or `accountIdOf` only. */
export type AccountId = string & { readonly AccountId: unique symbol }

/** The account named by a 32-byte public key. Core does not ask whether it is a point, nor do we. */
export const accountIdOf = (publicKey: Bytes): AccountId => encodeStrKey('G', publicKey) as AccountId

/**
 * Reads `G…`, and `M…` as the account behind it.
 *
 * Failures: `secret-seed`, `bad-strkey`, `not-an-account` (a valid key of another kind).
 *
 * @example
 * ```ts
 * import * as E from 'fp-ts/lib/Either.js'
 * import { parseAccountId } from 'quorate/kernel'
 *
 * const account = parseAccountId('MA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJUAAAAAAAAAAAACJUQ')
 * if (E.isRight(account)) console.log(account.right)
 * // => GA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVSGZ
 * ```
 */
export const parseAccountId = (text: string): E.Either<Failure, AccountId> => {
  const decoded = decodeStrKey(text)
  if (E.isLeft(decoded)) return decoded
  const { kind, payload } = decoded.right
  if (kind === 'G') return E.right(text as AccountId)
  if (kind === 'M') return E.right(accountIdOf(payload.subarray(0, 32)))
  return E.left(
    failure('not-an-account', `expected an account (G… or M…), found ${kindName(kind)}: \`${text}\``),
  )
}

/** The 32 bytes of an account's public key. */
export const publicKeyOf = (id: AccountId): Bytes => {
  const decoded = decodeStrKey(id)
  if (E.isLeft(decoded)) throw new Error('invariant: an AccountId is always a valid StrKey')
  return decoded.right.payload
}

/** The short form that people compare by eye: first four and last four characters. */
export const shortKey = (strkey: string): string => `${strkey.slice(0, 4)}…${strkey.slice(-4)}`

/**
 * Addresses of clients: an account, and for a muxed one the number of the user behind it (SEP-10, SEP-23).
 * Authority is that of the account; the number says whose session it is.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import {
  accountIdOf,
  decodeStrKey,
  encodeStrKey,
  failure,
  kindName,
  publicKeyOf,
  type AccountId,
  type Failure,
} from '../../kernel/model/index.js'

/** An account with the number beside it, where it is written as `M…`. */
export interface Address {
  readonly account: AccountId
  readonly number: O.Option<bigint>
}

/**
 * Reads `G…` or `M…`.
 *
 * Failures: `secret-seed`, `bad-strkey`, `not-an-account`.
 *
 * @example
 * ```ts
 * import * as E from 'fp-ts/lib/Either.js'
 * import { parseAddress } from 'quorate/edge'
 *
 * const user = parseAddress('MA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJUAAAAAAAAAAAACJUQ')
 * if (E.isRight(user)) console.log(user.right.number)
 * // => { _tag: 'Some', value: 0n }
 * ```
 */
export const parseAddress = (text: string): E.Either<Failure, Address> => {
  const decoded = decodeStrKey(text)
  if (E.isLeft(decoded)) return decoded
  const { kind, payload } = decoded.right
  if (kind === 'G') return E.right({ account: accountIdOf(payload), number: O.none })
  if (kind !== 'M')
    return E.left(failure('not-an-account', `expected an account (G… or M…), found ${kindName(kind)}`))
  const number = new DataView(payload.buffer, payload.byteOffset + 32, 8).getBigUint64(0)
  return E.right({ account: accountIdOf(payload.subarray(0, 32)), number: O.some(number) })
}

/** The address as it is written: `G…`, or `M…` with a number. */
export const addressText = ({ account, number }: Address): string => {
  if (O.isNone(number)) return account
  const payload = new Uint8Array(40)
  payload.set(publicKeyOf(account))
  new DataView(payload.buffer).setBigUint64(32, number.value)
  return encodeStrKey('M', payload)
}

/** Authorization entries from what travels: base64 text or bytes of one entry alone. */
import * as E from 'fp-ts/lib/Either.js'
import { failure, type AuthorizationEntry, type Bytes, type Failure } from '../../kernel/model/index.js'
import { authorizationEntryOf } from './authorization-entry.js'
import { SorobanAuthorizationEntry } from './protocol-27.js'
import { readFailure } from './read-failure.js'
import { readText } from './read-text.js'
import { readXdr } from './read-xdr.js'

const WHAT = 'an authorization entry'

const readEntry = readXdr(SorobanAuthorizationEntry)

const entryFailure = readFailure({ what: WHAT, otherCode: 'xdr-not-an-entry' })

/**
 * The entry that bytes hold. The bytes stay part of it: do not change them afterwards.
 *
 * Failures: `empty-input`, `xdr-truncated`, `xdr-trailing`, `xdr-too-deep`, `xdr-not-an-entry`.
 */
export const decodeAuthorizationEntryBytes = (bytes: Bytes): E.Either<Failure, AuthorizationEntry> => {
  if (bytes.length === 0) return E.left(failure('empty-input', 'nothing to read: the input is empty'))
  const entry = readEntry(bytes)
  return E.isLeft(entry)
    ? E.left(entryFailure(bytes, entry.left))
    : E.right(authorizationEntryOf(entry.right))
}

/**
 * The authorization entry (`SorobanAuthorizationEntry`) in a base64 text, as a simulation answers it and
 * wallets sign it. Credentials of all four types are read, also those that came with protocol 27.
 *
 * Failures: those of `decodeAuthorizationEntryBytes`; `base64-…` as of `fromBase64`; `xdr-too-long`,
 * `xdr-several`, `xdr-is-hash`, `xdr-is-hex`; `secret-seed`.
 *
 * @example
 * ```ts
 * import * as E from 'fp-ts/lib/Either.js'
 * import { decodeAuthorizationEntry } from 'quorate/edge'
 *
 * const entry = decodeAuthorizationEntry(
 *   'AAAAAAAAAAAAAAABICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8AAAAFaGVsbG8AAAAAAAAAAAAAAA==',
 * )
 * if (E.isRight(entry)) console.log(entry.right.credentials._tag, entry.right.subInvocations)
 * // => SourceAccount 0
 * ```
 */
export const decodeAuthorizationEntry: (base64: string) => E.Either<Failure, AuthorizationEntry> = readText(
  WHAT,
  decodeAuthorizationEntryBytes,
)

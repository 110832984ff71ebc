/** References to keys inside an account file: an alias of its `keys`, or the key itself. */
import * as E from 'fp-ts/lib/Either.js'
import {
  accountIdOf,
  failure,
  parseAccountId,
  parseSignerKey,
  type AccountId,
  type Failure,
  type SignerKey,
} from '../../../kernel/model/index.js'
import type { KeyTable } from './key-table.js'
import { didYouMean } from '../text/nearest-name.js'
import { refuse, type Read } from '../tree/problem.js'
import { quoted } from '../quoted.js'

/** No alias starts with a capital, and no key is short: what is neither is a mistyped alias. */
const isMeantAsKey = (text: string): boolean => /^[A-Z][A-Z0-9]{19,}$/.test(text)

const undefinedAlias = (table: KeyTable, text: string) => (): Failure =>
  failure(
    'undefined-alias',
    `no key is named ${quoted(text)}`,
    `${didYouMean(table.keys.keys())(text)}name it under \`keys\`, or write the key itself`,
  )

const literal = <A>(offset: number, parsed: E.Either<Failure, A>): Read<A> =>
  E.isLeft(parsed) ? refuse(offset, () => parsed.left) : parsed

/** The key that an alias or a literal names. */
export const resolveKey =
  (table: KeyTable) =>
  (text: string, offset: number): Read<SignerKey> => {
    const named = table.keys.get(text)
    if (named !== undefined) return E.right(named)
    // What is wrong with it was told where it is defined.
    if (table.broken.has(text)) return E.left([])
    return isMeantAsKey(text)
      ? literal(offset, parseSignerKey(text))
      : refuse(offset, undefinedAlias(table, text))
  }

/** The account that an alias or a literal names; `M…` is the account behind it. */
export const resolveAccountId =
  (table: KeyTable) =>
  (text: string, offset: number): Read<AccountId> => {
    if (!table.keys.has(text) && isMeantAsKey(text)) return literal(offset, parseAccountId(text))
    const key = resolveKey(table)(text, offset)
    if (E.isLeft(key)) return key
    return key.right._tag === 'Ed25519'
      ? E.right(accountIdOf(key.right.publicKey))
      : refuse(offset, () =>
          failure('not-an-account', `${quoted(text)} is no account: only a G… key names one`),
        )
  }

/** References to keys inside a policy: a name of its `keys` or `groups`, or the key itself. */
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
import { quoted } from '../quoted.js'
import { didYouMean } from '../text/nearest-name.js'
import { refuse, type Read } from '../tree/problem.js'
import type { Scope } from './scope.js'

/** No alias starts with a capital, and no key is short: what is neither is a mistyped alias. */
const isMeantAsKey = (text: string): boolean => /^[A-Z][A-Z0-9]{19,}$/.test(text)

const undefinedAlias = (scope: Scope, text: string, help: string) => (): Failure =>
  failure(
    'undefined-alias',
    `no key${scope.groups.size === 0 ? '' : ' or group'} is named ${quoted(text)}`,
    `${didYouMean([...scope.keys.keys(), ...scope.groups.keys()])(text)}${help}`,
  )

const literal = <A>(offset: number, parsed: E.Either<Failure, A>): Read<A> =>
  E.isLeft(parsed) ? refuse(offset, () => parsed.left) : parsed

/** What a reference names. */
export type Referred =
  | { readonly _tag: 'Key'; readonly key: SignerKey }
  | { readonly _tag: 'Group'; readonly name: string; readonly keys: readonly SignerKey[] }

const named = (scope: Scope, text: string): Referred | undefined => {
  const key = scope.keys.get(text)?.key
  if (key !== undefined) return { _tag: 'Key', key }
  const keys = scope.members.get(text)
  return keys === undefined ? undefined : { _tag: 'Group', name: text, keys }
}

/** The key or the group of a name. A key that is written out has to get a name first. */
export const resolveName =
  (scope: Scope) =>
  (text: string, offset: number): Read<Referred> => {
    const found = named(scope, text)
    if (found !== undefined) {
      scope.use(text)
      return E.right(found)
    }
    // What is wrong with it was told where it is defined.
    if (scope.broken.has(text)) return E.left([])
    return refuse(offset, undefinedAlias(scope, text, 'name it under `keys` or `groups`'))
  }

/** The key or the group of a name, or the key itself. */
export const resolveReference =
  (scope: Scope) =>
  (text: string, offset: number): Read<Referred> => {
    if (scope.keys.has(text) || scope.groups.has(text) || scope.broken.has(text))
      return resolveName(scope)(text, offset)
    if (!isMeantAsKey(text))
      return refuse(offset, undefinedAlias(scope, text, 'name it under `keys`, or write the key itself'))
    return E.map((key: SignerKey): Referred => {
      const alias = scope.aliasOf.get(key.strkey)
      if (alias !== undefined) scope.use(alias)
      return { _tag: 'Key', key }
    })(literal(offset, parseSignerKey(text)))
  }

const notAnAccount = (text: string) => (): Failure =>
  failure('not-an-account', `${quoted(text)} is no account: only a G… key names one`)

/** The account that a name or a literal names; `M…` is the account behind it. */
export const resolveAccountId =
  (scope: Scope) =>
  (text: string, offset: number): Read<AccountId> => {
    if (!scope.keys.has(text) && isMeantAsKey(text)) {
      const id = literal(offset, parseAccountId(text))
      const alias = E.isRight(id) ? scope.aliasOf.get(id.right) : undefined
      if (alias !== undefined) scope.use(alias)
      return id
    }
    const found = resolveReference(scope)(text, offset)
    if (E.isLeft(found)) return found
    return found.right._tag === 'Key' && found.right.key._tag === 'Ed25519'
      ? E.right(accountIdOf(found.right.key.publicKey))
      : refuse(offset, notAnAccount(text))
  }

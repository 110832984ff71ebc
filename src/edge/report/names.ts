/** What accounts and keys are called in the account files that came along. */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import {
  parseSignerKey,
  shortKey,
  type AccountId,
  type Hint,
  type SignerKey,
} from '../../kernel/model/index.js'
import { hintOf } from '../../kernel/signature/index.js'

/** Names of accounts and keys; none where nobody gave one. */
export interface Names {
  readonly account: (id: AccountId) => O.Option<string>
  readonly key: (strkey: string) => O.Option<string>
  /** The only named key that a hint can stand for. */
  readonly keyOfHint: (hint: Hint) => O.Option<SignerKey>
}

const get =
  (names: ReadonlyMap<string, string>) =>
  (strkey: string): O.Option<string> =>
    O.fromNullable(names.get(strkey))

const keysWith = (strkeys: Iterable<string>, hint: Hint): readonly SignerKey[] =>
  [...strkeys].flatMap((strkey) => {
    const key = parseSignerKey(strkey)
    return E.isRight(key) && O.toUndefined(hintOf(key.right)) === hint ? [key.right] : []
  })

/**
 * Names by StrKey. One address may name an account and, by another name, its master key: the joint
 * account `joint` has the key of its `founder`.
 */
export const namesOf = (
  keys: ReadonlyMap<string, string>,
  accounts: ReadonlyMap<string, string> = new Map(),
): Names => ({
  account: (id) => O.fromNullable(accounts.get(id) ?? keys.get(id)),
  key: get(keys),
  keyOfHint: (hint) => {
    const [only, ...others] = keysWith(keys.keys(), hint)
    return only === undefined || others.length > 0 ? O.none : O.some(only)
  },
})

/** Where nothing has a name. */
export const NO_NAMES: Names = namesOf(new Map())

/** An account as it is called, or its short key. */
export const accountLabel =
  (names: Names) =>
  (id: AccountId): string =>
    O.getOrElse(() => shortKey(id))(names.account(id))

/** A key as it is called; else as the account that it is the master key of; else its short form. */
export const keyLabel =
  (names: Names) =>
  ({ strkey }: SignerKey): string =>
    O.getOrElse(() => O.getOrElse(() => shortKey(strkey))(names.account(strkey as AccountId)))(
      names.key(strkey),
    )

/**
 * The same names; keys without one whose short forms are alike are told whole. Whoever makes keys can make
 * one that begins and ends as another does.
 */
export const tellingApart =
  (strkeys: Iterable<string>) =>
  (names: Names): Names => {
    const alike = new Map<string, Set<string>>()
    for (const strkey of strkeys) {
      const short = shortKey(strkey)
      alike.set(short, (alike.get(short) ?? new Set()).add(strkey))
    }
    const whole = (strkey: string): O.Option<string> =>
      (alike.get(shortKey(strkey))?.size ?? 0) > 1 ? O.some(strkey) : O.none
    // A key without a name may go by that of its account.
    const isUnnamed = (strkey: string): boolean =>
      O.isNone(names.key(strkey)) && O.isNone(names.account(strkey as AccountId))
    return {
      ...names,
      key: (strkey) => (isUnnamed(strkey) ? whole(strkey) : names.key(strkey)),
      account: (id) => (isUnnamed(id) ? whole(id) : names.account(id)),
    }
  }

/** Names for the keys of imported accounts: as they were given, or `signer-1`, `signer-2`… */
import * as E from 'fp-ts/lib/Either.js'
import * as NEA from 'fp-ts/lib/NonEmptyArray.js'
import * as O from 'fp-ts/lib/Option.js'
import { quoted } from '../../edge/source/quoted.js'
import {
  about,
  activeSignersOf,
  failure,
  looksLikeSeed,
  masterKeyOf,
  secretSeedFailure,
  type Account,
  type Failure,
  type SignerKey,
} from '../../kernel/model/index.js'
import { nameFailure } from './named-key.js'

/** Keys with their names, in the order in which they are written. */
export type ImportedNames = ReadonlyMap<string, { readonly alias: string; readonly key: SignerKey }>

/** `G…=anna` as it was written. */
interface GivenName {
  readonly strkey: string
  readonly alias: string
}

const flagged = about('--alias')

const splitName = (text: string): E.Either<Failure, GivenName> => {
  const at = text.indexOf('=')
  const [strkey, alias] = [text.slice(0, Math.max(at, 0)).trim(), text.slice(at + 1).trim()]
  if (looksLikeSeed(strkey) || looksLikeSeed(alias) || looksLikeSeed(text)) return E.left(secretSeedFailure())
  if (at <= 0)
    return E.left(flagged(failure('not-an-alias', `${quoted(text)} names no key; expected \`KEY=NAME\``)))
  const wrong = nameFailure('a key')(alias)
  return wrong === undefined ? E.right({ strkey, alias }) : E.left(flagged(wrong))
}

/** Every key that signs, and master keys that somebody named although they do not; each once. */
const keysOf = (accounts: readonly Account[], given: readonly GivenName[]): ReadonlyMap<string, SignerKey> =>
  new Map(
    accounts.flatMap((account) =>
      [
        ...(given.some(({ strkey }) => strkey === account.id) ? [masterKeyOf(account.id)] : []),
        ...activeSignersOf(account).map(({ key }) => key),
      ].map((key) => [key.strkey, key] as const),
    ),
  )

const strayFailures = (
  keys: ReadonlyMap<string, SignerKey>,
  given: readonly GivenName[],
): readonly Failure[] => {
  const [aliases, named] = [new Set<string>(), new Set<string>()]
  return given.flatMap(({ strkey, alias }) => {
    const [isAliasTaken, isNamed] = [aliases.has(alias), named.has(strkey)]
    aliases.add(alias)
    named.add(strkey)
    if (!keys.has(strkey))
      return [
        failure(
          'unknown-signer',
          `${quoted(strkey)} is no signer of the account`,
          'name keys that sign for it, or its own key',
        ),
      ]
    if (isNamed) return [failure('name-twice', `${quoted(strkey)} is named twice`)]
    return isAliasTaken ? [failure('name-twice', `two keys are named ${quoted(alias)}`)] : []
  })
}

/**
 * The names of all keys of some accounts. A master key that signs is `master` where one account has one.
 *
 * Failures: `not-an-alias`, `bad-name`, `name-twice`, `unknown-signer`, `secret-seed`.
 */
export const importedNames = (
  accounts: readonly Account[],
  words: readonly string[],
): E.Either<NEA.NonEmptyArray<Failure>, ImportedNames> => {
  const read = words.map(splitName)
  const failures = read.flatMap((one) => (E.isLeft(one) ? [one.left] : []))
  const failed = NEA.fromArray(failures)
  if (O.isSome(failed)) return E.left(failed.value)
  const given = read.flatMap((one) => (E.isRight(one) ? [one.right] : []))
  const keys = keysOf(accounts, given)
  const ids: readonly string[] = accounts.map(({ id }) => id)
  const stray = NEA.fromArray(strayFailures(keys, given).map(flagged))
  if (O.isSome(stray)) return E.left(stray.value)
  const said = new Map(given.map(({ strkey, alias }) => [strkey, alias]))
  const taken = new Set(said.values())
  const counts = { signer: 0, master: 0 }
  const next = (kind: 'signer' | 'master'): string => {
    const isOnly = kind === 'master' && accounts.length === 1
    for (;;) {
      counts[kind] += 1
      const name = isOnly && counts[kind] === 1 ? kind : `${kind}-${String(counts[kind])}`
      if (!taken.has(name)) return name
    }
  }
  return E.right(
    new Map(
      [...keys].map(([strkey, key]) => [
        strkey,
        { key, alias: said.get(strkey) ?? next(ids.includes(strkey) ? 'master' : 'signer') },
      ]),
    ),
  )
}

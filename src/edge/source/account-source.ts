/**
 * One input that describes accounts, whatever its form: an account file, Horizon's JSON, or ledger
 * entries in base64. The form is told from the text, never from the name.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as NEA from 'fp-ts/lib/NonEmptyArray.js'
import * as O from 'fp-ts/lib/Option.js'
import type { Policy } from '../../advice/policy/index.js'
import {
  about,
  at,
  looksLikeSeed,
  secretSeedFailure,
  type Account,
  type AccountId,
  type Failure,
  type Network,
} from '../../kernel/model/index.js'
import { accountFileOf, readAccountFile, type AccountFile, type KeyMetadata } from './account-file.js'
import { formOf } from './account-form.js'
import { readHorizonAccounts } from './horizon/horizon-account.js'
import { readEntryLines, readEntryList } from './ledger-entries.js'
import { FOREIGN_TEXT, readableText } from './text/readable-text.js'
import { seedOffsetsBesideBase64 } from './text/seed-scan.js'
import { positionIn } from './text/text-position.js'

type Failures = NEA.NonEmptyArray<Failure>

/** What one input says. */
export interface AccountSource {
  /** What the input is called: its path, or a word such as `standard input`. */
  readonly name: string
  readonly network: O.Option<Network>
  /** Names for keys and accounts, by their StrKey. */
  readonly aliases: ReadonlyMap<string, string>
  /** Names of accounts, also where the address has another name as a key. */
  readonly accountNames: ReadonlyMap<AccountId, string>
  /** What is said of keys beside themselves, by their StrKey; nothing where the form has no room for it. */
  readonly metadata: ReadonlyMap<string, KeyMetadata>
  readonly accounts: readonly Account[]
}

/** Names of keys, and for addresses that have none the name of their account. */
const aliasesOf = ({ keys, accounts }: AccountFile): ReadonlyMap<string, string> =>
  new Map([
    ...[...accounts].map(([name, { id }]) => [id as string, name] as const),
    ...[...keys].map(([alias, { strkey }]) => [strkey, alias] as const),
  ])

const metadataOf = ({ keys, metadata }: AccountFile): ReadonlyMap<string, KeyMetadata> =>
  new Map(
    [...metadata].flatMap(([alias, said]) => {
      const key = keys.get(alias)
      return key === undefined ? [] : [[key.strkey, said] as const]
    }),
  )

const fromFile =
  (name: string) =>
  (file: AccountFile): AccountSource => ({
    name,
    network: file.network,
    aliases: aliasesOf(file),
    accountNames: new Map([...file.accounts].map(([account, { id }]) => [id, account])),
    metadata: metadataOf(file),
    accounts: [...file.accounts.values()],
  })

/** The accounts of a policy that was read with all that it imports. */
export const accountSourceOf = (policy: Policy, name: string): AccountSource =>
  fromFile(name)(accountFileOf(policy))

const fromAccounts =
  (name: string) =>
  (accounts: readonly Account[]): AccountSource => ({
    name,
    network: O.none,
    aliases: new Map(),
    accountNames: new Map(),
    metadata: new Map(),
    accounts,
  })

/** The places of seeds in a text, where it has any. */
const seedsIn = (text: string): O.Option<Failures> => {
  const offsets = seedOffsetsBesideBase64(text)
  const positionAt = offsets.length === 0 ? undefined : positionIn(text)
  return positionAt === undefined
    ? O.none
    : NEA.fromArray(offsets.slice(0, 20).map((offset) => at(positionAt(offset))(secretSeedFailure())))
}

const readText = (text: string, name: string): E.Either<Failures, AccountSource> => {
  const readable = readableText(FOREIGN_TEXT)(text)
  if (E.isLeft(readable)) return E.left(NEA.of(readable.left))
  const body = readable.right
  const seeds = seedsIn(body)
  if (O.isSome(seeds)) return E.left(seeds.value)
  const form = formOf(body)
  switch (form._tag) {
    case 'AccountFile':
      return E.map(fromFile(name))(readAccountFile(body, name))
    case 'Horizon':
      return E.map(fromAccounts(name))(readHorizonAccounts(form.json))
    case 'EntryList':
      return E.map(fromAccounts(name))(readEntryList(form.entries))
    case 'EntryLines':
      return E.map(fromAccounts(name))(readEntryLines(body))
    case 'Other':
      return E.left(NEA.of(form.failure))
  }
}

/**
 * Reads one input. `name` is the subject of every failure.
 *
 * Failures: those of `readAccountFile`, `readHorizonAccount` and `decodeAccount`; `secret-seed`;
 * `not-an-account-source`, saying what the input looks like.
 */
export const readAccountSource = (text: string, name: string): E.Either<Failures, AccountSource> => {
  // A seed given where a path belongs must not come back as the name of a file.
  const shown = looksLikeSeed(name) ? 'input' : name
  return E.mapLeft(NEA.map(about(shown)))(readText(text, shown))
}

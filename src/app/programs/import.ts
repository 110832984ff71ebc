/**
 * Importing accounts: from what Horizon answers, or from ledger entries, to an account file. What was
 * written is read again, and has to say the same of everything that decides authority.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as NEA from 'fp-ts/lib/NonEmptyArray.js'
import * as O from 'fp-ts/lib/Option.js'
import { isSameConfiguration } from '../../advice/plan/index.js'
import { formOf } from '../../edge/source/account-form.js'
import { readAccountFile, readAccountSource } from '../../edge/source/index.js'
import {
  about,
  failure,
  MAX_WEIGHT,
  parseAccountId,
  type Account,
  type Failure,
  type Network,
} from '../../kernel/model/index.js'
import type { Files } from '../ports.js'
import { importedNames } from './import-names.js'
import { importedJson, importedYaml, type ImportedAccount, type ImportParts } from './import-text.js'
import { inputName } from './input-name.js'
import { nameFailure } from './named-key.js'
import { liveAccounts, noSuchAccount, type OpenSource } from './source/live-accounts.js'

type Failures = NEA.NonEmptyArray<Failure>

/** What to import, as it was written. */
export interface ImportWords {
  /** A path, or `-`; with a source, the address of an account. */
  readonly path: string
  /** Asked for the account. */
  readonly live?: OpenSource
  /** The name of the account; `account` where none is given. */
  readonly name: O.Option<string>
  /** `KEY=NAME` each. */
  readonly aliases: readonly string[]
  readonly network: O.Option<Network>
  readonly format: 'yaml' | 'json'
}

const LIMIT = 64 * 1024 * 1024

const isAccountFileAlready = (): Failure =>
  failure(
    'not-live',
    'this is an account file already',
    'give an account as Horizon answers it, or ledger entries',
  )

/** Accounts that were read, what they were read from, and the network where that is known. */
interface Found {
  readonly source: string
  readonly accounts: readonly Account[]
  readonly network: O.Option<Network>
}

const readAccounts = async (files: Files, path: string): Promise<E.Either<Failures, readonly Account[]>> => {
  const name = inputName(path)
  const text = await files.readText(path, LIMIT)()
  if (E.isLeft(text)) return E.left(NEA.of(about(name)(text.left)))
  const source = readAccountSource(text.right, name)
  if (E.isLeft(source)) return source
  const { accounts } = source.right
  if (formOf(text.right)._tag === 'AccountFile') return E.left(NEA.of(about(name)(isAccountFileAlready())))
  return accounts.length === 0
    ? E.left(NEA.of(about(name)(failure('no-account', 'there is no account in it'))))
    : E.right(accounts)
}

/** The account of an address, and the network that the server says it is of, where nobody says another. */
const fetched = async (
  open: OpenSource,
  { path, network }: ImportWords,
): Promise<E.Either<Failures, Found>> => {
  const id = parseAccountId(path)
  if (E.isLeft(id)) return E.left(NEA.of(about('FILE')(id.left)))
  const source = open(O.toUndefined(network))
  const told = O.isSome(network) ? E.right(network.value) : await source.network?.()()
  if (told !== undefined && E.isLeft(told)) return E.left(NEA.of(told.left))
  const live = await liveAccounts(source, [id.right])
  if (E.isLeft(live)) return live
  const { name, accounts } = live.right
  return accounts.length === 0
    ? E.left(NEA.of(noSuchAccount(name, id.right)))
    : E.right({ source: name, accounts, network: O.fromNullable(told?.right) })
}

const found = async (files: Files, words: ImportWords): Promise<E.Either<Failures, Found>> =>
  words.live === undefined
    ? E.map((accounts: readonly Account[]): Found => ({
        source: inputName(words.path),
        accounts,
        network: words.network,
      }))(await readAccounts(files, words.path))
    : fetched(words.live, words)

/** Before protocol 10 a ledger could hold weights above 255; nobody can write them any more. */
const heavySigners = (accounts: readonly Account[]): readonly Failure[] =>
  accounts.flatMap(({ signers }) =>
    signers
      .filter(({ weight }) => weight > MAX_WEIGHT)
      .map(({ key, weight }) =>
        failure(
          'weight-out-of-range',
          `signer \`${key.strkey}\` has weight ${String(weight)}, from before protocol 10; an account file says 0 to ${String(MAX_WEIGHT)}`,
          `the network counts it as ${String(MAX_WEIGHT)}: set it anew before you import the account`,
        ),
      ),
  )

const twice = (accounts: readonly Account[]): readonly Failure[] =>
  accounts
    .filter(({ id }, index) => accounts.findIndex((one) => one.id === id) !== index)
    .map(({ id }) => failure('account-twice', `\`${id}\` is described twice`))

const namedAccounts = (
  accounts: readonly Account[],
  said: O.Option<string>,
): E.Either<Failure, readonly ImportedAccount[]> => {
  const [only, ...others] = accounts
  if (O.isSome(said)) {
    const wrong = nameFailure('an account')(said.value)
    if (wrong !== undefined) return E.left(about('--name')(wrong))
    if (others.length > 0)
      return E.left(
        about('--name')(
          failure(
            'which-account',
            `${String(accounts.length)} accounts cannot have one name`,
            'leave --name out, and name the accounts in the file',
          ),
        ),
      )
  }
  const name = O.getOrElse(() => 'account')(said)
  return E.right(
    others.length === 0 && only !== undefined
      ? [{ name, account: only }]
      : accounts.map((account, index) => ({ name: `account-${String(index + 1)}`, account })),
  )
}

/** What was written, after it was read again. */
const provedText = (parts: ImportParts, format: ImportWords['format']): E.Either<Failures, string> => {
  const text = format === 'json' ? importedJson(parts) : importedYaml(parts)
  const read = readAccountFile(text)
  if (E.isLeft(read))
    return E.left(
      NEA.map((found: Failure): Failure => ({
        ...found,
        message: `this cannot be written as an account file: ${found.message}`,
        position: O.none,
      }))(read.left),
    )
  const written = [...read.right.accounts.values()]
  if (
    written.length !== parts.accounts.length ||
    parts.accounts.some(({ account }, index) => {
      const back = written[index]
      return back?.id !== account.id || !isSameConfiguration(back, account)
    })
  )
    throw new Error('invariant: an account that was imported is the account that was read')
  return E.right(text)
}

/**
 * Imports accounts.
 *
 * Failures: those of reading, or of the source; of `importedNames` and of names; `not-live`, `no-account`,
 * `weight-out-of-range`, `account-twice`, `which-account`; those of `readAccountFile` for what cannot be
 * written.
 */
export const importAccounts =
  ({ files }: { readonly files: Files }) =>
  async (words: ImportWords): Promise<E.Either<Failures, string>> => {
    const read = await found(files, words)
    if (E.isLeft(read)) return read
    const { source, accounts, network } = read.right
    const unfit = NEA.fromArray([...heavySigners(accounts), ...twice(accounts)].map(about(source)))
    if (O.isSome(unfit)) return E.left(unfit.value)
    const named = namedAccounts(accounts, words.name)
    if (E.isLeft(named)) return E.left(NEA.of(named.left))
    const names = importedNames(accounts, words.aliases)
    if (E.isLeft(names)) return names
    return provedText({ source, network, names: names.right, accounts: named.right }, words.format)
  }

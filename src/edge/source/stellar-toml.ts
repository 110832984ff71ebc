/**
 * `stellar.toml`: what a domain says of itself (SEP-1). It names accounts and knows neither signers nor
 * thresholds, so it is something to compare with, never a policy.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { parse, TomlError } from 'smol-toml'
import {
  at,
  failure,
  parseAccountId,
  secretSeedFailure,
  type AccountId,
  type Failure,
} from '../../kernel/model/index.js'
import { quoted } from './quoted.js'
import { readableText, type TextLimit } from './text/readable-text.js'
import { seedOffsets } from './text/seed-scan.js'
import { positionIn } from './text/text-position.js'

/** What is read of a `stellar.toml`. */
export interface StellarToml {
  /** `ACCOUNTS`, in the order of the file, each once; empty where the file lists none. */
  readonly accounts: readonly AccountId[]
  /** `NETWORK_PASSPHRASE`. */
  readonly passphrase: O.Option<string>
}

/** SEP-1 allows 100 KB. */
const STELLAR_TOML: TextLimit = { what: 'a stellar.toml', characters: 100 * 1024 }

/** A `stellar.toml` is a list of tables of lists. */
const MAX_DEPTH = 16

/** The words of the parser repeat what it could not read, so only its place is passed on. */
const notToml = (thrown: unknown): Failure => {
  const told = failure('not-toml', 'this is not valid TOML', 'is a quote or a bracket missing?')
  return thrown instanceof TomlError ? at({ line: thrown.line, column: thrown.column })(told) : told
}

const parseToml = (text: string): E.Either<Failure, Readonly<Record<string, unknown>>> =>
  E.tryCatch(
    () =>
      parse(text, {
        integersAsBigInt: 'asNeeded',
        maxDepth: MAX_DEPTH,
        unsafeKeyBehaviour: 'drop',
      }) as Readonly<Record<string, unknown>>,
    notToml,
  )

const wrongShape = (what: string, expected: string): Failure =>
  failure('wrong-shape', `${what} is something else; expected ${expected}`)

const NO_ACCOUNTS: readonly AccountId[] = []

const accountIn = (item: unknown, index: number): E.Either<Failure, AccountId> => {
  const what = `item ${String(index + 1)} of \`ACCOUNTS\``
  if (typeof item !== 'string') return E.left(wrongShape(what, 'an account (G…) in quotes'))
  // SEP-1 lists accounts by their own name; the account behind `M…` would be a guess.
  if (item.startsWith('M'))
    return E.left(failure('not-an-account', `${what} is ${quoted(item)}; expected G…`))
  return E.mapLeft((told: Failure): Failure => ({ ...told, message: `${what}: ${told.message}` }))(
    parseAccountId(item),
  )
}

const accountsIn = (value: unknown): E.Either<Failure, readonly AccountId[]> => {
  if (value === undefined) return E.right(NO_ACCOUNTS)
  if (!Array.isArray(value)) return E.left(wrongShape('`ACCOUNTS`', 'a list of accounts'))
  const accounts = new Set<AccountId>()
  for (const [index, item] of (value as readonly unknown[]).entries()) {
    const account = accountIn(item, index)
    if (E.isLeft(account)) return account
    accounts.add(account.right)
  }
  return E.right([...accounts])
}

const passphraseIn = (value: unknown): E.Either<Failure, O.Option<string>> =>
  value === undefined
    ? E.right(O.none)
    : typeof value === 'string'
      ? E.right(O.some(value))
      : E.left(wrongShape('`NETWORK_PASSPHRASE`', 'a text in quotes'))

/**
 * Reads a `stellar.toml`. What it says beside `ACCOUNTS` and `NETWORK_PASSPHRASE` is not looked at, but
 * has to be TOML.
 *
 * Failures: `too-large`, `not-text`, `empty-input`, `secret-seed`, `not-toml`, `wrong-shape`, and those of
 * `parseAccountId`.
 */
export const readStellarToml = (text: string): E.Either<Failure, StellarToml> => {
  const readable = readableText(STELLAR_TOML)(text)
  if (E.isLeft(readable)) return readable
  const body = readable.right
  const seed = seedOffsets(body)[0]
  if (seed !== undefined) return E.left(at(positionIn(body)(seed))(secretSeedFailure()))
  const toml = parseToml(body)
  if (E.isLeft(toml)) return toml
  const accounts = accountsIn(toml.right['ACCOUNTS'])
  if (E.isLeft(accounts)) return accounts
  return E.map((passphrase: O.Option<string>): StellarToml => ({ accounts: accounts.right, passphrase }))(
    passphraseIn(toml.right['NETWORK_PASSPHRASE']),
  )
}

/** What a check looks at beside policies: the accounts as the ledger has them, and a `stellar.toml`. */
import * as E from 'fp-ts/lib/Either.js'
import * as NEA from 'fp-ts/lib/NonEmptyArray.js'
import * as O from 'fp-ts/lib/Option.js'
import type { LintInput } from '../../../advice/lint/index.js'
import { readStellarToml } from '../../../edge/source/index.js'
import { about, type Account, type AccountId, type Failure } from '../../../kernel/model/index.js'
import type { Files } from '../../ports.js'
import { inputName } from '../input-name.js'
import { readAccountInput } from '../read-account-input.js'

type Failures = NEA.NonEmptyArray<Failure>

const TOML_LIMIT = 1024 * 1024

/**
 * The accounts of a file, as Horizon or the ledger has them.
 *
 * Failures: those of `readAccountInput`.
 */
export const readLedger = async (
  files: Files,
  file: O.Option<string>,
): Promise<E.Either<Failures, LintInput['ledger']>> => {
  if (O.isNone(file)) return E.right(O.none)
  const source = await readAccountInput(files)(file.value)()
  return E.isLeft(source)
    ? source
    : E.right(
        O.some(new Map<AccountId, Account>(source.right.accounts.map((account) => [account.id, account]))),
      )
}

/**
 * What a `stellar.toml` lists.
 *
 * Failures: those of reading the file and of `readStellarToml`.
 */
export const readListed = async (
  files: Files,
  file: O.Option<string>,
): Promise<E.Either<Failures, LintInput['listed']>> => {
  if (O.isNone(file)) return E.right(O.none)
  const name = inputName(file.value)
  const text = await files.readText(file.value, TOML_LIMIT)()
  const read = E.isLeft(text) ? text : readStellarToml(text.right)
  return E.isLeft(read)
    ? E.left(NEA.of(about(name)(read.left)))
    : E.right(O.some({ file: name, accounts: read.right.accounts }))
}

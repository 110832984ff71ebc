/** Accounts as the ledger stores them: base64 of `LedgerEntry` or `AccountEntry`, one a line or listed. */
import * as E from 'fp-ts/lib/Either.js'
import * as NEA from 'fp-ts/lib/NonEmptyArray.js'
import * as O from 'fp-ts/lib/Option.js'
import { at, fromBase64, NETWORKS, type Account, type Failure } from '../../kernel/model/index.js'
import { decodeAccount, decodeEnvelope } from '../xdr/index.js'

type Failures = NEA.NonEmptyArray<Failure>

/** One more failure than people read. */
const MOST = 20

/** An envelope among the accounts was given in the wrong place; which network it is for plays no part. */
const orEnvelope =
  (entry: string) =>
  (found: Failure): Failure =>
    E.isRight(fromBase64(entry)) && E.isRight(decodeEnvelope(NETWORKS.public)(entry))
      ? {
          ...found,
          message: 'expected an account entry; this is a transaction envelope',
          help: O.some('it belongs in the first argument'),
        }
      : found

const readAll = (
  entries: readonly { readonly entry: string; readonly place: (found: Failure) => Failure }[],
): E.Either<Failures, readonly Account[]> => {
  const accounts: Account[] = []
  const failures: Failure[] = []
  for (const { entry, place } of entries) {
    const account = decodeAccount(entry)
    if (E.isRight(account)) accounts.push(account.right)
    else failures.push(place(orEnvelope(entry)(account.left)))
    if (failures.length === MOST) break
  }
  const failed = NEA.fromArray(failures)
  return O.isSome(failed) ? E.left(failed.value) : E.right(accounts)
}

/** Entries one a line; failures have the line. White space around a line, and empty lines, mean nothing. */
export const readEntryLines = (text: string): E.Either<Failures, readonly Account[]> =>
  readAll(
    text
      .split('\n')
      .map((line, index) => ({
        entry: line.trim(),
        place: at({ line: index + 1, column: line.length - line.trimStart().length + 1 }),
      }))
      .filter(({ entry }) => entry !== ''),
  )

/** Entries of a list; failures say which, counted from 1. */
export const readEntryList = (list: readonly string[]): E.Either<Failures, readonly Account[]> =>
  readAll(
    list.map((entry, index) => ({
      entry,
      place: (found: Failure) => ({ ...found, message: `entry ${String(index + 1)}: ${found.message}` }),
    })),
  )

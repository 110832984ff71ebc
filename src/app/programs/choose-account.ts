/** Which of the accounts of a file are meant. */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type { AccountSource } from '../../edge/source/index.js'
import { quoted } from '../../edge/source/quoted.js'
import { didYouMean } from '../../edge/source/text/nearest-name.js'
import { about, failure, type Account, type Failure } from '../../kernel/model/index.js'

/** More accounts than these are not listed in a message. */
const LISTED = 10

const namesIn = ({ accounts, accountNames }: AccountSource): readonly string[] =>
  accounts.map(({ id }) => accountNames.get(id) ?? id)

const unknownAccount = (source: AccountSource, text: string): Failure => {
  const names = namesIn(source)
  return failure(
    'unknown-account',
    `${quoted(text)} is no account of this file`,
    `${didYouMean(names)(text)}expected ${names.slice(0, LISTED).map(quoted).join(', ')}`,
  )
}

/**
 * The accounts that are meant: the one that is named, or all; one must be named where something is
 * supposed of it and there are several.
 *
 * Failures: `no-account`, `unknown-account` with the nearest name, `which-account`.
 */
export const chooseAccounts = (
  source: AccountSource,
  said: O.Option<string>,
  isSupposing: boolean,
): E.Either<Failure, readonly Account[]> => {
  const { name, accounts, accountNames } = source
  if (accounts.length === 0)
    return E.left(
      about(name)(failure('no-account', 'no account is described', 'describe one under `accounts`')),
    )
  if (O.isSome(said)) {
    const found = accounts.find(({ id }) => id === said.value || accountNames.get(id) === said.value)
    return found === undefined ? E.left(about(name)(unknownAccount(source, said.value))) : E.right([found])
  }
  return isSupposing && accounts.length > 1
    ? E.left(
        about(name)(
          failure(
            'which-account',
            `several accounts are described, and something is supposed of one of them`,
            `write which one after the file: ${namesIn(source).slice(0, LISTED).map(quoted).join(', ')}`,
          ),
        ),
      )
    : E.right(accounts)
}

/** Accounts that a command is about, as a source has them: without them there is nothing to say. */
import * as E from 'fp-ts/lib/Either.js'
import * as NEA from 'fp-ts/lib/NonEmptyArray.js'
import * as O from 'fp-ts/lib/Option.js'
import {
  about,
  accountsIn,
  failure,
  type Account,
  type AccountId,
  type Failure,
  type Network,
} from '../../../kernel/model/index.js'
import type { LedgerSource } from '../../ports.js'
import { fetchView } from './fetch-view.js'

type Failures = NEA.NonEmptyArray<Failure>

/** Opens a source; with a network, one that has to be of it. */
export type OpenSource = (network?: Network) => LedgerSource

/** Accounts of a source; those that do not exist are not among them. */
export interface LiveAccounts {
  /** What the source is called, and as of which ledger it speaks. */
  readonly name: string
  readonly accounts: readonly Account[]
}

/**
 * Some accounts, all of them or none: a source that could not say what one of them is has failed.
 *
 * Failures: those of the source.
 */
export const liveAccounts = async (
  source: LedgerSource,
  ids: readonly AccountId[],
): Promise<E.Either<Failures, LiveAccounts>> => {
  const { view, asOf } = await fetchView(source)(ids)()
  const failed = NEA.fromArray([...asOf.failures.values()])
  if (O.isSome(failed)) return E.left(failed.value)
  const { ledgers } = asOf
  const when = O.isNone(ledgers)
    ? ''
    : ledgers.value.first === ledgers.value.last
      ? `, ledger ${String(ledgers.value.first)}`
      : `, ledgers ${String(ledgers.value.first)} to ${String(ledgers.value.last)}`
  return E.right({ name: `${source.name}${when}`, accounts: accountsIn(view) })
}

/** That the ledger has no such account. */
export const noSuchAccount = (name: string, id: AccountId): Failure =>
  about(name)(failure('no-account', `there is no account \`${id}\` in the ledger`))

/** That a server has to be of a network, and nobody says of which. */
export const liveWithoutNetwork = (source: LedgerSource): Failure =>
  about(source.name)(
    failure(
      'network-not-said',
      'nothing says which network the account is of, so the server cannot be held to it',
      'write `network: public`, `testnet` or `futurenet` into the account file',
    ),
  )

/**
 * Accounts as Stellar RPC answers them (`getLedgerEntries`): the `LedgerEntryData` without the entry around
 * it, and beside it, where the server tells it, the extension of the entry that names its sponsor.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import {
  failure,
  fromBase64,
  type Account,
  type AccountId,
  type Bytes,
  type Failure,
} from '../../kernel/model/index.js'
import { accountFrom } from './account-entry.js'
import { generated } from './generated.js'
import { optionalAccountOf } from './keys.js'
import { ledgerEntryKind } from './ledger-entry-kind.js'
import { readXdr, type ReadFault } from './read-xdr.js'

const readData = readXdr(generated.LedgerEntryData)
const readExtension = readXdr(generated.LedgerEntryExt)

const decoded = <T>(
  what: string,
  text: string,
  read: (bytes: Bytes) => E.Either<ReadFault, T>,
): E.Either<Failure, T> => {
  const bytes = fromBase64(text)
  if (E.isLeft(bytes)) return bytes
  return E.mapLeft(({ at, reason }: ReadFault) =>
    failure('not-account-data', `expected ${what}; at byte ${String(at)}: ${reason}`),
  )(read(bytes.right))
}

const sponsorIn = (extension: O.Option<string>): E.Either<Failure, O.Option<AccountId>> => {
  if (O.isNone(extension)) return E.right(O.none)
  const found = decoded('the extension of an entry (LedgerEntryExt)', extension.value, readExtension)
  if (E.isLeft(found)) return found
  return E.right(found.right.switch() === 1 ? optionalAccountOf(found.right.v1().sponsoringId()) : O.none)
}

/**
 * The account of a `LedgerEntryData`, with its sponsor where a `LedgerEntryExt` names one; both in base64.
 *
 * Failures: `not-account-data`, also for data of another kind; those of `fromBase64`.
 */
export const decodeAccountData = (
  base64: string,
  extension: O.Option<string> = O.none,
): E.Either<Failure, Account> => {
  const data = decoded('the data of an entry (LedgerEntryData)', base64, readData)
  if (E.isLeft(data)) return data
  if (data.right.switch().name !== 'account')
    return E.left(
      failure(
        'not-account-data',
        `expected an account, found an entry of type ${ledgerEntryKind(data.right.switch())}`,
      ),
    )
  const account = data.right.account()
  return E.map((sponsor: O.Option<AccountId>) => accountFrom(account, sponsor))(sponsorIn(extension))
}

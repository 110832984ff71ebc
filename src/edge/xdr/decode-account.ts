/** Accounts from what travels: base64 of a `LedgerEntry` or of the `AccountEntry` inside it. */
import type { xdr } from '@stellar/stellar-base'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { failure, type Account, type Bytes, type Failure } from '../../kernel/model/index.js'
import { accountFrom, sponsorOf } from './account-entry.js'
import { generated } from './generated.js'
import { ledgerEntryKind } from './ledger-entry-kind.js'
import { readFailure } from './read-failure.js'
import { readText } from './read-text.js'
import { readXdr } from './read-xdr.js'

const WHAT = 'an account entry'

const readLedgerEntry = readXdr(generated.LedgerEntry)
const readAccountEntry = readXdr(generated.AccountEntry)

const accountFailure = readFailure({ what: WHAT, otherCode: 'not-an-account-entry' })

const accountIn = (entry: xdr.LedgerEntry): E.Either<Failure, Account> => {
  const data = entry.data()
  return data.switch().name === 'account'
    ? E.right(accountFrom(data.account(), sponsorOf(entry)))
    : E.left(
        failure(
          'not-an-account-entry',
          `expected ${WHAT}, found a ledger entry of type ${ledgerEntryKind(data.switch())}`,
          'only entries of type Account say who may sign',
        ),
      )
}

/**
 * A bare entry begins with the number 0 (ed25519), a ledger entry with the number of a ledger, which in
 * a real one is never 0. One made up with a 0 there is tried second: it cannot pass for a bare entry,
 * because it has twelve bytes more around the same fields.
 */
const looksBare = (bytes: Bytes): boolean => bytes.subarray(0, 4).every((byte) => byte === 0)

const decodeBytes = (bytes: Bytes): E.Either<Failure, Account> => {
  const bare = looksBare(bytes)
  const accountEntry = bare ? readAccountEntry(bytes) : undefined
  if (accountEntry !== undefined && E.isRight(accountEntry))
    return E.right(accountFrom(accountEntry.right, O.none))
  const ledgerEntry = readLedgerEntry(bytes)
  if (E.isRight(ledgerEntry)) return accountIn(ledgerEntry.right)
  return E.left(accountFailure(bytes, (accountEntry ?? ledgerEntry).left))
}

/**
 * The account in a base64 text: a `LedgerEntry` of type account, or a bare `AccountEntry`, which does not
 * say who sponsors the account itself (CAP-33).
 *
 * Failures: `not-an-account-entry`, `xdr-truncated`, `xdr-trailing`, `xdr-too-deep`; those of
 * `fromBase64`; `xdr-too-long`, `xdr-several`, `xdr-is-hash`, `xdr-is-hex`; `secret-seed`.
 *
 * @example
 * ```ts
 * import * as E from 'fp-ts/lib/Either.js'
 * import { decodeAccount } from 'quorate'
 *
 * const account = decodeAccount('AAAA')
 * if (E.isLeft(account)) console.log(account.left.code)
 * // => xdr-truncated
 * ```
 */
export const decodeAccount: (base64: string) => E.Either<Failure, Account> = readText(WHAT, decodeBytes)

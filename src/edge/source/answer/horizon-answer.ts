/**
 * What Horizon answers at `/accounts/{id}` and at its root.
 *
 * Only Horizon's own problem document says that an account does not exist, and only with the header
 * `Latest-Ledger` beside it: the same document without it is what Horizon answers where it was asked at a
 * path that it does not know (stellar/go, `httpx.StateMiddleware` sets the header before it looks).
 */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import * as t from 'io-ts/lib/index.js'
import {
  failure,
  type Account,
  type AccountId,
  type Failure,
  type Network,
} from '../../../kernel/model/index.js'
import { text } from '../codecs.js'
import { tellErrors } from '../decode-report.js'
import { readHorizonAccount } from '../horizon/horizon-account.js'
import type { AccountAnswer } from './account-answer.js'
import { isJson, jsonOf, malformed, refused, statusFailure, type HttpAnswer } from './http-answer.js'

const LARGEST_LEDGER = 0xffff_ffff

/** The ledger that an answer is read from; none where it does not say. Failure: `source-malformed`. */
const ledgerOf = ({ headers }: HttpAnswer): E.Either<Failure, O.Option<number>> => {
  const written = headers.get('latest-ledger')
  if (written === undefined) return E.right(O.none)
  const ledger = /^[1-9][0-9]{0,9}$/.test(written) ? Number(written) : 0
  return ledger > 0 && ledger <= LARGEST_LEDGER
    ? E.right(O.some(ledger))
    : E.left(malformed('its header `Latest-Ledger` is no number of a ledger'))
}

/** The failure for an account other than the one that was asked for. */
export const wrongAccount = (asked: AccountId, found: AccountId): Failure =>
  failure(
    'source-wrong-account',
    `asked for \`${asked}\`, and answered with \`${found}\``,
    'something between here and the server mixes answers up: use another server',
  )

const known =
  (id: AccountId, ledger: O.Option<number>) =>
  (account: Account): E.Either<Failure, AccountAnswer> =>
    account.id === id ? E.right({ _tag: 'Known', account, ledger }) : E.left(wrongAccount(id, account.id))

const NOT_FOUND = 'https://stellar.org/horizon-errors/not_found'

const notFoundDocument = t.type({ type: t.literal(NOT_FOUND), status: t.literal(404) })

const noWordOfAbsence = (why: string): Failure =>
  refused(
    `answered 404, and that does not say that the account does not exist: ${why}`,
    'check that the address is that of Horizon itself',
  )

/** A 404: the account is absent, or somebody else than Horizon's accounts answered. */
const absent = (answer: HttpAnswer, ledger: O.Option<number>): E.Either<Failure, AccountAnswer> => {
  if (!isJson(answer)) return E.left(noWordOfAbsence('it is no JSON'))
  const json = jsonOf(answer)
  if (E.isLeft(json)) return json
  if (!notFoundDocument.is(json.right)) return E.left(noWordOfAbsence('it is no problem document of Horizon'))
  return O.isNone(ledger)
    ? E.left(noWordOfAbsence('it has no header `Latest-Ledger`'))
    : E.right({ _tag: 'Absent', ledger })
}

/**
 * What an answer at `/accounts/{id}` says of the account.
 *
 * Failures: `source-refused` for every status but 200, and for each 404 that is not Horizon's word about
 * this account; `source-malformed`; `source-wrong-account`.
 */
export const horizonAnswer =
  (id: AccountId) =>
  (answer: HttpAnswer): E.Either<Failure, AccountAnswer> => {
    if (answer.status !== 200 && answer.status !== 404) return E.left(statusFailure(answer))
    const ledger = ledgerOf(answer)
    if (E.isLeft(ledger)) return ledger
    if (answer.status === 404) return absent(answer, ledger.right)
    const json = jsonOf(answer)
    if (E.isLeft(json)) return json
    const account = readHorizonAccount(json.right)
    return E.isLeft(account)
      ? E.left(malformed(account.left[0].message))
      : known(id, ledger.right)(account.right)
  }

const root = t.type({ network_passphrase: text }, 'the root of Horizon (an object)')

/**
 * The network that Horizon says it is of, at its root.
 *
 * Failures: `source-refused`, `source-malformed`.
 */
export const horizonNetwork = (answer: HttpAnswer): E.Either<Failure, Network> => {
  if (answer.status !== 200) return E.left(statusFailure(answer))
  const json = jsonOf(answer)
  if (E.isLeft(json)) return json
  const found = root.decode(json.right)
  return E.isLeft(found)
    ? E.left(malformed(tellErrors('source-malformed')(found.left)[0].message))
    : E.right({ passphrase: found.right.network_passphrase })
}

/**
 * Accounts as Horizon's JSON tells them (`/accounts/{id}`, and lists of them). Foreign: members that
 * are not known are not looked at, members that are looked at must be right.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as NEA from 'fp-ts/lib/NonEmptyArray.js'
import * as O from 'fp-ts/lib/Option.js'
import * as t from 'io-ts/lib/index.js'
import { parseAccountId, type Account, type Failure } from '../../../kernel/model/index.js'
import { text, uint8 } from '../codecs.js'
import { inMember, tellErrors } from '../decode-report.js'
import { horizonError } from './horizon-error.js'
import { horizonSigner, listedSigners } from './horizon-signers.js'
import { horizonState, stateOf } from './horizon-state.js'

type Failures = NEA.NonEmptyArray<Failure>

const horizonAccount = t.type(
  {
    account_id: text,
    thresholds: t.type(
      { low_threshold: uint8, med_threshold: uint8, high_threshold: uint8 },
      'three thresholds',
    ),
    signers: t.array(horizonSigner, 'a list of signers'),
    ...horizonState,
  },
  'an account of Horizon (an object)',
)

const accountOf = (found: t.TypeOf<typeof horizonAccount>): E.Either<Failure, Account> => {
  const id = parseAccountId(found.account_id)
  if (E.isLeft(id)) return E.left(inMember('account_id')(id.left))
  const listed = listedSigners(id.right)(found.signers)
  if (E.isLeft(listed)) return listed
  const { low_threshold, med_threshold, high_threshold } = found.thresholds
  return E.right({
    id: id.right,
    ...listed.right,
    thresholds: { low: low_threshold, medium: med_threshold, high: high_threshold },
    state: stateOf(found),
  })
}

/**
 * The account of a Horizon answer.
 *
 * Failures: `horizon-error` (an error is no answer), `horizon-shape`, those of keys and of
 * `listedSigners`.
 */
export const readHorizonAccount = (json: unknown): E.Either<Failures, Account> => {
  const error = horizonError(json)
  if (O.isSome(error)) return E.left(NEA.of(error.value))
  const decoded = horizonAccount.decode(json)
  return E.isLeft(decoded)
    ? E.left(tellErrors('horizon-shape')(decoded.left))
    : E.mapLeft((found: Failure): Failures => NEA.of(found))(accountOf(decoded.right))
}

/** The records of a page (`_embedded.records`), the items of a list, or the one value. */
const recordsOf = (json: unknown): readonly unknown[] => {
  if (Array.isArray(json)) return json
  const page = t.type({ _embedded: t.type({ records: t.UnknownArray }) }).decode(json)
  return E.isRight(page) ? page.right._embedded.records : [json]
}

/** Says which of several records a failure is about. */
const placed =
  (index: number, count: number) =>
  (found: Failure): Failure =>
    count === 1 ? found : { ...found, message: `record ${String(index + 1)}: ${found.message}` }

/** The accounts of a Horizon answer: one, a list, or a page of them. */
export const readHorizonAccounts = (json: unknown): E.Either<Failures, readonly Account[]> => {
  const failures: Failure[] = []
  const accounts: Account[] = []
  const records = recordsOf(json)
  for (const [index, record] of records.entries()) {
    const account = readHorizonAccount(record)
    if (E.isRight(account)) accounts.push(account.right)
    else failures.push(...account.left.map(placed(index, records.length)))
  }
  const failed = NEA.fromArray(failures)
  return O.isSome(failed) ? E.left(failed.value) : E.right(accounts)
}

/** Where a plan begins: the account as the ledger has it, or as it is said to be. */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import {
  failure,
  MAX_SIGNERS,
  type Account,
  type AccountState,
  type Failure,
} from '../../kernel/model/index.js'
import { differenceBetween, type AccountDifference } from '../coalition/index.js'
import { isSameConfiguration } from './compose.js'
import type { PlanRequest } from './plan-request.js'
import { stateDigest } from './state-digest.js'

/** The beginning of a plan. */
export interface Start {
  readonly account: Account
  /** The sequence number that it has. */
  readonly sequence: O.Option<bigint>
  readonly drift: O.Option<AccountDifference>
  readonly digest: string
}

const accountsDiffer = (a: Account, b: Account): Failure =>
  failure(
    'accounts-differ',
    `\`${a.id}\` and \`${b.id}\` are two accounts; a plan is for one`,
    'name two configurations of one account',
  )

const tooMany = ({ id, signers }: Account): Failure =>
  failure(
    'too-many-signers',
    `\`${id}\` is to have ${String(signers.length)} signers beside its master key; an account holds ${String(MAX_SIGNERS)}`,
  )

const sequenceOf = (account: Account, given: O.Option<bigint>): E.Either<Failure, O.Option<bigint>> => {
  const known = O.map(({ sequence }: AccountState) => sequence)(account.state)
  return O.isSome(known) && O.isSome(given) && known.value !== given.value
    ? E.left(
        failure(
          'sequence-differs',
          `the sequence number is given as \`${String(given.value)}\`, and the account has \`${String(known.value)}\``,
          'leave it out: the account says it',
        ),
      )
    : E.right(O.isSome(known) ? known : given)
}

/**
 * The beginning of a plan.
 *
 * Failures: `accounts-differ`, `too-many-signers`, `sequence-differs`.
 */
export const startOf = ({ from, to, live, sequence }: PlanRequest): E.Either<Failure, Start> => {
  const account = O.getOrElse(() => from)(live)
  const other = [to, account].find(({ id }) => id !== from.id)
  if (other !== undefined) return E.left(accountsDiffer(from, other))
  const full = [from, account, to].find(({ signers }) => signers.length > MAX_SIGNERS)
  if (full !== undefined) return E.left(tooMany(full))
  return E.map((known: O.Option<bigint>): Start => ({
    account,
    sequence: known,
    drift: isSameConfiguration(from, account) ? O.none : O.some(differenceBetween(from)(account)),
    digest: stateDigest(account, known),
  }))(sequenceOf(account, sequence))
}

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
    `\`${id}\` has ${String(signers.length)} signers beside its master key; an account holds ${String(MAX_SIGNERS)}`,
  )

const ownKey = ({ id }: Account): Failure =>
  failure(
    'signer-is-account',
    `\`${id}\` stands among its own signers`,
    'give the weight to the master key: the network takes its own key as a signer from nobody',
  )

const signerTwice = ({ id }: Account, key: string): Failure =>
  failure('signer-twice', `\`${key}\` is a signer of \`${id}\` twice`, 'say its weight once')

const impossible = ({ id }: Account, says: string): Failure =>
  failure('impossible-state', `\`${id}\` ${says}: the ledger has no such account`, 'fetch the account again')

/** The account itself counts as two where somebody else pays its reserve (CAP-33). */
const ITSELF = 2

/** Counts that contradict each other: a reserve made of them would be wrong. */
const contradictionIn = (account: Account): readonly Failure[] => {
  if (O.isNone(account.state)) return []
  const { subentries, sponsored } = account.state.value
  const [signers, paid] = [account.signers, account.signers.filter(({ sponsor }) => O.isSome(sponsor))]
  return [
    ...(subentries < signers.length
      ? [impossible(account, `has ${String(signers.length)} signers and ${String(subentries)} sub-entries`)]
      : []),
    ...(sponsored > subentries + ITSELF || sponsored < paid.length
      ? [
          impossible(
            account,
            `has ${String(subentries)} sub-entries, ${String(paid.length)} signers that others pay for, and others pay for ${String(sponsored)}`,
          ),
        ]
      : []),
  ]
}

/** What no account of the network is, and no rule can weigh. */
const faultIn = (account: Account): readonly Failure[] => {
  const keys = account.signers.map(({ key }) => key.strkey)
  const twice = keys.find((key, at) => keys.indexOf(key) !== at)
  return [
    ...(keys.length > MAX_SIGNERS ? [tooMany(account)] : []),
    ...(keys.includes(account.id) ? [ownKey(account)] : []),
    ...(twice === undefined ? [] : [signerTwice(account, twice)]),
    ...contradictionIn(account),
  ]
}

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
 * Failures: `accounts-differ`, `too-many-signers`, `signer-is-account`, `signer-twice`, `impossible-state`,
 * `sequence-differs`.
 */
export const startOf = ({ from, to, live, sequence, network }: PlanRequest): E.Either<Failure, Start> => {
  const account = O.getOrElse(() => from)(live)
  const other = [to, account].find(({ id }) => id !== from.id)
  if (other !== undefined) return E.left(accountsDiffer(from, other))
  const [fault] = [from, account, to].flatMap(faultIn)
  if (fault !== undefined) return E.left(fault)
  return E.map((known: O.Option<bigint>): Start => ({
    account,
    sequence: known,
    drift: isSameConfiguration(from, account) ? O.none : O.some(differenceBetween(from)(account)),
    digest: stateDigest(account, known, network),
  }))(sequenceOf(account, sequence))
}

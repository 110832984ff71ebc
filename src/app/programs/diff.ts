/** Telling two descriptions of accounts apart: who can do what in one of them only. */
import * as E from 'fp-ts/lib/Either.js'
import * as NEA from 'fp-ts/lib/NonEmptyArray.js'
import * as O from 'fp-ts/lib/Option.js'
import { differenceBetween } from '../../advice/coalition/index.js'
import { namesOfBoth, type DifferenceReport } from '../../edge/report/index.js'
import type { AccountSource } from '../../edge/source/index.js'
import { about, failure, networkLabel, type Account, type Failure } from '../../kernel/model/index.js'
import { chooseAccounts } from './choose-account.js'
import { readSide, type Side, type SidePorts } from './diff-side.js'
import {
  liveAccounts,
  liveWithoutNetwork,
  noSuchAccount,
  type LiveAccounts,
  type OpenSource,
} from './source/live-accounts.js'

type Failures = NEA.NonEmptyArray<Failure>

type Accounts = readonly Account[]

const nameIn = ({ accountNames }: AccountSource, { id }: Account): string => accountNames.get(id) ?? id

/** The account of the other side that is meant where one side names one: the same address, else the same name, else the only one. */
export const counterpart = (named: Side, account: Account, other: Side): E.Either<Failure, Account> => {
  const { accounts } = other.source
  const name = nameIn(named.source, account)
  const found =
    accounts.find(({ id }) => id === account.id) ??
    accounts.find((one) => nameIn(other.source, one) === name) ??
    (accounts.length === 1 ? accounts[0] : undefined)
  return found === undefined
    ? E.left(
        about(other.name)(
          failure(
            'which-account',
            'several accounts are described, none with that address or that name',
            'write which one: FILE#ACCOUNT',
          ),
        ),
      )
    : E.right(found)
}

const only = (side: Side): E.Either<Failure, O.Option<Account>> =>
  O.isNone(side.account)
    ? E.right(O.none)
    : E.map((accounts: Accounts) => O.fromNullable(accounts[0]))(
        chooseAccounts(side.source, side.account, false),
      )

/** Two accounts that are to be compared whatever their addresses; none where all are. */
const namedPair = (before: Side, after: Side): E.Either<Failure, O.Option<readonly [Account, Account]>> => {
  const [was, is] = [only(before), only(after)]
  if (E.isLeft(was)) return was
  if (E.isLeft(is)) return is
  if (O.isNone(was.right) && O.isNone(is.right)) return E.right(O.none)
  if (O.isSome(was.right) && O.isSome(is.right)) return E.right(O.some([was.right.value, is.right.value]))
  if (O.isSome(was.right)) {
    const account = was.right.value
    return E.map((other: Account) => O.some([account, other] as const))(counterpart(before, account, after))
  }
  if (O.isNone(is.right)) return E.right(O.none)
  const account = is.right.value
  return E.map((other: Account) => O.some([other, account] as const))(counterpart(after, account, before))
}

/** Why two sides cannot be compared; none where they are of one network, or one does not say. */
export const networkFailure = (before: Side, after: Side): O.Option<Failure> => {
  const [was, is] = [before.source.network, after.source.network]
  return O.isSome(was) && O.isSome(is) && was.value.passphrase !== is.value.passphrase
    ? O.some(
        failure(
          'networks-differ',
          `${before.name} is for ${networkLabel(was.value)}, and ${after.name} for ${networkLabel(is.value)}`,
          'an account of one network has nothing to do with the account of that address on another',
        ),
      )
    : O.none
}

const reportOf = (
  before: Side,
  after: Side,
  pair: O.Option<readonly [Account, Account]>,
): DifferenceReport => {
  const [were, are]: readonly [Accounts, Accounts] = O.isSome(pair)
    ? [[pair.value[0]], [pair.value[1]]]
    : [before.source.accounts, after.source.accounts]
  const earlier = new Map(were.map((account) => [account.id, account]))
  const later = new Set(are.map(({ id }) => id))
  return {
    sides: [before.name, after.name],
    names: namesOfBoth(before.source, after.source),
    both: O.isSome(pair)
      ? [differenceBetween(pair.value[0])(pair.value[1])]
      : are.flatMap((account) => {
          const was = earlier.get(account.id)
          return was === undefined ? [] : [differenceBetween(was)(account)]
        }),
    added: O.isSome(pair) ? [] : are.filter(({ id }) => !earlier.has(id)),
    removed: O.isSome(pair) ? [] : were.filter(({ id }) => !later.has(id)),
  }
}

/**
 * The difference of two sides, each `FILE`, `REV:FILE` or either with `#ACCOUNT`. Accounts are matched by
 * their address; those that `#` names are compared whatever their addresses.
 *
 * Failures: those of `readSide`, of both sides; `networks-differ`; `unknown-account`; `which-account`.
 */
export const diffSides =
  (ports: SidePorts) =>
  async (a: string, b: string): Promise<E.Either<Failures, DifferenceReport>> => {
    const [before, after] = [await readSide(ports)(a), await readSide(ports)(b)]
    if (E.isLeft(before)) return E.isLeft(after) ? E.left(NEA.concat(after.left)(before.left)) : before
    if (E.isLeft(after)) return after
    const network = networkFailure(before.right, after.right)
    if (O.isSome(network)) return E.left(NEA.of(network.value))
    const pair = namedPair(before.right, after.right)
    return E.isLeft(pair)
      ? E.left(NEA.of(pair.left))
      : E.right(reportOf(before.right, after.right, pair.right))
  }

/** The same accounts as a source has them; without those that do not exist. */
const liveSide = async (before: Side, open: OpenSource): Promise<E.Either<Failures, Side>> => {
  const { network } = before.source
  if (O.isNone(network)) return E.left(NEA.of(liveWithoutNetwork(open())))
  const meant = only(before)
  if (E.isLeft(meant)) return E.left(NEA.of(meant.left))
  const accounts = O.isSome(meant.right) ? [meant.right.value] : before.source.accounts
  const live = await liveAccounts(
    open(network.value),
    accounts.map(({ id }) => id),
  )
  return E.map(({ name, accounts: found }: LiveAccounts): Side => ({
    ...before,
    name,
    source: { ...before.source, name, accounts: found },
  }))(live)
}

/**
 * The difference between a side and the ledger: `FILE`, `REV:FILE` or either with `#ACCOUNT`, and its
 * accounts as a source has them.
 *
 * Failures: those of `diffSides` and of the source; `network-not-said`; `no-account`.
 */
export const diffLive =
  (ports: SidePorts) =>
  async (a: string, open: OpenSource): Promise<E.Either<Failures, DifferenceReport>> => {
    const before = await readSide(ports)(a)
    if (E.isLeft(before)) return before
    const after = await liveSide(before.right, open)
    if (E.isLeft(after)) return after
    const [was, is] = [only(before.right), after.right.source.accounts[0]]
    if (E.isLeft(was)) return E.left(NEA.of(was.left))
    if (O.isNone(was.right)) return E.right(reportOf(before.right, after.right, O.none))
    return is === undefined
      ? E.left(NEA.of(noSuchAccount(after.right.name, was.right.value.id)))
      : E.right(reportOf(before.right, after.right, O.some([was.right.value, is])))
  }

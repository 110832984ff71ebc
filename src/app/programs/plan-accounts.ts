/** Which account a plan is for, where files describe several, and what it is in the ledger. */
import * as E from 'fp-ts/lib/Either.js'
import * as NEA from 'fp-ts/lib/NonEmptyArray.js'
import * as O from 'fp-ts/lib/Option.js'
import { isSameConfiguration } from '../../advice/plan/index.js'
import { formOf } from '../../edge/source/account-form.js'
import { quoted } from '../../edge/source/quoted.js'
import { readAccountSource, type AccountSource } from '../../edge/source/index.js'
import {
  about,
  failure,
  type Account,
  type AccountId,
  type Failure,
  type Network,
} from '../../kernel/model/index.js'
import type { Files } from '../ports.js'
import { chooseAccounts } from './choose-account.js'
import { counterpart } from './diff.js'
import { inputName } from './input-name.js'
import type { PlanSide } from './plan-side.js'
import { liveAccounts, liveWithoutNetwork, noSuchAccount, type OpenSource } from './source/live-accounts.js'

type Failures = NEA.NonEmptyArray<Failure>

/** One account, before and after. */
export interface AccountPair {
  readonly from: Account
  readonly to: Account
}

const LIMIT = 64 * 1024 * 1024

const nameIn = ({ accountNames }: AccountSource, id: AccountId): string => accountNames.get(id) ?? id

const named = (side: PlanSide, said: O.Option<string>): E.Either<Failure, O.Option<Account>> => {
  const account = O.isSome(side.account) ? side.account : said
  if (O.isNone(account)) return E.right(O.none)
  return E.map((found: readonly Account[]) => O.fromNullable(found[0]))(
    chooseAccounts(side.source, account, false),
  )
}

const whichAccount = (names: readonly string[]): Failure =>
  failure(
    'which-account',
    names.length === 0
      ? 'several accounts are described, and none of them differs'
      : `several accounts differ: ${names.slice(0, 10).map(quoted).join(', ')}`,
    'a plan is for one account: write --account NAME',
  )

/** Where nothing is said: the only account, or the only one that differs. */
const onlyPair = (from: PlanSide, to: PlanSide): E.Either<Failure, AccountPair> => {
  const [was, is] = [from.source.accounts, to.source.accounts]
  const [first, ...others] = is
  if (first !== undefined && others.length === 0)
    return E.map((account: Account) => ({ from: account, to: first }))(counterpart(to, first, from))
  const [only, ...more] = was
  if (only !== undefined && more.length === 0)
    return E.map((account: Account) => ({ from: only, to: account }))(counterpart(from, only, to))
  const pairs = is.flatMap((after): readonly AccountPair[] => {
    const before = was.find(({ id }) => id === after.id)
    return before === undefined || isSameConfiguration(before, after) ? [] : [{ from: before, to: after }]
  })
  const [pair, ...several] = pairs
  return pair !== undefined && several.length === 0
    ? E.right(pair)
    : E.left(whichAccount(pairs.map((one) => nameIn(to.source, one.to.id))))
}

/** The account that is meant, with what it was. */
const toward = (from: PlanSide, to: PlanSide, account: Account): E.Either<Failure, AccountPair> =>
  E.map((other: Account) => ({ from: other, to: account }))(counterpart(to, account, from))

/** The account that is meant, with what it is to be. */
const onward = (from: PlanSide, to: PlanSide, account: Account): E.Either<Failure, AccountPair> =>
  E.map((other: Account) => ({ from: account, to: other }))(counterpart(from, account, to))

const chosenPair = (from: PlanSide, to: PlanSide, said: O.Option<string>): E.Either<Failure, AccountPair> => {
  const [was, is] = [named(from, O.none), named(to, O.none)]
  if (E.isLeft(was)) return was
  if (E.isLeft(is)) return is
  if (O.isSome(was.right) && O.isSome(is.right)) return E.right({ from: was.right.value, to: is.right.value })
  if (O.isSome(was.right)) return onward(from, to, was.right.value)
  if (O.isSome(is.right)) return toward(from, to, is.right.value)
  if (O.isNone(said)) return onlyPair(from, to)
  const after = named(to, said)
  if (E.isRight(after) && O.isSome(after.right)) return toward(from, to, after.right.value)
  // A name that only the earlier file has: the account may have another one now.
  const before = named(from, said)
  if (E.isRight(before) && O.isSome(before.right)) return onward(from, to, before.right.value)
  return E.isLeft(after) ? after : onlyPair(from, to)
}

const accountsDiffer = (from: PlanSide, to: PlanSide, pair: AccountPair): Failure =>
  failure(
    'accounts-differ',
    `${from.name} describes \`${pair.from.id}\`, and ${to.name} \`${pair.to.id}\`: these are two accounts`,
    'a plan changes the signers of one account; its address stays',
  )

/**
 * The account that is meant: the one that `#` or `--account` names, the only one, or the only one that
 * differs.
 *
 * Failures: `unknown-account`, `which-account`, `accounts-differ`.
 */
export const chooseAccount = (
  from: PlanSide,
  to: PlanSide,
  said: O.Option<string>,
): E.Either<Failure, AccountPair> => {
  const pair = chosenPair(from, to, said)
  return E.isRight(pair) && pair.right.from.id !== pair.right.to.id
    ? E.left(accountsDiffer(from, to, pair.right))
    : pair
}

/** What the ledger has, and what it is called. */
export interface Live {
  readonly name: string
  readonly account: Account
}

/**
 * The account in the ledger: as Horizon answers it, or a ledger entry.
 *
 * Failures: those of reading the file and of `readAccountSource`; `not-live` for an account file, which
 * says what somebody wants; `other-account` where it is about other accounts.
 */
export const readLive =
  (files: Files) =>
  async (path: string, id: AccountId): Promise<E.Either<Failures, Live>> => {
    const name = inputName(path)
    const text = await files.readText(path, LIMIT)()
    if (E.isLeft(text)) return E.left(NEA.of(about(name)(text.left)))
    const source = readAccountSource(text.right, name)
    if (E.isLeft(source)) return source
    if (formOf(text.right)._tag === 'AccountFile')
      return E.left(
        NEA.of(
          about(name)(
            failure(
              'not-live',
              'this is an account file: it says what somebody wants, and not what the ledger has',
              'give --live an account as Horizon answers it, or a ledger entry',
            ),
          ),
        ),
      )
    const account = source.right.accounts.find((one) => one.id === id)
    return account === undefined
      ? E.left(
          NEA.of(
            about(name)(
              failure('other-account', `\`${id}\` is not in it`, 'fetch the account that the plan is for'),
            ),
          ),
        )
      : E.right({ name, account })
  }

/**
 * The account in the ledger, as a source of the network has it.
 *
 * Failures: those of the source; `network-not-said`; `no-account`.
 */
export const fetchLive = async (
  open: OpenSource,
  network: O.Option<Network>,
  id: AccountId,
): Promise<E.Either<Failures, Live>> => {
  if (O.isNone(network)) return E.left(NEA.of(liveWithoutNetwork(open())))
  const live = await liveAccounts(open(network.value), [id])
  if (E.isLeft(live)) return live
  const { name, accounts } = live.right
  const [account] = accounts
  return account === undefined ? E.left(NEA.of(noSuchAccount(name, id))) : E.right({ name, account })
}

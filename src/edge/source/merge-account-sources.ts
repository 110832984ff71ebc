/**
 * Several inputs as one description. What they say twice must be the same: of two descriptions of one
 * account neither is the true one, and taking the later would depend on the order of arguments.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as NEA from 'fp-ts/lib/NonEmptyArray.js'
import * as O from 'fp-ts/lib/Option.js'
import {
  failure,
  networkLabel,
  shortKey,
  type Account,
  type AccountId,
  type Failure,
  type Network,
} from '../../kernel/model/index.js'
import { differencesBetween } from './account-differences.js'
import type { LostKey } from './account-file.js'
import type { AccountSource } from './account-source.js'
import { quoted, quotedName } from './quoted.js'

/** What all inputs together say. */
export interface MergedSources {
  readonly network: O.Option<Network>
  /** Names by StrKey; where two inputs name one key, the first name. */
  readonly aliases: ReadonlyMap<string, string>
  /** Names of accounts; where two inputs name one account, the first name. */
  readonly accountNames: ReadonlyMap<AccountId, string>
  /** Keys that some input calls lost, by StrKey; where two do, what the first says. */
  readonly lost: ReadonlyMap<string, LostKey>
  readonly accounts: readonly Account[]
}

/** A value with the input that it came from. */
interface From<A> {
  readonly name: string
  readonly value: A
}

const inBoth = (a: string, b: string): string =>
  a === b ? `twice in ${quotedName(a)}` : `in ${quotedName(a)} and in ${quotedName(b)}`

const networksOf = (sources: readonly AccountSource[]): readonly From<Network>[] =>
  sources.flatMap(({ name, network }) => (O.isSome(network) ? [{ name, value: network.value }] : []))

const networkFailures = ([first, ...others]: readonly From<Network>[]): readonly Failure[] =>
  first === undefined
    ? []
    : others
        .filter(({ value }) => value.passphrase !== first.value.passphrase)
        .map(({ name, value }) =>
          failure(
            'networks-differ',
            `the network is ${quotedName(networkLabel(first.value))} in ${quotedName(first.name)} and ${quotedName(networkLabel(value))} in ${quotedName(name)}`,
            'a signature is valid on one network only: judge them apart',
          ),
        )

const mergeAliases = (sources: readonly AccountSource[]) => {
  const failures: Failure[] = []
  const aliases = new Map<string, string>()
  const keyOf = new Map<string, From<string>>()
  for (const { name, aliases: named } of sources)
    for (const [strkey, alias] of named) {
      const before = keyOf.get(alias)
      if (before !== undefined && before.value !== strkey)
        failures.push(
          failure(
            'alias-clash',
            `${quoted(alias)} is ${quoted(shortKey(before.value))} and ${quoted(shortKey(strkey))}, ${inBoth(before.name, name)}`,
            'give each key its own name',
          ),
        )
      if (before === undefined) keyOf.set(alias, { name, value: strkey })
      if (!aliases.has(strkey)) aliases.set(strkey, alias)
    }
  return { failures, aliases }
}

/** Keys that an input calls lost, by StrKey. */
export const lostKeysIn = ({ metadata }: Pick<AccountSource, 'metadata'>): ReadonlyMap<string, LostKey> =>
  new Map([...metadata].flatMap(([key, { lost }]) => (O.isSome(lost) ? [[key, lost.value] as const] : [])))

/** How much a description says beside authority. */
const fullness = (account: Account): number =>
  (O.isSome(account.state) ? 100 : 0) + account.signers.filter(({ sponsor }) => O.isSome(sponsor)).length

const mergeAccounts = (sources: readonly AccountSource[]) => {
  const failures: Failure[] = []
  const known = new Map<string, From<Account>>()
  for (const { name, accounts } of sources)
    for (const account of accounts) {
      const before = known.get(account.id)
      const differences = before === undefined ? [] : differencesBetween(before.value, account)
      if (before !== undefined && differences.length > 0)
        failures.push(
          failure(
            'accounts-differ',
            `account \`${account.id}\` is described differently ${inBoth(before.name, name)}: ${differences.join('; ')}`,
            'keep the description that is true',
          ),
        )
      else if (before === undefined || fullness(account) > fullness(before.value))
        known.set(account.id, { name, value: account })
    }
  return { failures, accounts: [...known.values()].map(({ value }) => value) }
}

/**
 * All inputs as one. Equal descriptions are one; of equal ones the one with state is kept.
 *
 * Failures: `networks-differ`, `alias-clash`, `accounts-differ`; all of them, each naming both inputs.
 */
export const mergeAccountSources = (
  sources: readonly AccountSource[],
): E.Either<NEA.NonEmptyArray<Failure>, MergedSources> => {
  const networks = networksOf(sources)
  const aliases = mergeAliases(sources)
  const accounts = mergeAccounts(sources)
  const failed = NEA.fromArray([...networkFailures(networks), ...aliases.failures, ...accounts.failures])
  return O.isSome(failed)
    ? E.left(failed.value)
    : E.right({
        network: O.map(({ value }: From<Network>) => value)(O.fromNullable(networks[0])),
        aliases: aliases.aliases,
        // The last entry of a Map constructor stays, so the first input comes last.
        accountNames: new Map(sources.toReversed().flatMap(({ accountNames }) => [...accountNames])),
        lost: new Map(sources.toReversed().flatMap((source) => [...lostKeysIn(source)])),
        accounts: accounts.accounts,
      })
}

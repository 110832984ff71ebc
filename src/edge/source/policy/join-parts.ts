/** The parts of a policy as one: names of one file are the names of all. */
import * as E from 'fp-ts/lib/Either.js'
import * as NEA from 'fp-ts/lib/NonEmptyArray.js'
import * as O from 'fp-ts/lib/Option.js'
import { policyOf, type Policy, type PolicyAccount, type PolicyKey } from '../../../advice/policy/index.js'
import { about, failure, networkLabel, type Failure, type Network } from '../../../kernel/model/index.js'
import { quoted, quotedName } from '../quoted.js'
import { problem } from '../tree/problem.js'
import { entryOf } from '../tree/tree-reader.js'
import { accountsOf } from './account-names.js'
import { readAccount } from './account-section.js'
import { readAssertions } from './assert-section.js'
import type { ClaimScope } from './claim-content.js'
import { readGroups } from './group-section.js'
import { readIgnores } from './ignore-section.js'
import { readKeys } from './key-section.js'
import { KNOWN_RULES, type KnownRules } from './known-rules.js'
import { readNetwork } from './network-section.js'
import { toldIn, type PolicyPart } from './policy-part.js'
import { readRules } from './rule-section.js'
import { scopeOf } from './scope.js'
import { alsoIn, inPart, readMap, type Item, type Named, type PartProblem, type Readout } from './sections.js'
import { readTests } from './test-section.js'

type Parts = NEA.NonEmptyArray<PolicyPart>
type Failures = NEA.NonEmptyArray<Failure>

const networksDiffer = (first: Network, part: PolicyPart, other: Network) => (): Failure =>
  failure(
    'networks-differ',
    `the network is ${quotedName(networkLabel(other))} here and ${quotedName(networkLabel(first))} in ${quotedName(part.file)}`,
    'a policy is of one network: name it once',
  )

/** The one network that all parts name that name any. */
const networkOf = (parts: Parts): Readout<O.Option<Network>> => {
  const problems: PartProblem[] = []
  let first: { readonly part: PolicyPart; readonly network: Network } | undefined
  for (const part of parts) {
    const entry = entryOf('network')(part.map)
    if (entry === undefined) continue
    const network = readNetwork(entry.value, entry.offset)
    if (E.isLeft(network)) problems.push(...network.left.map(inPart(part)))
    else if (first === undefined) first = { part, network: network.right }
    else if (first.network.passphrase !== network.right.passphrase)
      problems.push(
        inPart(part)(problem(entry.offset, networksDiffer(first.network, first.part, network.right))),
      )
  }
  return { value: O.map(({ network }: { network: Network }) => network)(O.fromNullable(first)), problems }
}

const accountTwice = (name: string, before: string, where: string) => (): Failure =>
  failure(
    'account-twice',
    `${quoted(name)} and ${quoted(before)}${where} describe the same account`,
    'keep one of them',
  )

const twice = ({ values, items }: Named<PolicyAccount>): readonly PartProblem[] => {
  const first = new Map<string, Item>()
  return [...values].flatMap(([name, { account }]) => {
    const item = items.get(name)
    if (item === undefined) return []
    const before = first.get(account.id)
    if (before === undefined) {
      first.set(account.id, item)
      return []
    }
    const where = alsoIn(item.part, before.part)
    return [inPart(item.part)(problem(item.offset, accountTwice(name, before.name, where)))]
  })
}

const nameClash = (name: string) => (): Failure =>
  failure(
    'name-clash',
    `${quoted(name)} is the name of a key, and of an account that is not that key's`,
    'give one of them another name',
  )

/** A name is shown for keys and for accounts: it must not stand for two. */
const clashes = (
  keys: ReadonlyMap<string, PolicyKey>,
  { values, items }: Named<PolicyAccount>,
): readonly PartProblem[] =>
  [...values].flatMap(([name, { account }]) => {
    const key = keys.get(name)?.key
    const item = items.get(name)
    return key === undefined || item === undefined || key.strkey === account.id
      ? []
      : [inPart(item.part)(problem(item.offset, nameClash(name)))]
  })

/** All problems, in the order of the parts and of their texts. */
const told = (parts: Parts, problems: readonly PartProblem[]): readonly Failure[] =>
  parts.flatMap((part) =>
    toldIn(part)([...part.problems, ...problems.filter((one) => one.part === part)]).map(about(part.file)),
  )

/**
 * A policy of its parts: the file that was named, and then what it imports. Names are those of all
 * parts, and each stands for one thing.
 *
 * Failures: `networks-differ`, `account-twice`, `name-clash`, and those of the readers of sections.
 */
export const joinPolicyParts = (
  parts: Parts,
  rules: KnownRules = KNOWN_RULES,
): E.Either<Failures, Policy> => {
  const network = networkOf(parts)
  const keys = readKeys(parts)
  const groups = readGroups(keys.value)(parts)
  const names = scopeOf(keys.value, groups.value)
  const accounts = readMap({
    section: 'accounts',
    expected: 'a map of names to accounts',
    what: 'an account',
  })(parts)(readAccount(names))
  const scope: ClaimScope = {
    ...names,
    ...accountsOf(new Set(accounts.value.values.keys()), accounts.value.broken),
  }
  const assertions = readAssertions(scope)(parts)
  const tests = readTests(scope, NEA.head(parts).file)(parts)
  const ignores = readIgnores(scope, rules)(parts)
  const options = readRules(rules)(parts)
  const read = [network, keys, groups, accounts, assertions, tests, ignores, options]
  const failed = NEA.fromArray([
    ...told(parts, [
      ...read.flatMap(({ problems }) => problems),
      ...twice(accounts.value),
      ...clashes(names.keys, accounts.value),
    ]),
  ])
  if (O.isSome(failed)) return E.left(failed.value)
  return E.right(
    policyOf({
      files: parts.map(({ file }) => file),
      network: network.value,
      keys: names.keys,
      groups: names.groups,
      accounts: accounts.value.values,
      assertions: assertions.value,
      tests: tests.value,
      ignores: ignores.value,
      options: options.value,
      used: names.used(),
    }),
  )
}

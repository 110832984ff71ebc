/**
 * The policies before a change, as one: every account by its address, in whichever file it stood. An
 * account that moves to another file is not a new account.
 */
import * as O from 'fp-ts/lib/Option.js'
import { isMadeBy, promisesOf, type Promised } from '../../../advice/lint/index.js'
import type { Assertion, Place, Policy, PolicyAccount, PolicyKey } from '../../../advice/policy/index.js'
import { about, failure, type AccountId, type Failure } from '../../../kernel/model/index.js'
import { inputName } from '../input-name.js'

/** What was before. */
export interface Base {
  /** What it is called: a revision, a path. */
  readonly name: string
  readonly accounts: ReadonlyMap<AccountId, PolicyAccount>
  readonly keysByStrkey: ReadonlyMap<string, PolicyKey>
  /** What was promised of each account; accounts are called by their addresses. */
  readonly promises: ReadonlyMap<string, readonly Assertion[]>
  /** Accounts that stood in two places: nobody knows which counted. */
  readonly twice: ReadonlySet<AccountId>
  /** Files that could not be read, because of which an account may only seem to be new. */
  readonly unreadable: readonly string[]
}

/** Whether two places are one. */
export const isSamePlace = (a: Place, b: Place): boolean =>
  a.file === b.file && a.position.line === b.position.line && a.position.column === b.position.column

/** Every promise once, however many policies import it. */
const promisesIn = (policies: readonly Policy[]): Base['promises'] => {
  const promises = new Map<string, Assertion[]>()
  const seen = new Set<string>()
  for (const policy of policies)
    for (const [address, made] of promisesOf(policy))
      for (const { assertion, claims } of made) {
        const { file, position } = assertion.place
        const key = JSON.stringify([address, file, position.line, position.column])
        if (seen.has(key)) continue
        seen.add(key)
        const known = promises.get(address) ?? []
        promises.set(address, [...known, { ...assertion, on: [address], claims }])
      }
  return promises
}

/** Policies as one; `name` is what they are called together. */
export const joinedBase = (
  name: string,
  policies: readonly Policy[],
  unreadable: readonly string[],
): Base => {
  const accounts = new Map<AccountId, PolicyAccount>()
  const twice = new Set<AccountId>()
  for (const one of policies.flatMap((policy) => [...policy.accounts.values()])) {
    const before = accounts.get(one.account.id)
    if (before !== undefined && !isSamePlace(before.place, one.place)) twice.add(one.account.id)
    accounts.set(one.account.id, one)
  }
  const keysByStrkey = new Map(policies.flatMap((policy) => [...policy.keysByStrkey]))
  return { name, accounts, keysByStrkey, promises: promisesIn(policies), twice, unreadable }
}

const NOTHING: Omit<Policy, 'accounts' | 'keysByStrkey'> = {
  files: [],
  network: O.none,
  keys: new Map(),
  groups: new Map(),
  assertions: [],
  tests: [],
  ignores: [],
  options: [],
  used: new Set(),
}

/** The part of what was before that a policy is compared with. */
export const baseOf = (base: Base, policy: Policy): Policy => ({
  ...NOTHING,
  keysByStrkey: base.keysByStrkey,
  accounts: new Map(
    [...policy.accounts.values()].flatMap(({ account }) => {
      const before = base.accounts.get(account.id)
      return before === undefined ? [] : [[account.id, before] as const]
    }),
  ),
})

/**
 * The same with what was promised and is to be looked for in the policy: not what is promised elsewhere now,
 * by the address of the account.
 */
export const promisedBefore = (
  base: Base,
  policy: Policy,
  elsewhere: (address: string) => readonly Pick<Promised, 'claims'>[],
): Policy => ({
  ...baseOf(base, policy),
  assertions: [...policy.accounts.values()].flatMap(({ account: { id } }) =>
    (base.promises.get(id) ?? []).map((assertion) => ({
      ...assertion,
      claims: assertion.claims.filter((claim) => !isMadeBy(elsewhere(id), claim)),
    })),
  ),
})

const comparesWithBase = (policy: Policy): readonly PolicyAccount[] => {
  const names = policy.assertions
    .filter(({ claims }) => claims.some((claim) => claim._tag === 'Compare' && claim.other._tag === 'Base'))
    .flatMap(({ on }) => on)
  return [...new Set(names)].flatMap((name) => policy.accounts.get(name) ?? [])
}

/** Accounts of which it is not known what they were: nothing is said of them then. */
export const unknownBefore = (base: Base, policy: Policy): readonly Failure[] =>
  comparesWithBase(policy).flatMap(({ name, account: { id }, place }) => {
    const tell = (code: string, message: string, help: string): Failure => ({
      ...about(place.file)(failure(code, message, help)),
      position: O.some(place.position),
    })
    if (base.twice.has(id))
      return [
        tell(
          'base-account-twice',
          `\`${name}\` stands in two places of \`${inputName(base.name)}\`, and nobody knows which of them counted`,
          'compare with a file or a revision that has it once',
        ),
      ]
    return base.accounts.has(id) || base.unreadable.length === 0
      ? []
      : [
          tell(
            'base-unreadable',
            `\`${name}\` may be new, or may have been in ${base.unreadable.map((file) => `\`${file}\``).join(', ')}, which cannot be read as of \`${inputName(base.name)}\``,
            'compare with a revision in which all policies can be read',
          ),
        ]
  })

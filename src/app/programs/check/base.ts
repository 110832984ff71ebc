/**
 * The policies before a change, as one: every account by its address, in whichever file it stood. An
 * account that moves to another file is not a new account.
 */
import * as O from 'fp-ts/lib/Option.js'
import { isMadeBy, promisesOf, type Promised } from '../../../advice/lint/index.js'
import type {
  Assertion,
  Place,
  Policy,
  PolicyAccount,
  PolicyKey,
  Unknowable,
} from '../../../advice/policy/index.js'
import type { AccountId } from '../../../kernel/model/index.js'

/** Policies as one. */
export interface Joined {
  readonly accounts: ReadonlyMap<AccountId, PolicyAccount>
  readonly keysByStrkey: ReadonlyMap<string, PolicyKey>
  /** What was promised of each account; accounts are called by their addresses. */
  readonly promises: ReadonlyMap<string, readonly Assertion[]>
  /** Accounts that stood in two places: nobody knows which counted. */
  readonly twice: ReadonlyMap<AccountId, readonly [Place, Place]>
}

/** What was before. */
export interface Base extends Joined {
  /** What it is called: a revision, a path. */
  readonly name: string
  /** Accounts of today of which it is not known what they were, and why not. */
  readonly unclear: ReadonlyMap<AccountId, Unknowable>
  /** Accounts that stood where policies are looked for today. */
  readonly covered: ReadonlyMap<AccountId, PolicyAccount>
}

/** Whether two places are one. */
export const isSamePlace = (a: Place, b: Place): boolean =>
  a.file === b.file && a.position.line === b.position.line && a.position.column === b.position.column

/** Every promise once, however many policies import it. */
const promisesIn = (
  policies: readonly Policy[],
  isWanted: (address: string) => boolean,
): Joined['promises'] => {
  const promises = new Map<string, Assertion[]>()
  const seen = new Set<string>()
  for (const policy of policies)
    for (const [address, made] of promisesOf(policy)) {
      if (!isWanted(address)) continue
      for (const { assertion, claims } of made) {
        const { file, position } = assertion.place
        const key = JSON.stringify([address, file, position.line, position.column])
        if (seen.has(key)) continue
        seen.add(key)
        const known = promises.get(address) ?? []
        promises.set(address, [...known, { ...assertion, on: [address], claims }])
      }
    }
  return promises
}

/** Policies as one, with the accounts that are wanted. */
export const joined = (
  policies: readonly Policy[],
  isWanted: (address: string) => boolean = () => true,
): Joined => {
  const accounts = new Map<AccountId, PolicyAccount>()
  const twice = new Map<AccountId, readonly [Place, Place]>()
  for (const one of policies.flatMap((policy) => [...policy.accounts.values()])) {
    const { id } = one.account
    if (!isWanted(id)) continue
    const before = accounts.get(id)
    if (before !== undefined && !isSamePlace(before.place, one.place))
      twice.set(id, [before.place, one.place])
    accounts.set(id, one)
  }
  const keysByStrkey = new Map(policies.flatMap((policy) => [...policy.keysByStrkey]))
  return { accounts, keysByStrkey, promises: promisesIn(policies, isWanted), twice }
}

/** The first, and what the second has beside it. */
export const joinedWith = (first: Joined, second: Joined): Joined => ({
  accounts: new Map([...second.accounts, ...first.accounts]),
  keysByStrkey: new Map([...second.keysByStrkey, ...first.keysByStrkey]),
  promises: new Map([...second.promises, ...first.promises]),
  twice: new Map([...second.twice, ...first.twice]),
})

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
  unclear: base.unclear,
  accounts: new Map(
    [...policy.accounts.values()].flatMap(({ account }) => {
      const before = base.unclear.has(account.id) ? undefined : base.accounts.get(account.id)
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

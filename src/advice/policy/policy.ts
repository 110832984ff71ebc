/**
 * A policy: keys and who holds them, accounts, what is promised of them, and what is known and tolerated.
 * Everything is resolved: no alias, group, preset or import is left to be looked up.
 */
import type * as O from 'fp-ts/lib/Option.js'
import type { AccountId, Network } from '../../kernel/model/index.js'
import type { Unknowable } from './answer.js'
import type { Claim } from './claim.js'
import type { Place } from './place.js'
import type { PolicyAccount } from './policy-account.js'
import type { Day, PolicyKey } from './policy-key.js'
import type { PolicyTest } from './policy-test.js'

/** Keys under one name. */
export interface Group {
  readonly name: string
  /** Aliases, in the order of the policy. */
  readonly members: readonly string[]
  readonly place: Place
}

/** A promise of some accounts. */
export interface Assertion {
  readonly id: string
  /** Names of accounts. */
  readonly on: readonly string[]
  /** The id of the form, which is the name of its page. */
  readonly form: string
  /** One claim a level, in the order in which they were asked for. */
  readonly claims: readonly Claim[]
  readonly place: Place
}

/** A finding that is known and tolerated. */
export interface Ignore {
  readonly rule: string
  /** Names of accounts; none where it is of the file as a whole. */
  readonly on: readonly string[]
  readonly reason: string
  /** The last day on which it holds. */
  readonly until: O.Option<Day>
  readonly place: Place
}

/** Numbers that a rule is asked to use. */
export interface RuleOptions {
  readonly rule: string
  readonly numbers: ReadonlyMap<string, number>
  readonly place: Place
}

/** Everything that one file says, with what it imports. */
export interface PolicyParts {
  /** The file that was named, then its imports. */
  readonly files: readonly string[]
  readonly network: O.Option<Network>
  readonly keys: ReadonlyMap<string, PolicyKey>
  readonly groups: ReadonlyMap<string, Group>
  readonly accounts: ReadonlyMap<string, PolicyAccount>
  readonly assertions: readonly Assertion[]
  readonly tests: readonly PolicyTest[]
  readonly ignores: readonly Ignore[]
  readonly options: readonly RuleOptions[]
  /** Names of keys and groups that something refers to. */
  readonly used: ReadonlySet<string>
}

/** A policy, whose keys are found by their StrKey as well. */
export interface Policy extends PolicyParts {
  readonly keysByStrkey: ReadonlyMap<string, PolicyKey>
  /** Of a policy before a change: accounts of which it is not known what they were, and why not. */
  readonly unclear?: ReadonlyMap<AccountId, Unknowable>
}

/** A policy of its parts. */
export const policyOf = (parts: PolicyParts): Policy => ({
  ...parts,
  keysByStrkey: new Map([...parts.keys.values()].map((key) => [key.key.strkey, key])),
})

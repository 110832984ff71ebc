/** Policies made of numbers, and claims of every form about them. */
import * as O from 'fp-ts/lib/Option.js'
import { rational, USUAL } from '../../../src/advice/coalition/index.js'
import {
  policyOf,
  RELATIONS,
  type Asked,
  type Claim,
  type Formula,
  type Members,
  type Place,
  type Policy,
  type PolicyAccount,
  type PolicyKey,
  type UnitKind,
} from '../../../src/advice/policy/index.js'
import type { Account, SignerKey, ThresholdLevel } from '../../../src/kernel/model/index.js'
import type { World } from '../../reference/policy-model.js'

const place: Place = { file: 'policy.quorate.yaml', position: { line: 1, column: 1 }, path: [] }

/** What is said of the keys, in their order; words where nothing is said are absent. */
export interface Told {
  readonly holder?: string
  readonly vendor?: string
  readonly location: readonly string[]
}

const keyOf = (key: SignerKey, alias: string, told: Told): PolicyKey => ({
  alias,
  key,
  holder: O.fromNullable(told.holder),
  role: O.none,
  device: O.none,
  vendor: O.fromNullable(told.vendor),
  location: told.location,
  custody: O.none,
  online: O.none,
  added: O.none,
  lost: O.none,
  proof: O.none,
  place,
})

const accountNamed = (name: string, account: Account): PolicyAccount => ({
  name,
  account,
  place,
  preset: O.none,
  masterPlace: place,
  thresholdPlaces: { Low: place, Medium: place, High: place },
  signerPlaces: new Map(),
})

/** A policy of some accounts, the first of which is called `own`, and of keys k0, k1, … */
export const policyWith = (
  accounts: readonly Account[],
  keys: readonly SignerKey[],
  told: readonly Told[],
): Policy =>
  policyOf({
    files: [place.file],
    network: O.none,
    keys: new Map(keys.map((key, i) => [`k${i}`, keyOf(key, `k${i}`, told[i] ?? { location: [] })])),
    groups: new Map(),
    accounts: new Map(
      accounts.map((one, i) => {
        const name = i === 0 ? 'own' : `other-${i}`
        return [name, accountNamed(name, one)]
      }),
    ),
    assertions: [],
    tests: [],
    ignores: [],
    options: [],
    used: new Set(),
  })

/** The question about the account `own`. */
export const asking = (policy: Policy, base: O.Option<Policy> = O.none): Asked => ({
  policy,
  account: policy.accounts.get('own')!,
  base,
  circumstances: USUAL,
})

/** The same for the model. */
export const worldOf = ({ policy, account, base }: Asked, claim: Claim): World => ({
  account: account.account,
  placesOf: (kind, key) => {
    const told = policy.keysByStrkey.get(key)
    if (told === undefined || kind === 'key') return []
    return kind === 'location' ? told.location : told[kind]._tag === 'Some' ? [told[kind].value] : []
  },
  other:
    claim._tag !== 'Compare'
      ? 'new'
      : claim.other._tag === 'Account'
        ? policy.accounts.get(claim.other.name)!.account
        : O.isNone(base)
          ? 'no-base'
          : ([...base.value.accounts.values()].find((one) => one.account.id === account.account.id)
              ?.account ?? 'new'),
})

const members = (keys: readonly string[]): Members => ({ said: 'them', keys })
const one = (key: string): Formula => ({ _tag: 'Key', said: key.slice(0, 4), key })
const any = (count: number, of: readonly Formula[]): Formula => ({ _tag: 'AnyOf', count, said: 'them', of })

const formulasOf = (keys: readonly string[]): readonly Formula[] => {
  const all = keys.map(one)
  const [first = any(1, []), second = first, third = second] = all
  return [
    first,
    ...[1, 2, 3].map((count) => any(count, all.slice(0, 4))),
    any(2, [first, any(1, all.slice(1))]),
    any(1, [any(2, [first, second]), any(2, [second, third])]),
    any(2, [any(1, [first, second]), any(1, [first, third]), third]),
    any(1, []),
  ]
}

const countsOf = (most: number): readonly number[] => Array.from({ length: most }, (_, i) => i + 1)

/** Claims of every form about some keys, at one level; where accounts can be compared, of that as well. */
export const claimsAbout = (
  keys: readonly string[],
  level: ThresholdLevel,
  kinds: readonly UnitKind[],
  others: readonly string[],
): readonly (readonly Claim[])[] => {
  const at = { level, said: level.toLowerCase() }
  const [first = '', second = first] = keys
  const formulas = formulasOf(keys)
  const groups = [keys.slice(0, 1), keys.slice(0, 3), keys.slice(1, 4), keys.slice(-2), keys, []].map(members)
  const counts = countsOf(4)
  const byUnit = kinds.flatMap((by) => counts.map((count) => ({ by, count })))
  const bounds = [rational(0n, 1n), rational(1n, 4n), rational(1n, 3n), rational(1n, 2n), rational(1n, 1n)]
  const references = [
    { _tag: 'Base' } as const,
    ...others.map((name) => ({ _tag: 'Account', name }) as const),
  ]
  return [
    formulas.map((who) => ({ _tag: 'Can', at, who })),
    formulas.map((who) => ({ _tag: 'Cannot', at, who })),
    formulas.map((has) => ({ _tag: 'Every', at, has })),
    groups.flatMap((of) => counts.map((count): Claim => ({ _tag: 'Needs', at, count, of }))),
    byUnit.map(({ by, count }) => ({ _tag: 'Survives', at, lose: count, by })),
    byUnit.map(({ by, count }) => ({ _tag: 'Withstands', at, steal: count, by })),
    byUnit.map(({ by, count }) => ({ _tag: 'Recovers', steal: count, by })),
    kinds.map((by) => ({ _tag: 'NoDictator', at, by })),
    kinds.map((by) => ({ _tag: 'NoVeto', at, by })),
    counts.flatMap((count): readonly Claim[] => [
      { _tag: 'Signatures', at, atLeast: O.some(count), atMost: O.none },
      { _tag: 'Signatures', at, atLeast: O.none, atMost: O.some(count) },
      { _tag: 'Signatures', at, atLeast: O.some(2), atMost: O.some(count) },
    ]),
    references.flatMap((other) =>
      RELATIONS.map((relation): Claim => ({ _tag: 'Compare', at, relation, other })),
    ),
    [{ _tag: 'Proper', at }],
    [{ _tag: 'Strong', at }],
    groups.map((of): Claim => ({ _tag: 'NoDeadlock', at, between: [members([first]), of] })),
    [{ _tag: 'NoDummies', at }],
    groups.map((of) => ({ _tag: 'Interchangeable', at, of })),
    groups.map((of) => ({ _tag: 'Ranks', at, of })),
    (['banzhaf', 'shapley-shubik'] as const).flatMap((index) =>
      bounds.flatMap((bound, i): readonly Claim[] => [
        {
          _tag: 'Power',
          at,
          of: members([i % 2 === 0 ? first : second]),
          index,
          atLeast: O.some(bound),
          atMost: O.none,
        },
        { _tag: 'Power', at, of: members([first]), index, atLeast: O.none, atMost: O.some(bound) },
      ]),
    ),
    [{ _tag: 'Reachable', at }],
    [{ _tag: 'Nested' }],
  ]
}

/** A treasury, and accounts like it, built by hand: no file is read here. */
import * as O from 'fp-ts/lib/Option.js'
import {
  decide,
  policyOf,
  type Answer,
  type AskedLevel,
  type Assertion,
  type Claim,
  type Formula,
  type Group,
  type Members,
  type Place,
  type Policy,
  type PolicyAccount,
  type PolicyKey,
  type PolicyTest,
} from '../../../src/advice/policy/index.js'
import type { Account, SignerKey } from '../../../src/kernel/model/index.js'
import { account } from '../../support/build/account.js'
import { key } from '../../support/build/key.js'

export const HERE: Place = { file: 'policy.quorate.yaml', position: { line: 1, column: 1 }, path: [] }

/** What is said of a key. */
export type Said = Partial<Pick<PolicyKey, 'key' | 'location'>> & {
  readonly holder?: string
  readonly vendor?: string
}

export const policyKey = (alias: string, { holder, vendor, ...said }: Said = {}): PolicyKey => ({
  alias,
  key: key(alias).signerKey,
  role: O.none,
  device: O.none,
  location: [],
  custody: O.none,
  online: O.none,
  added: O.none,
  lost: O.none,
  proof: O.none,
  place: HERE,
  ...said,
  holder: O.fromNullable(holder),
  vendor: O.fromNullable(vendor),
})

export const policyAccount = (name: string, of: Account): PolicyAccount => ({
  name,
  account: of,
  place: HERE,
  preset: O.none,
  masterPlace: HERE,
  thresholdPlaces: { Low: HERE, Medium: HERE, High: HERE },
  signerPlaces: new Map(),
})

/** What a policy is made of, where it says anything. */
export interface Parts {
  readonly keys: readonly PolicyKey[]
  readonly accounts: readonly PolicyAccount[]
  readonly groups?: readonly Group[]
  readonly assertions?: readonly Assertion[]
  readonly tests?: readonly PolicyTest[]
}

export const policy = ({ keys, accounts, groups = [], assertions = [], tests = [] }: Parts): Policy =>
  policyOf({
    files: [HERE.file],
    network: O.none,
    keys: new Map(keys.map((one) => [one.alias, one])),
    groups: new Map(groups.map((one) => [one.name, one])),
    accounts: new Map(accounts.map((one) => [one.name, one])),
    assertions,
    tests,
    ignores: [],
    options: [],
    used: new Set(),
  })

export const strkeyOf = (alias: string): string => key(alias).signerKey.strkey

const numbered = (word: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${word}-${String(index + 1)}`)

export const CHAIR = numbered('chair', 3)
export const EMPLOYEES = numbered('emp', 6)

export const members = (said: string, aliases: readonly string[]): Members => ({
  said,
  keys: aliases.map(strkeyOf),
})

export const leaf = (alias: string): Formula => ({ _tag: 'Key', said: alias, key: strkeyOf(alias) })

export const anyOf = (count: number, of: readonly (string | Formula)[], said = ''): Formula => ({
  _tag: 'AnyOf',
  count,
  said,
  of: of.map((part) => (typeof part === 'string' ? leaf(part) : part)),
})

export const LOW: AskedLevel = { level: 'Low', said: 'low' }
export const MEDIUM: AskedLevel = { level: 'Medium', said: 'medium' }
export const HIGH: AskedLevel = { level: 'High', said: 'high' }

/** An account `shop` of weights, at thresholds, with what is said of its keys. */
export const shop = (
  thresholds: readonly [low: number, medium: number, high: number],
  weights: Readonly<Record<string, number>>,
  said: Readonly<Record<string, Said>> = {},
): Policy => {
  const [low, medium, high] = thresholds
  const aliases = new Set([...Object.keys(weights), ...Object.keys(said)])
  const keyOf = (alias: string): SignerKey => said[alias]?.key ?? key(alias).signerKey
  const signers = Object.entries(weights).map(([alias, weight]) => [keyOf(alias), weight] as const)
  return policy({
    keys: [...aliases].map((alias) => policyKey(alias, said[alias])),
    accounts: [policyAccount('shop', account({ of: 'shop', master: 0, low, medium, high, signers }))],
  })
}

/** Three chair keys and six employees, all of weight 1, at 3, 3 and 7. */
export const treasury = (said: Readonly<Record<string, Said>> = {}): Policy =>
  shop([3, 3, 7], Object.fromEntries([...CHAIR, ...EMPLOYEES].map((alias) => [alias, 1])), said)

/** The answer to a claim about the only account of a policy. */
export const answer = (of: Policy, claim: Claim): Answer => {
  const [only] = [...of.accounts.values()]
  if (only === undefined) throw new Error('no account')
  return decide({ policy: of, account: only, base: O.none })(claim)
}

/** Policies of one account in a few lines, with everything that is said to their claims. */
import * as O from 'fp-ts/lib/Option.js'
import {
  decide,
  policyOf,
  type Asserted,
  type Assertion,
  type Claim,
  type Formula,
  type Members,
  type Place,
  type Policy,
  type PolicyAccount,
  type PolicyKey,
  type UnitKind,
} from '../../../../src/advice/policy/index.js'
import type { Account, ThresholdLevel } from '../../../../src/kernel/model/index.js'
import { account } from '../../../support/build/account.js'
import { key } from '../../../support/build/key.js'

export const place: Place = { file: 'p.quorate.yaml', position: { line: 1, column: 1 }, path: [] }

export const id = (name: string): string => key(name).id

/** What is said of a key. */
export interface Said {
  readonly holder?: string
  readonly vendor?: string
  readonly location?: readonly string[]
}

const policyKey = (alias: string, said: Said): PolicyKey => ({
  alias,
  key: key(alias).signerKey,
  holder: O.fromNullable(said.holder),
  role: O.none,
  device: O.none,
  vendor: O.fromNullable(said.vendor),
  location: said.location ?? [],
  custody: O.none,
  online: O.none,
  added: O.none,
  lost: O.none,
  proof: O.none,
  place,
})

const policyAccount = (name: string, one: Account): PolicyAccount => ({
  name,
  account: one,
  place,
  preset: O.none,
  masterPlace: place,
  thresholdPlaces: { Low: place, Medium: place, High: place },
  signerPlaces: new Map(one.signers.map((signer) => [signer.key.strkey, place])),
})

export interface Parts {
  readonly weights: Readonly<Record<string, number>>
  /** Low, medium and high. */
  readonly thresholds: readonly [number, number, number]
  readonly master?: number
  readonly keys?: Readonly<Record<string, Said>>
  readonly claims: Readonly<Record<string, readonly Claim[]>>
}

/** A policy of one account called `treasury`. */
export const policyFrom = ({
  weights,
  thresholds: [low, medium, high],
  keys,
  claims,
  master,
}: Parts): Policy => {
  const one = account({
    of: 'treasury',
    master: master ?? 0,
    low,
    medium,
    high,
    signers: Object.entries(weights),
  })
  const names = [...Object.keys(weights), 'treasury']
  return policyOf({
    files: ['p.quorate.yaml'],
    network: O.none,
    keys: new Map(names.map((name) => [name, policyKey(name, keys?.[name] ?? {})])),
    groups: new Map(),
    accounts: new Map([['treasury', policyAccount('treasury', one)]]),
    assertions: Object.entries(claims).map(([name, all]): Assertion => ({
      id: name,
      on: ['treasury'],
      form: 'x',
      claims: all,
      place,
    })),
    tests: [],
    ignores: [],
    options: [],
    used: new Set(),
  })
}

/** What is said to all assertions of a policy. */
export const assertedIn = (policy: Policy, base: O.Option<Policy> = O.none): readonly Asserted[] =>
  policy.assertions.flatMap((assertion) =>
    assertion.on.map((name) => ({
      assertion,
      account: name,
      answers: assertion.claims.map((claim) => ({
        claim,
        answer: decide({ policy, account: policy.accounts.get(name)!, base })(claim),
      })),
      remedy: O.none,
      spoiled: [],
    })),
  )

export const at = (level: ThresholdLevel): { readonly level: ThresholdLevel; readonly said: string } => ({
  level,
  said: level.toLowerCase(),
})

export const members = (said: string, ...names: readonly string[]): Members => ({
  said,
  keys: names.map(id),
})

export const anyOf = (count: number, said: string, ...names: readonly string[]): Formula => ({
  _tag: 'AnyOf',
  count,
  said,
  of: names.map((name) => ({ _tag: 'Key', said: name, key: id(name) })),
})

export const can = (level: ThresholdLevel, who: Formula): Claim => ({ _tag: 'Can', at: at(level), who })
export const cannot = (level: ThresholdLevel, who: Formula): Claim => ({ _tag: 'Cannot', at: at(level), who })
export const every = (level: ThresholdLevel, has: Formula): Claim => ({ _tag: 'Every', at: at(level), has })
export const needs = (level: ThresholdLevel, count: number, of: Members): Claim => ({
  _tag: 'Needs',
  at: at(level),
  count,
  of,
})
export const survives = (level: ThresholdLevel, lose: number, by: UnitKind = 'key'): Claim => ({
  _tag: 'Survives',
  at: at(level),
  lose,
  by,
})
export const withstands = (level: ThresholdLevel, steal: number, by: UnitKind = 'key'): Claim => ({
  _tag: 'Withstands',
  at: at(level),
  steal,
  by,
})
export const proper = (level: ThresholdLevel): Claim => ({ _tag: 'Proper', at: at(level) })
export const notLooserThanBase = (level: ThresholdLevel): Claim => ({
  _tag: 'Compare',
  at: at(level),
  relation: 'not-looser-than',
  other: { _tag: 'Base' },
})

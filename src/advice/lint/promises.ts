/**
 * Promises by the address of the account, so that those of two policies can be compared: names of accounts
 * and of keys may be others in each.
 */
import type { Assertion, Claim, Formula, Members, Policy } from '../policy/index.js'
import { isImpliedBy } from './implied.js'

/** An assertion on one account, and its claims with other accounts by their addresses. */
export interface Promised {
  readonly assertion: Assertion
  readonly claims: readonly Claim[]
}

/** The claim with another name for the account that it compares with; other claims as they are. */
export const comparedBy =
  (name: (account: string) => string) =>
  (claim: Claim): Claim =>
    claim._tag === 'Compare' && claim.other._tag === 'Account'
      ? { ...claim, other: { _tag: 'Account', name: name(claim.other.name) } }
      : claim

/** Everything that a policy promises, by the address of the account. */
export const promisesOf = ({
  accounts,
  assertions,
}: Pick<Policy, 'accounts' | 'assertions'>): ReadonlyMap<string, readonly Promised[]> => {
  const addressOf = (name: string): string => accounts.get(name)?.account.id ?? name
  const promises = new Map<string, Promised[]>()
  for (const assertion of assertions) {
    const promised = { assertion, claims: assertion.claims.map(comparedBy(addressOf)) }
    for (const name of assertion.on) {
      const known = promises.get(addressOf(name))
      if (known === undefined) promises.set(addressOf(name), [promised])
      else known.push(promised)
    }
  }
  return promises
}

const formulaWith =
  (key: (strkey: string) => string) =>
  (formula: Formula): Formula =>
    formula._tag === 'Key'
      ? { ...formula, key: key(formula.key) }
      : { ...formula, of: formula.of.map(formulaWith(key)) }

/** The claim with other keys in the place of its own. */
export const claimWith = (key: (strkey: string) => string, claim: Claim): Claim => {
  const members = (of: Members): Members => ({ ...of, keys: of.keys.map(key) })
  switch (claim._tag) {
    case 'Can':
    case 'Cannot':
      return { ...claim, who: formulaWith(key)(claim.who) }
    case 'Every':
      return { ...claim, has: formulaWith(key)(claim.has) }
    case 'Needs':
    case 'Interchangeable':
    case 'Ranks':
    case 'Power':
      return { ...claim, of: members(claim.of) }
    case 'NoDeadlock':
      return { ...claim, between: [members(claim.between[0]), members(claim.between[1])] }
    case 'Survives':
    case 'Withstands':
    case 'Recovers':
    case 'Signatures':
    case 'Compare':
    case 'Proper':
    case 'Strong':
    case 'NoDummies':
    case 'NoDictator':
    case 'NoVeto':
    case 'Reachable':
    case 'Nested':
      return claim
  }
}

/** Whether some promises of an account make this one too, whatever the weights. */
export const isMadeBy = (promises: readonly Pick<Promised, 'claims'>[], claim: Claim): boolean =>
  promises.some(({ claims }) => claims.some((from) => isImpliedBy(from)(claim)))

/**
 * Remedies checked: a repair is carried out and everything is asked again; a conflict is added up, as
 * inequalities over weights and quotas that nobody knows, and must leave nothing at all above something.
 */
import * as O from 'fp-ts/lib/Option.js'
import type { Account, ThresholdLevel, Weight } from '../../../kernel/model/index.js'
import { USUAL } from '../../coalition/index.js'
import type { Answer, Demand } from '../answer.js'
import type { Asked } from '../asked.js'
import type { Asserted, Change, Conflict, Remedy } from '../asserted.js'
import type { Claim } from '../claim.js'
import type { PolicyAccount } from '../policy-account.js'
import { policyOf, type Assertion, type Policy } from '../policy.js'
import { asksFor } from './asks-for.js'
import { insist } from './invariant.js'
import { recheck } from './recheck.js'
import { without } from './weighed.js'
import { ownAt } from './well-formed.js'

/** How claims are decided. */
export type Decide = (asked: Omit<Asked, 'circumstances'>) => (claim: Claim) => Answer

const withThreshold = (account: Account, level: ThresholdLevel, from: number, to: Weight): Account => {
  const name = level === 'Low' ? 'low' : level === 'Medium' ? 'medium' : 'high'
  insist(account.thresholds[name] === from, 'a threshold is not what it is said to be')
  return { ...account, thresholds: { ...account.thresholds, [name]: to } }
}

const withWeight = (account: Account, key: string, from: number, to: Weight): Account => {
  const isMaster = key === String(account.id)
  const before = account.signers.find((one) => one.key.strkey === key)
  insist((isMaster ? account.masterWeight : before?.weight) === from, 'a weight is not what it is said to be')
  if (isMaster) return { ...account, masterWeight: to }
  return {
    ...account,
    signers: account.signers.flatMap((one) =>
      one !== before ? [one] : to === 0 ? [] : [{ ...one, weight: to }],
    ),
  }
}

/** A policy after one change to one of its accounts. */
const afterChange =
  (name: string) =>
  (policy: Policy, change: Change): Policy => {
    if (change._tag === 'OwnUnit') {
      const alone = `the only one of ${change.key}`
      const keys = [...policy.keys].map(([alias, key]) => {
        if (key.key.strkey !== change.key) return [alias, key] as const
        const value = change.kind === 'location' ? [alone] : O.some(alone)
        return [alias, { ...key, [change.kind]: value }] as const
      })
      return policyOf({ ...policy, keys: new Map(keys) })
    }
    insist(Number.isInteger(change.to) && change.to >= 0 && change.to <= 255, 'a number is out of range')
    insist(change.to !== change.from, 'a number stays what it is')
    const before = accountOf(policy, name)
    const account =
      change._tag === 'Threshold'
        ? withThreshold(before.account, change.level, change.from, change.to)
        : withWeight(before.account, change.key, change.from, change.to)
    return policyOf({ ...policy, accounts: new Map([...policy.accounts, [name, { ...before, account }]]) })
  }

const accountOf = ({ accounts }: Policy, name: string): PolicyAccount => {
  const account = accounts.get(name)
  if (account === undefined) throw new Error(`invariant: no account is called ${name}`)
  return account
}

/** What a claim about an account is worth to whoever relies on it: not known is better than known to be broken. */
const WORTH = ['Violated', 'Vacuous', 'Unknown', 'Holds'] as const

/** Whether changes of an account can change what is said of a claim. */
const isTouched = (name: string, changes: readonly Change[], on: string, claim: Claim): boolean =>
  on === name ||
  (claim._tag === 'Compare' && claim.other._tag === 'Account' && claim.other.name === name) ||
  ('by' in claim && changes.some(({ _tag }) => _tag === 'OwnUnit'))

const insistOnRepair = (
  decide: Decide,
  policy: Policy,
  base: O.Option<Policy>,
  { account: name, answers }: Asserted,
  changes: readonly Change[],
): void => {
  insist(changes.length > 0, 'a repair changes nothing')
  const after = changes.reduce(afterChange(name), policy)
  const worthIn = (one: Policy, on: string, claim: Claim): number => {
    const subject = { policy: one, account: accountOf(one, on), base }
    const answer = decide(subject)(claim)
    recheck({ ...subject, circumstances: USUAL })(claim)(answer)
    return WORTH.indexOf(answer._tag)
  }
  const best = WORTH.indexOf('Holds')
  for (const { claim, answer } of answers)
    insist(answer._tag !== 'Violated' || worthIn(after, name, claim) === best, 'a repair does not repair')
  const touched = policy.assertions.flatMap(({ id, on, claims }) =>
    on.flatMap((one) =>
      claims.filter((claim) => isTouched(name, changes, one, claim)).map((claim) => ({ id, on: one, claim })),
    ),
  )
  for (const { id, on, claim } of touched) {
    const worth = worthIn(after, on, claim)
    insist(worth === best || worth >= worthIn(policy, on, claim), `a repair breaks ${id}`)
  }
}

/** The sums of both sides of all inequalities, brought to one side: what is left has to be impossible. */
const isContradiction = ({ reasons }: Conflict): boolean => {
  const weights = new Map<string, bigint>()
  const quotas = new Map<ThresholdLevel, bigint>()
  let rest = 0n
  for (const { demand, times } of reasons) {
    // `win` says w(S) - q >= 0, and `lose` says q - 1 - w(S) >= 0.
    const sign = demand.must === 'win' ? times : -times
    for (const key of new Set(demand.keys)) weights.set(key, (weights.get(key) ?? 0n) + sign)
    quotas.set(demand.level, (quotas.get(demand.level) ?? 0n) - sign)
    if (demand.must === 'lose') rest -= times
  }
  const left = [...quotas.values()]
  // No weight is below 0 and no quota below 1, so that the whole is at most this, and must be 0 or more.
  const most = left.reduce((sum, one) => sum + one, rest)
  return [...weights.values(), ...left].every((one) => one <= 0n) && most < 0n
}

/**
 * Whether an assertion makes a demand. That two groups with nobody in common must not both win makes one
 * only beside an assertion of the same conflict by which everybody else has to win.
 */
const demands = (
  asked: Asked,
  { claims }: Assertion,
  beside: readonly Assertion[],
  demand: Demand,
): boolean => {
  const others = without(ownAt(asked, demand.level), demand.keys)
  const othersWin = (): boolean =>
    beside.some((one) =>
      one.claims.some((claim) => asksFor(asked, claim, { level: demand.level, keys: others, must: 'win' })),
    )
  return claims.some((claim) =>
    claim._tag === 'Proper'
      ? claim.at.level === demand.level && demand.must === 'lose' && othersWin()
      : asksFor(asked, claim, demand),
  )
}

/** Passes on a conflict between assertions of an account if it is one, and throws if it is not. */
export const recheckConflict =
  (policy: Policy, base: O.Option<Policy>) =>
  (name: string) =>
  (conflict: Conflict): Conflict => {
    const { reasons, assertions } = conflict
    const asked: Asked = { policy, account: accountOf(policy, name), base, circumstances: USUAL }
    const own = policy.assertions.filter(({ id, on }) => assertions.includes(id) && on.includes(name))
    for (const { assertion: id, demand, times } of reasons) {
      const assertion = own.find((one) => one.id === id)
      if (times <= 0n || assertion === undefined)
        throw new Error('invariant: a reason of a conflict is not one of its own')
      insist(demands(asked, assertion, own, demand), `${id} does not demand what it is said to demand`)
    }
    for (const id of assertions)
      insist(
        reasons.some(({ assertion }) => assertion === id),
        `${id} is blamed for nothing`,
      )
    insist(isContradiction(conflict), 'the reasons of a conflict do not contradict each other')
    return conflict
  }

/** Passes a remedy on if it is right, and throws if it is not. That a repair is the smallest is not asked. */
export const recheckRemedy =
  (decide: Decide) =>
  (policy: Policy, base: O.Option<Policy>) =>
  (asserted: Asserted) =>
  (remedy: Remedy): Remedy => {
    switch (remedy._tag) {
      case 'Repair':
        insistOnRepair(decide, policy, base, asserted, remedy.changes)
        break
      case 'Conflict':
        insist(
          remedy.conflict.assertions.includes(asserted.assertion.id),
          'a conflict is not about the assertion',
        )
        recheckConflict(policy, base)(asserted.account)(remedy.conflict)
        break
      case 'NotFound':
        break
    }
    return remedy
  }

/** The same for all that was asserted, each with what could be done about it. */
export const recheckRemedies =
  (decide: Decide) =>
  (policy: Policy, base: O.Option<Policy>) =>
  (all: readonly Asserted[]): readonly Asserted[] =>
    all.map((one) => ({ ...one, remedy: O.map(recheckRemedy(decide)(policy, base)(one))(one.remedy) }))

/** A policy after the changes of a repair, carried out one after the other as they are written. */
import * as O from 'fp-ts/lib/Option.js'
import type { Account, ThresholdLevel, Weight } from '../../../kernel/model/index.js'
import type { Change } from '../asserted.js'
import { policyOf, type Policy } from '../policy.js'
import type { PolicyAccount } from '../policy-account.js'
import { insist } from './invariant.js'

/** The account of a name. */
export const accountOf = ({ accounts }: Policy, name: string): PolicyAccount => {
  const account = accounts.get(name)
  if (account === undefined) throw new Error(`invariant: no account is called ${name}`)
  return account
}

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
export const afterChange =
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

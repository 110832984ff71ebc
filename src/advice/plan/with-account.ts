/** A policy with one of its accounts as it is somewhere else: before a change, after it, or in the ledger. */
import type { Account } from '../../kernel/model/index.js'
import { policyOf, type Policy } from '../policy/index.js'

/** The policy with another configuration under the name of one of its accounts. */
export const withAccount = (policy: Policy, name: string, account: Account): Policy => {
  const before = policy.accounts.get(name)
  if (before === undefined) throw new Error(`invariant: \`${name}\` is an account of the policy`)
  return policyOf({ ...policy, accounts: new Map([...policy.accounts, [name, { ...before, account }]]) })
}

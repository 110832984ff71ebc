/** Running the assertions of a policy: every claim of each, on every account that it is about. */
import * as O from 'fp-ts/lib/Option.js'
import type { Asserted } from './asserted.js'
import { decide } from './decide.js'
import type { Policy } from './policy.js'
import type { PolicyAccount } from './policy-account.js'

/** An account that a policy speaks of by its name. */
export const accountNamed = ({ accounts }: Policy, name: string): PolicyAccount => {
  const account = accounts.get(name)
  if (account === undefined) throw new Error(`invariant: no account is named \`${name}\``)
  return account
}

/** What became of each assertion, in the order of the policy; no remedies are looked for. */
export const runAssertions = (policy: Policy, base: O.Option<Policy>): readonly Asserted[] => {
  const deciders = new Map(
    [...policy.accounts.values()].map((account) => [account.name, decide({ policy, account, base })]),
  )
  return policy.assertions.flatMap((assertion) =>
    assertion.on.map((name): Asserted => {
      const answer = deciders.get(name) ?? decide({ policy, account: accountNamed(policy, name), base })
      return {
        assertion,
        account: name,
        answers: assertion.claims.map((claim) => ({ claim, answer: answer(claim) })),
        remedy: O.none,
        spoiled: [],
      }
    }),
  )
}

/** What rules are given for a policy: everything that can be found out of it, on a day that never changes. */
import * as O from 'fp-ts/lib/Option.js'
import type { ExampleGiven, LintInput } from '../../../src/advice/lint/index.js'
import { runAssertions, withRemedies, type Policy } from '../../../src/advice/policy/index.js'
import type { Account, AccountId } from '../../../src/kernel/model/index.js'
import { provesMessage, strict, tweetnacl } from '../../../src/kernel/signature/index.js'
import { usualState } from './account.js'
import { policyFrom, policyText } from './policy.js'

/** The day of all examples. */
export const EXAMPLE_DAY = '2026-11-21'

const inLedger = (policy: string, lumens: number): ReadonlyMap<AccountId, Account> =>
  new Map(
    [...policyFrom(policy).accounts.values()].map(({ account }) => [
      account.id,
      {
        ...account,
        state: O.some({
          ...usualState,
          subentries: account.signers.length,
          balance: BigInt(lumens * 10_000_000),
        }),
      },
    ]),
  )

/** The input of a policy. */
export const lintInputOf = (policy: Policy, given: ExampleGiven = {}): LintInput => ({
  policy,
  today: EXAMPLE_DAY,
  asserted: withRemedies(policy, O.none)(runAssertions(policy, O.none)),
  ledger: given.ledger === undefined ? O.none : O.some(inLedger(given.ledger.policy, given.ledger.lumens)),
  listed:
    given.listed === undefined
      ? O.none
      : O.some({ file: 'stellar.toml', accounts: given.listed.map(policyText) }),
  base: given.base === undefined ? O.none : O.some(policyFrom(given.base)),
  others: [],
  isProved: ({ key, proof }) =>
    O.isSome(proof) && provesMessage(strict(tweetnacl))(key, proof.value.message, proof.value.signature),
})

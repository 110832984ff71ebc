/**
 * Mistakes that rules find in what a plan leads to. They refuse nothing: a bad account is changed for a less
 * bad one. But nobody shall take a plan for a check.
 */
import * as O from 'fp-ts/lib/Option.js'
import { lint, RULES, suppress, type Finding } from '../../advice/lint/index.js'
import { runAssertions, type Day, type Policy } from '../../advice/policy/index.js'
import { provesMessage } from '../../kernel/signature/index.js'
import type { Ports } from '../ports.js'

/** What is looked at: an account of a policy, as it is to be. */
export interface Resulting {
  readonly policy: Policy
  readonly account: string
  readonly base: O.Option<Policy>
  readonly today: Day
}

/** Errors of the account that no `ignore` of the policy tolerates. */
export const errorsOf = (
  { ed25519 }: Pick<Ports, 'ed25519'>,
  { policy, account, base, today }: Resulting,
): readonly Finding[] => {
  const found = lint(RULES)({
    policy,
    today,
    asserted: runAssertions(policy, base),
    ledger: O.none,
    listed: O.none,
    base: O.none,
    others: [],
    isProved: ({ key, proof }) =>
      O.isSome(proof) && provesMessage(ed25519())(key, proof.value.message, proof.value.signature),
  })
  return suppress(
    policy,
    today,
  )(found).judged.flatMap(({ finding, ignored }) =>
    O.isNone(ignored) &&
    finding.severity === 'error' &&
    O.isSome(finding.account) &&
    finding.account.value === account
      ? [finding]
      : [],
  )
}

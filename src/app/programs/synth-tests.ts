/** Tests of a policy on weights that were found for its promises. */
import * as O from 'fp-ts/lib/Option.js'
import { withAccount, type FromClaims, type Rule } from '../../advice/plan/index.js'
import { runTests, type Policy, type PolicyAccount, type Tested } from '../../advice/policy/index.js'
import type { Account } from '../../kernel/model/index.js'
import type { Ports } from '../ports.js'
import { recordedFor } from './check/envelopes.js'

/** What looking for weights needs of the world: files, and the engine that runs tests. */
export type SynthPorts = Pick<Ports, 'files' | 'ed25519'>

/** The account with numbers that were found. */
const withNumbers = (policy: Policy, { account }: PolicyAccount, { weights, quotas }: Rule): Account => ({
  ...account,
  masterWeight: weights.get(account.id) ?? 0,
  thresholds: { low: quotas.Low, medium: quotas.Medium, high: quotas.High },
  signers: [...weights].flatMap(([strkey, weight]) => {
    const key = policy.keysByStrkey.get(strkey)?.key
    return strkey === account.id || weight === 0 || key === undefined
      ? []
      : [{ key, weight, sponsor: O.none }]
  }),
})

/** Tests of the account that numbers do not pass. */
export const notPassed = async (
  { files, ed25519 }: SynthPorts,
  root: string,
  policy: Policy,
  account: PolicyAccount,
  found: FromClaims,
): Promise<readonly Tested[]> => {
  if (found._tag !== 'Found') return []
  const own = { ...policy, tests: policy.tests.filter(({ on }) => on === account.name) }
  const recorded = await recordedFor({ files, ed25519 }, root, own)
  return runTests(withAccount(own, account.name, withNumbers(policy, account, found.rule)), recorded).filter(
    ({ outcome }) => outcome !== 'Passed',
  )
}

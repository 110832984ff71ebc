/** Whether the tests of a policy pass of the account that a plan ends with. */
import type { Account } from '../../kernel/model/index.js'
import { runTests, type Policy, type Tested } from '../policy/index.js'
import type { RefusalReason } from './plan-refusal.js'
import type { Promised } from './plan-request.js'
import { withAccount } from './with-account.js'

/** The tests of the account, and those of others that come out in another way than before. */
export const testsOf = (
  { policy, account, recorded }: Promised,
  from: Account,
  after: Policy,
): readonly Tested[] => {
  const others = after.tests.filter(({ on }) => on !== account)
  const before = withAccount({ ...policy, tests: others }, account, from)
  const was = new Map(runTests(before, recorded).map(({ test, outcome }) => [test, outcome]))
  return runTests(after, recorded).filter(
    ({ test, outcome }) => test.on === account || was.get(test) !== outcome,
  )
}

/** Why a test that fails refuses the plan. */
export const failedReason =
  (name: string) =>
  ({ test, says }: Tested): RefusalReason => ({
    code: 'fails-tests',
    says: `The result fails the test "${test.name}"${test.on === name ? '' : ` of ${test.on}`}: ${says}.`,
    help: 'Change the weights or the thresholds that the account is to have, or what the test expects. `quorate check` runs it too.',
    exhibits: [],
  })

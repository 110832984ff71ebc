/** What makes an assertion or a test the same one tomorrow: no line and no name of a file is in it. */
import type { Asserted, Policy, Tested } from '../../../advice/policy/index.js'

/** The form, the id, and the address of the account. */
export const assertedFingerprint = (policy: Policy, { assertion, account }: Asserted): string =>
  ['assertion', assertion.form, assertion.id, policy.accounts.get(account)?.account.id ?? account].join('/')

/** The name of the test, and of the account. */
export const testedFingerprint = ({ test }: Tested): string => ['test', test.on, test.name].join('/')

/**
 * The promise that is asked for from outside: nobody gains power by the change, whatever the files promise.
 * A commit can take a claim out of a policy; it cannot take an option out of the build.
 */
import { isMadeBy, promisesOf, type Promised } from '../../../advice/lint/index.js'
import type { Assertion, Claim, Policy, PolicyAccount } from '../../../advice/policy/index.js'
import { THRESHOLD_LEVELS } from '../../../kernel/model/index.js'

/** The id of the promise: no policy can have an assertion that is called like an option. */
export const NOT_LOOSER = '--not-looser'

const CLAIMS: readonly Claim[] = THRESHOLD_LEVELS.map((level) => ({
  _tag: 'Compare',
  relation: 'not-looser-than',
  other: { _tag: 'Base' },
  at: { level, said: level.toLowerCase() },
}))

const promiseOf = ({ name, place }: PolicyAccount): Assertion => ({
  id: NOT_LOOSER,
  on: [name],
  form: 'not-looser-than',
  claims: CLAIMS,
  place,
})

/** What is asked of every account: an assertion of a file that says no more has not been lost. */
export const PROMISED_OF_ALL: Pick<Promised, 'claims'> = { claims: CLAIMS }

/** The policy with the promise of each account; where the file makes it already, it is not asked twice. */
export const withNotLooser = (policy: Policy): Policy => {
  const promises = promisesOf(policy)
  const missing = [...policy.accounts.values()].filter(({ account }) => {
    const made = promises.get(account.id) ?? []
    return !CLAIMS.every((claim) => isMadeBy(made, claim))
  })
  return { ...policy, assertions: [...policy.assertions, ...missing.map(promiseOf)] }
}

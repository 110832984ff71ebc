/** The second opinion on everything that was asserted: all of it was answered, and every answer is right. */
import type * as O from 'fp-ts/lib/Option.js'
import { USUAL } from '../../coalition/index.js'
import type { Asserted } from '../asserted.js'
import type { Policy } from '../policy.js'
import { insist } from './invariant.js'
import { recheck } from './recheck.js'

/** An assertion passes because nothing of it fails, so that a claim left out would pass. */
const insistOnAll = (policy: Policy, all: readonly Asserted[]): void => {
  const asked = policy.assertions.flatMap((assertion) => assertion.on.map((on) => ({ assertion, on })))
  insist(all.length === asked.length, 'it is not about as many assertions as there are')
  all.forEach(({ assertion, account, answers }, at) => {
    insist(
      assertion === asked[at]?.assertion && account === asked[at].on,
      `${assertion.id} stands in the place of another assertion`,
    )
    insist(
      answers.length === assertion.claims.length &&
        answers.every(({ claim }, place) => claim === assertion.claims[place]),
      `not all claims of ${assertion.id} are answered`,
    )
  })
}

/**
 * The same assertions with the answers that stand: one that nobody could check is not known any more, so
 * go on with these. Throws where an answer is wrong.
 */
export const recheckAll =
  (policy: Policy, base: O.Option<Policy>) =>
  (all: readonly Asserted[]): readonly Asserted[] => {
    insistOnAll(policy, all)
    return all.map((one) => {
      const account = policy.accounts.get(one.account)
      if (account === undefined) throw new Error('invariant: a claim is about an account of its policy')
      const again = recheck({ policy, base, account, circumstances: USUAL })
      return {
        ...one,
        answers: one.answers.map(({ claim, answer }) => ({ claim, answer: again(claim)(answer) })),
      }
    })
  }

/** The second opinion on everything that was asserted. */
import type * as O from 'fp-ts/lib/Option.js'
import { USUAL } from '../../coalition/index.js'
import type { Asserted } from '../asserted.js'
import type { Policy } from '../policy.js'
import { recheck } from './recheck.js'

/**
 * The same assertions with the answers that stand: one that nobody could check is not known any more, so
 * go on with these. Throws where an answer is wrong.
 */
export const recheckAll =
  (policy: Policy, base: O.Option<Policy>) =>
  (all: readonly Asserted[]): readonly Asserted[] =>
    all.map((one) => {
      const account = policy.accounts.get(one.account)
      if (account === undefined) throw new Error('invariant: a claim is about an account of its policy')
      const again = recheck({ policy, base, account, circumstances: USUAL })
      return {
        ...one,
        answers: one.answers.map(({ claim, answer }) => ({ claim, answer: again(claim)(answer) })),
      }
    })

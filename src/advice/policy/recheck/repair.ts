/** Repairs checked: they are carried out, and everything that they can touch is asked again, twice. */
import type * as O from 'fp-ts/lib/Option.js'
import { USUAL } from '../../coalition/index.js'
import type { Answer } from '../answer.js'
import type { Asked } from '../asked.js'
import type { Asserted, Change } from '../asserted.js'
import type { Claim } from '../claim.js'
import type { Policy } from '../policy.js'
import { accountOf, afterChange } from './changed.js'
import { insist } from './invariant.js'
import { recheck } from './recheck.js'

/** How claims are decided. */
export type Decide = (asked: Omit<Asked, 'circumstances'>) => (claim: Claim) => Answer

/** What a claim about an account is worth to whoever relies on it: not known is better than known to be broken. */
const WORTH = ['Violated', 'Vacuous', 'Unknown', 'Holds'] as const

/** Whether changes of an account can change what is said of a claim. */
const isTouched = (name: string, changes: readonly Change[], on: string, claim: Claim): boolean =>
  on === name ||
  (claim._tag === 'Compare' && claim.other._tag === 'Account' && claim.other.name === name) ||
  ('by' in claim && changes.some(({ _tag }) => _tag === 'OwnUnit'))

/** What changes of an account lead to. */
export interface Outcome {
  /** Whether the claims of the assertion that were violated hold. */
  readonly isRepaired: boolean
  /** Ids of assertions of which a claim gets worse. */
  readonly breaks: readonly string[]
}

/** What was said to a claim first, and what is left of that when it was checked. */
interface Said {
  readonly first: Answer['_tag']
  readonly checked: Answer['_tag']
}

/** Carries out changes for an assertion of an account. Throws where a change is not one of this policy. */
export const outcomeOf = (
  decide: Decide,
  policy: Policy,
  base: O.Option<Policy>,
  { account: name, answers }: Asserted,
  changes: readonly Change[],
): Outcome => {
  const after = changes.reduce(afterChange(name), policy)
  const saidIn = (one: Policy, on: string, claim: Claim): Said => {
    const subject = { policy: one, account: accountOf(one, on), base }
    const answer = decide(subject)(claim)
    return {
      first: answer._tag,
      checked: recheck({ ...subject, circumstances: USUAL })(claim)(answer)._tag,
    }
  }
  const isWorse = (on: string, claim: Claim): boolean => {
    const { first } = saidIn(after, on, claim)
    return first !== 'Holds' && WORTH.indexOf(first) < WORTH.indexOf(saidIn(policy, on, claim).checked)
  }
  return {
    isRepaired: answers.every(
      ({ claim, answer }) => answer._tag !== 'Violated' || saidIn(after, name, claim).first === 'Holds',
    ),
    breaks: policy.assertions.flatMap(({ id, on, claims }) =>
      on.some((one) => claims.some((claim) => isTouched(name, changes, one, claim) && isWorse(one, claim)))
        ? [id]
        : [],
    ),
  }
}

/** A repair changes something, repairs, and breaks nothing. That it is the smallest is not asked. */
export const insistOnRepair = ({ isRepaired, breaks }: Outcome, changes: readonly Change[]): void => {
  insist(changes.length > 0, 'a repair changes nothing')
  insist(isRepaired, 'a repair does not repair')
  insist(breaks.length === 0, `a repair breaks ${breaks.join()}`)
}

/** A change that people are warned of would repair, and breaks just what it is said to break. */
export const insistOnSpoiled = ({ isRepaired, breaks }: Outcome, said: readonly string[]): void => {
  insist(isRepaired, 'a change that is warned of does not repair')
  insist(
    said.length > 0 && said.length === breaks.length && breaks.every((id) => said.includes(id)),
    `a change that is warned of breaks ${breaks.join()}`,
  )
}

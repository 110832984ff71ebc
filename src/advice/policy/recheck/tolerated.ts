/** How much holds where more was asked for: it holds, and the next step towards the claim does not. */
import * as O from 'fp-ts/lib/Option.js'
import type { Tolerated } from '../answer.js'
import type { Asked } from '../asked.js'
import type { Claim } from '../claim.js'
import { insist } from './invariant.js'
import { verdictAgain, type Verdict } from './verdict.js'

/** The claim with another number; none where it counts something else, or nothing. */
const withCount = (claim: Claim, { asked, holds, unit }: Tolerated, count: number): O.Option<Claim> => {
  switch (claim._tag) {
    case 'Survives':
      return claim.lose === asked && claim.by === unit ? O.some({ ...claim, lose: count }) : O.none
    case 'Withstands':
    case 'Recovers':
      return claim.steal === asked && claim.by === unit ? O.some({ ...claim, steal: count }) : O.none
    case 'Signatures': {
      const bound = holds < asked ? claim.atLeast : claim.atMost
      if (unit !== 'signature' || O.isNone(bound) || bound.value !== asked) return O.none
      return holds < asked
        ? O.some({ ...claim, atLeast: O.some(count), atMost: O.none })
        : O.some({ ...claim, atLeast: O.none, atMost: O.some(count) })
    }
    case 'Can':
    case 'Cannot':
    case 'Needs':
    case 'Every':
    case 'Compare':
    case 'Proper':
    case 'Strong':
    case 'NoDeadlock':
    case 'NoDummies':
    case 'Interchangeable':
    case 'Ranks':
    case 'Power':
    case 'NoDictator':
    case 'NoVeto':
    case 'Reachable':
    case 'Nested':
      return O.none
  }
}

/** Passes on what is said to be tolerated of what the claim counts, and throws if it is wrong; none where that took too many steps. */
export const recheckTolerated = (asked: Asked, claim: Claim, said: Tolerated): O.Option<Tolerated> => {
  const at = (count: number): Verdict | undefined =>
    O.toUndefined(O.map((one: Claim) => verdictAgain(asked, one))(withCount(claim, said, count)))
  const [here, next] = [at(said.holds), at(said.holds + Math.sign(said.asked - said.holds))]
  if (here === 'TooLong' || next === 'TooLong') return O.none
  insist(here === 'Holds', `${String(said.holds)} are not tolerated`)
  insist(next !== 'Holds', `more than ${String(said.holds)} are tolerated`)
  return O.some(said)
}

/** How much holds where more was asked for: it holds, and the next step towards the claim does not. */
import * as O from 'fp-ts/lib/Option.js'
import type { Tolerated } from '../answer.js'
import type { Asked } from '../asked.js'
import type { Claim } from '../claim.js'
import { insist } from './invariant.js'
import { verdictAgain } from './verdict.js'

/** The claim with other numbers; none where it counts nothing. */
const withCount = (claim: Claim, { asked, holds }: Tolerated, count: number): O.Option<Claim> => {
  switch (claim._tag) {
    case 'Can':
    case 'Cannot':
      return claim.who._tag === 'AnyOf' && claim.who.count === asked && count <= claim.who.of.length
        ? O.some({ ...claim, who: { ...claim.who, count } })
        : O.none
    case 'Needs':
      return claim.count === asked ? O.some({ ...claim, count }) : O.none
    case 'Survives':
      return claim.lose === asked ? O.some({ ...claim, lose: count }) : O.none
    case 'Withstands':
    case 'Recovers':
      return claim.steal === asked ? O.some({ ...claim, steal: count }) : O.none
    case 'Signatures':
      if (O.isSome(claim.atLeast) && claim.atLeast.value === asked && holds < asked)
        return O.some({ ...claim, atLeast: O.some(count), atMost: O.none })
      return O.isSome(claim.atMost) && claim.atMost.value === asked
        ? O.some({ ...claim, atLeast: O.none, atMost: O.some(count) })
        : O.none
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

/** Checks what is said to be tolerated. Bounds of which nothing holds at all are not looked at. */
export const insistOnTolerated = (asked: Asked, claim: Claim, said: Tolerated): void => {
  insist(said.holds !== said.asked, 'as much is tolerated as was asked for')
  const at = (count: number): O.Option<boolean> =>
    count < 1
      ? O.none
      : O.map((one: Claim) => verdictAgain(asked, one) === 'Holds')(withCount(claim, said, count))
  const [holds, next] = [at(said.holds), at(said.holds + Math.sign(said.asked - said.holds))]
  insist(O.isNone(holds) || holds.value, `${String(said.holds)} are not tolerated`)
  insist(O.isNone(next) || !next.value, `more than ${String(said.holds)} are tolerated`)
}

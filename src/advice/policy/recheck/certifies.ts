/**
 * Whether the exhibits of a certificate are groups of which the claim speaks. That it is true of them is
 * not asked: the verdict says so of all there are.
 */
import * as O from 'fp-ts/lib/Option.js'
import type { Certificate } from '../answer.js'
import type { Asked } from '../asked.js'
import { levelOf, type Claim } from '../claim.js'
import { fallOf } from './fall.js'
import { isSpokenOf } from './spoken.js'
import { tellsOfFall } from './unit-exhibit.js'
import { isMinimal } from './weighed.js'
import { ownAt } from './well-formed.js'

/** Whether the exhibits belong to a claim that holds. */
export const isCertifiedBy = (asked: Asked, claim: Claim, { exhibits }: Certificate): boolean => {
  const own = ownAt(asked, levelOf(claim))
  const shown = exhibits.map(({ keys }) => keys)
  const fall = fallOf(claim)
  if (O.isSome(fall)) return tellsOfFall(asked, own, fall.value, exhibits)
  switch (claim._tag) {
    case 'Can':
    case 'Cannot':
    case 'Needs':
    case 'Every':
    case 'Power':
      return shown.every((keys) => isSpokenOf(own, claim, keys))
    case 'Signatures':
    case 'Reachable':
      return shown.every((keys) => isMinimal(own, keys))
    // Nothing is shown of these: of all groups at once there is no example.
    case 'Compare':
    case 'Proper':
    case 'Strong':
    case 'NoDeadlock':
    case 'NoDummies':
    case 'Interchangeable':
    case 'Ranks':
    case 'Nested':
      return shown.length === 0
    // They are about units.
    case 'Survives':
    case 'Withstands':
    case 'Recovers':
    case 'NoDictator':
    case 'NoVeto':
      return false
  }
}

/** Demands: whether a claim really asks that some set wins, or loses, whatever the weights are. */
import * as O from 'fp-ts/lib/Option.js'
import type { Demand } from '../answer.js'
import type { Asked } from '../asked.js'
import { levelOf, type Claim } from '../claim.js'
import { fallOf } from './fall.js'
import { isSpokenOf } from './spoken.js'
import { isAskedByFall } from './unit-exhibit.js'
import { reaches, without } from './weighed.js'
import { otherOf, ownAt } from './well-formed.js'

const asksComparison = (
  asked: Asked,
  claim: Claim & { readonly _tag: 'Compare' },
  { level, keys, must }: Demand,
): boolean => {
  const other = otherOf(asked, claim)
  if (O.isNone(other)) return false
  const mayNotGain = claim.relation !== 'looser-than'
  const mayNotLose = claim.relation === 'equals' || claim.relation === 'looser-than'
  if (must === 'lose') return mayNotGain && !reaches(other.value, keys)
  // Who signs for the other only may be there, and helps here as little as if they were not.
  const own = ownAt(asked, level)
  const others = [...other.value.weightOf.keys()].filter((key) => !own.weightOf.has(key))
  return mayNotLose && reaches(other.value, [...new Set([...keys, ...others])])
}

/** Whether every rule that keeps the claim meets the demand. */
export const asksFor = (asked: Asked, claim: Claim, demand: Demand): boolean => {
  const { keys, must, level } = demand
  if (level !== levelOf(claim)) return false
  const own = ownAt(asked, level)
  const fall = fallOf(claim)
  if (O.isSome(fall)) return isAskedByFall(asked, own, fall.value, keys, must)
  switch (claim._tag) {
    case 'Can':
      return must === 'win' && isSpokenOf(own, claim, keys)
    case 'Cannot':
    case 'Needs':
    case 'Every':
      return must === 'lose' && isSpokenOf(own, claim, keys)
    case 'Signatures':
      return must === 'lose' && O.isSome(claim.atLeast) && keys.length < claim.atLeast.value
    case 'Compare':
      return asksComparison(asked, claim, demand)
    case 'Reachable':
      return must === 'win' && without(own, keys).length === 0
    // These choose between sets, or count them: no set by itself has to win or to lose.
    case 'Proper':
    case 'Strong':
    case 'NoDeadlock':
    case 'NoDummies':
    case 'Interchangeable':
    case 'Ranks':
    case 'Power':
    case 'Nested':
    case 'Survives':
    case 'Withstands':
    case 'Recovers':
    case 'NoDictator':
    case 'NoVeto':
      return false
  }
}

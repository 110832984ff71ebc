/**
 * Whether the exhibits of a counterexample refute a claim, by the definition of the claim and by nothing
 * else. Some exhibit, or two of them, has to do it; the order in which they stand does not matter.
 */
import * as O from 'fp-ts/lib/Option.js'
import { MAX_SIGNATURES, THRESHOLD_LEVELS, type Coalition } from '../../../kernel/model/index.js'
import type { Exhibit } from '../answer.js'
import type { Asked } from '../asked.js'
import { levelOf, type Claim } from '../claim.js'
import { isSatisfiedBy, type Formula } from '../formula.js'
import { fallOf } from './fall.js'
import { isPartOfJustEnough } from './formula-extremes.js'
import { areInterchangeable, isDummy } from './standing.js'
import { showsFall } from './unit-exhibit.js'
import { heaviest, reaches, weighs, without, type Weighed } from './weighed.js'
import { isWithin } from './rivals.js'
import { otherOf, ownAt } from './well-formed.js'

type Shown = readonly Coalition[]

/** Who is no signer may be there or not: it makes no difference. */
const satisfies = (own: Weighed, formula: Formula, keys: Coalition, others: boolean): boolean =>
  isSatisfiedBy((key) => (own.weightOf.has(key) ? keys.includes(key) : others))(formula)

const isMinimal = (own: Weighed, keys: Coalition): boolean =>
  reaches(own, keys) && keys.every((key) => weighs(own, keys) - weighs(own, [key]) < own.quota)

const inPairs = (shown: Shown, isSought: (a: Coalition, b: Coalition) => boolean): boolean =>
  shown.some((a) => shown.some((b) => a !== b && isSought(a, b)))

const sharesNobody = (a: Coalition, b: Coalition): boolean => !a.some((key) => b.includes(key))

const refutesComparison = (
  asked: Asked,
  claim: Claim & { readonly _tag: 'Compare' },
  own: Weighed,
  shown: Shown,
): boolean => {
  const other = otherOf(asked, claim)
  if (O.isNone(other)) return false
  const gains = shown.some((keys) => reaches(own, keys) && !reaches(other.value, keys))
  const loses = shown.some((keys) => !reaches(own, keys) && reaches(other.value, keys))
  // Where both rules are the same, no set shows that one is not stricter.
  const isEqual = (): boolean => isWithin(own, other.value) && isWithin(other.value, own)
  switch (claim.relation) {
    case 'equals':
      return gains || loses
    case 'not-looser-than':
      return gains
    case 'stricter-than':
      return gains || isEqual()
    case 'looser-than':
      return loses || isEqual()
  }
}

/** Whether two sets differ by two keys only, and who has the first of them wins. */
const showsBetter = (own: Weighed, shown: Shown, one: string, other: string): boolean => {
  const isContext = (context: Coalition): boolean =>
    reaches(own, [...context, one]) && !reaches(own, [...context, other])
  return shown.some((keys) => isContext(keys.filter((key) => key !== one && key !== other)))
}

const refutesRanks = (own: Weighed, keys: Coalition, shown: Shown): boolean =>
  keys.slice(1).some((lower, at) => {
    const upper = keys[at] ?? ''
    return showsBetter(own, shown, lower, upper) || areInterchangeable(own, upper, lower)
  })

const refutesNested = (asked: Asked, shown: Shown): boolean => {
  const [low, medium, high] = THRESHOLD_LEVELS.map((level) => ownAt(asked, level))
  const breaks = (a: Weighed | undefined, b: Weighed | undefined): boolean =>
    a !== undefined && b !== undefined && shown.some((keys) => reaches(a, keys) && !reaches(b, keys))
  return breaks(high, medium) || breaks(medium, low)
}

const refutesSignatures = (
  claim: Claim & { readonly _tag: 'Signatures' },
  own: Weighed,
  shown: Shown,
): boolean => {
  const { atLeast, atMost } = claim
  return shown.some(
    (keys) =>
      (O.isSome(atLeast) && keys.length < atLeast.value && reaches(own, keys)) ||
      (O.isSome(atMost) && keys.length > atMost.value && isMinimal(own, keys)),
  )
}

const refutesNoDeadlock = (own: Weighed, between: readonly [Coalition, Coalition], shown: Shown): boolean => {
  const isSide = (side: Coalition, rest: Coalition): boolean =>
    between.every((keys) =>
      keys.every((key) => !own.weightOf.has(key) || side.includes(key) || rest.includes(key)),
    ) &&
    between.some((one, at) => {
      const two = between[1 - at] ?? []
      return one.every((key) => !rest.includes(key)) && two.every((key) => !side.includes(key))
    })
  return shown.some((keys) => {
    const rest = without(own, keys)
    return isSide(keys, rest) && !reaches(own, keys) && !reaches(own, rest)
  })
}

/** Whether some exhibits show that a claim is broken. */
export const isRefutedBy = (asked: Asked, claim: Claim, exhibits: readonly Exhibit[]): boolean => {
  const own = ownAt(asked, levelOf(claim))
  const shown = exhibits.map(({ keys }) => keys)
  const fall = fallOf(claim)
  if (O.isSome(fall)) return exhibits.some((exhibit) => showsFall(asked, own, fall.value, exhibit))
  switch (claim._tag) {
    case 'Can':
      return shown.some((keys) => satisfies(own, claim.who, keys, true) && !reaches(own, keys))
    case 'Cannot':
      return shown.some(
        (keys) => reaches(own, keys) && isPartOfJustEnough(new Set(keys), claim.who) !== false,
      )
    case 'Needs':
      return shown.some(
        (keys) =>
          reaches(own, keys) && keys.filter((key) => claim.of.keys.includes(key)).length < claim.count,
      )
    case 'Every':
      return shown.some((keys) => reaches(own, keys) && !satisfies(own, claim.has, keys, false))
    case 'Signatures':
      return refutesSignatures(claim, own, shown)
    case 'Compare':
      return refutesComparison(asked, claim, own, shown)
    case 'Proper':
      return inPairs(shown, (a, b) => sharesNobody(a, b) && reaches(own, a) && reaches(own, b))
    case 'Strong':
      return shown.some((keys) => !reaches(own, keys) && !reaches(own, without(own, keys)))
    case 'NoDeadlock':
      return refutesNoDeadlock(own, [claim.between[0].keys, claim.between[1].keys], shown)
    case 'NoDummies':
      return shown.some((keys) => keys.some((key) => isDummy(own, key)))
    case 'Interchangeable':
      return claim.of.keys.some((one) =>
        claim.of.keys.some((other) => one !== other && showsBetter(own, shown, one, other)),
      )
    case 'Ranks':
      return refutesRanks(own, claim.of.keys, shown)
    case 'Reachable':
      return shown.some(
        (keys) => !reaches(own, keys) && weighs(own, keys) >= heaviest(MAX_SIGNATURES, own.weights),
      )
    case 'Nested':
      return refutesNested(asked, shown)
    // A fraction is no set: it is counted again by the verdict. The others are about units.
    case 'Power':
    case 'Survives':
    case 'Withstands':
    case 'Recovers':
    case 'NoDictator':
    case 'NoVeto':
      return true
  }
}

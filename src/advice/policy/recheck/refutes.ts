/**
 * Whether the exhibits of a counterexample refute a claim, by the definition of the claim and by nothing
 * else. Each of them has to be part of the refutation; the order in which they stand does not matter.
 */
import * as O from 'fp-ts/lib/Option.js'
import { MAX_SIGNATURES, type Coalition, type ThresholdLevel } from '../../../kernel/model/index.js'
import type { Counterexample } from '../answer.js'
import type { Asked } from '../asked.js'
import type { Claim } from '../claim.js'
import { fallOf } from './fall.js'
import { isSpokenOf } from './spoken.js'
import { areInterchangeable, isDummy } from './standing.js'
import { showsFall } from './unit-exhibit.js'
import { heaviest, isMinimal, reaches, weighs, without, type Weighed } from './weighed.js'
import { isWithin } from './rivals.js'
import { otherOf, ownAt } from './well-formed.js'

type Shown = readonly Coalition[]

const all = (shown: Shown, isSought: (keys: Coalition) => boolean): boolean =>
  shown.length > 0 && shown.every(isSought)

const refutesComparison = (
  asked: Asked,
  claim: Claim & { readonly _tag: 'Compare' },
  own: Weighed,
  shown: Shown,
): boolean => {
  const other = otherOf(asked, claim)
  if (O.isNone(other)) return false
  const gains = all(shown, (keys) => reaches(own, keys) && !reaches(other.value, keys))
  const loses = all(shown, (keys) => !reaches(own, keys) && reaches(other.value, keys))
  // Where both rules are the same, no set shows that one is not stricter.
  const isEqual = (): boolean =>
    shown.length === 0 && isWithin(own, other.value) && isWithin(other.value, own)
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

/** Whether some people can act with one of two keys, and not with the other in its place. */
const showsBetter = (own: Weighed, shown: Shown, one: string, other: string): boolean =>
  all(shown, (keys) => {
    const context = keys.filter((key) => key !== one && key !== other)
    return (
      keys.length === context.length + 1 &&
      reaches(own, [...context, one]) &&
      !reaches(own, [...context, other])
    )
  })

const refutesRanks = (own: Weighed, ranked: Coalition, shown: Shown): boolean =>
  ranked.slice(1).some((lower, at) => {
    const upper = ranked[at] ?? ''
    const areAlone = all(shown, (keys) => keys.every((key) => key === upper || key === lower))
    return showsBetter(own, shown, lower, upper) || (areAlone && areInterchangeable(own, upper, lower))
  })

/** Who reaches this level reaches the one below. */
const BELOW: Readonly<Record<ThresholdLevel, ThresholdLevel>> = { High: 'Medium', Medium: 'Low', Low: 'Low' }

const refutesSignatures = (
  { atLeast, atMost }: Claim & { readonly _tag: 'Signatures' },
  own: Weighed,
  shown: Shown,
): boolean =>
  all(
    shown,
    (keys) =>
      (O.isSome(atLeast) && keys.length < atLeast.value && reaches(own, keys)) ||
      (O.isSome(atMost) && keys.length > atMost.value && isMinimal(own, keys)),
  )

/** Two groups that share nobody, and that can both act. */
const refutesProper = (own: Weighed, shown: Shown): boolean =>
  shown.length > 1 &&
  shown.every((keys) => reaches(own, keys)) &&
  new Set(shown.flat()).size === shown.flat().length

/** Two sides of which neither can act; between them are all signers. */
const isDeadlock = (own: Weighed, side: Coalition): boolean =>
  !reaches(own, side) && !reaches(own, without(own, side))

const refutesNoDeadlock = (own: Weighed, between: readonly [Coalition, Coalition], shown: Shown): boolean =>
  all(shown, (side) => {
    const rest = without(own, side)
    const isApart = between.some((one, at) => {
      const two = between[1 - at] ?? []
      return !one.some((key) => rest.includes(key)) && !two.some((key) => side.includes(key))
    })
    return isApart && isDeadlock(own, side)
  })

/** Whether the exhibits show that a claim is broken. */
export const isRefutedBy = (asked: Asked, claim: Claim, { exhibits, level }: Counterexample): boolean => {
  const own = ownAt(asked, level)
  const shown = exhibits.map(({ keys }) => keys)
  const fall = fallOf(claim)
  if (O.isSome(fall)) return showsFall(asked, own, fall.value, exhibits)
  switch (claim._tag) {
    case 'Can':
      return all(shown, (keys) => isSpokenOf(own, claim, keys) && !reaches(own, keys))
    case 'Cannot':
    case 'Needs':
    case 'Every':
      return all(shown, (keys) => isSpokenOf(own, claim, keys) && reaches(own, keys))
    case 'Signatures':
      return refutesSignatures(claim, own, shown)
    case 'Compare':
      return refutesComparison(asked, claim, own, shown)
    case 'Proper':
      return refutesProper(own, shown)
    case 'Strong':
      return all(shown, (side) => isDeadlock(own, side))
    case 'NoDeadlock':
      return refutesNoDeadlock(own, [claim.between[0].keys, claim.between[1].keys], shown)
    case 'NoDummies':
      return all(shown, (keys) => keys.length > 0 && keys.every((key) => isDummy(own, key)))
    case 'Interchangeable':
      return claim.of.keys.some((one) => claim.of.keys.some((other) => showsBetter(own, shown, one, other)))
    case 'Ranks':
      return refutesRanks(own, claim.of.keys, shown)
    case 'Reachable':
      return all(
        shown,
        (keys) => !reaches(own, keys) && weighs(own, keys) >= heaviest(MAX_SIGNATURES, own.weights),
      )
    case 'Nested':
      return all(shown, (keys) => reaches(own, keys) && !reaches(ownAt(asked, BELOW[level]), keys))
    // A fraction is no set: it is counted again by the verdict.
    case 'Power':
      return all(shown, (keys) => isSpokenOf(own, claim, keys))
    // They are about units.
    case 'Survives':
    case 'Withstands':
    case 'Recovers':
    case 'NoDictator':
    case 'NoVeto':
      return false
  }
}

/**
 * Claims decided a second time, each from its definition by the smallest method that does: sorting, sums
 * as bits of a number, truth tables. Nothing is shared with how they were decided first.
 */
import * as O from 'fp-ts/lib/Option.js'
import { MAX_SIGNATURES } from '../../../kernel/model/index.js'
import type { Asked } from '../asked.js'
import type { Claim } from '../claim.js'
import type { Answer } from '../answer.js'
import { levelOf } from '../claim.js'
import type { UnitKind } from '../policy-key.js'
import { canTake, copiesOf, type Event } from './copies.js'
import {
  allWhoSatisfyWin,
  allWhoWinSatisfy,
  asksForTheImpossible,
  noneWithJustEnoughWins,
} from './formula-extremes.js'
import { areInterchangeable, isDummy, standsInAlways } from './standing.js'
import { isBelow, shareOf } from './power-share.js'
import { isWithin, rivalAt, rivalOf } from './rivals.js'
import { hasBetween, hasLongMinimal, subsetSums } from './subset-sums.js'
import { heaviest, sumOf, weighedAt, weighs, without, type Weighed } from './weighed.js'

/** What is to be answered, or that a search grew too long. */
export type Verdict = Answer['_tag'] | 'TooLong'

/** True and false are decided; `undefined` is a search that grew too long. */
const told = (holds: boolean | undefined): Verdict =>
  holds === undefined ? 'TooLong' : holds ? 'Holds' : 'Violated'

const orVacuous = (isVacuous: boolean, decide: () => boolean | undefined): Verdict =>
  isVacuous ? 'Vacuous' : told(decide())

/** Whether no `count` units take so much that the rest falls short, or that they reach it themselves. */
const resists = (
  asked: Asked,
  weighed: Weighed,
  kind: UnitKind,
  count: number,
  event: Event,
  suffices: 'rest' | 'taken',
): Verdict => {
  const copies = copiesOf(asked.policy, kind, weighed)
  if (copies.untold.length > 0) return 'Unknown'
  const bad = suffices === 'rest' ? weighed.total - weighed.quota + 1 : weighed.quota
  const taken = canTake(copies, event, count, bad)
  // Of more units than there are, nothing is said where all of them together do no harm.
  return taken === false && count > copies.units.length
    ? 'Vacuous'
    : told(taken === undefined ? undefined : !taken)
}

const compared = (asked: Asked, claim: Claim & { readonly _tag: 'Compare' }, own: Weighed): Verdict => {
  const rival = rivalOf(asked, claim.other)
  if (rival._tag === 'NotKnown') return 'Unknown'
  const other = rivalAt(rival, asked.circumstances, claim.at.level)
  if (O.isNone(other)) return 'Holds'
  const [inside, outside] = [isWithin(own, other.value), isWithin(other.value, own)]
  switch (claim.relation) {
    case 'equals':
      return told(inside && outside)
    case 'stricter-than':
      return told(inside && !outside)
    case 'looser-than':
      return told(outside && !inside)
    case 'not-looser-than':
      return told(inside)
  }
}

const isNested = ({ account, circumstances }: Asked): boolean => {
  const at = (level: 'Low' | 'Medium' | 'High'): Weighed => weighedAt(circumstances)(level)(account.account)
  return isWithin(at('High'), at('Medium')) && isWithin(at('Medium'), at('Low'))
}

const hasNoDeadlock = (own: Weighed, one: readonly string[], other: readonly string[]): boolean => {
  const free = without(own, [...one, ...other]).map((id) => weighs(own, [id]))
  const fixed = weighs(own, one)
  const [least, most] = [own.total - own.quota + 1, own.quota - 1]
  return !hasBetween(subsetSums(free), least - fixed, most - fixed)
}

const powerIsWithin = (claim: Claim & { readonly _tag: 'Power' }, own: Weighed): boolean => {
  const share = shareOf(own, claim.of.keys[0] ?? '', claim.index)
  return (
    (O.isNone(claim.atLeast) || !isBelow(share, claim.atLeast.value)) &&
    (O.isNone(claim.atMost) || !isBelow(claim.atMost.value, share))
  )
}

/** What is to be answered under the circumstances of the question, if it is asked under no others. */
export const verdictAgain = (asked: Asked, claim: Claim): Verdict => {
  const own = weighedAt(asked.circumstances)(levelOf(claim))(asked.account.account)
  const { weights, total, quota } = own
  switch (claim._tag) {
    case 'Can':
      return orVacuous(asksForTheImpossible(claim.who), () => allWhoSatisfyWin(own, claim.who))
    case 'Cannot':
      return orVacuous(asksForTheImpossible(claim.who), () => noneWithJustEnoughWins(own, claim.who))
    case 'Needs': {
      const members = claim.of.keys.map((key) => weighs(own, [key]))
      const most = total - sumOf(members) + heaviest(claim.count - 1, members)
      return orVacuous(claim.count > claim.of.keys.length, () => most < quota)
    }
    case 'Survives':
      return resists(asked, own, claim.by, claim.lose, 'lost', 'rest')
    case 'Withstands':
      return resists(asked, own, claim.by, claim.steal, 'stolen', 'taken')
    case 'Recovers':
      return resists(asked, own, claim.by, claim.steal, 'stolen', 'rest')
    case 'NoDictator':
      return resists(asked, own, claim.by, 1, 'stolen', 'taken')
    case 'NoVeto':
      return resists(asked, own, claim.by, 1, 'lost', 'rest')
    case 'Every':
      return orVacuous(asksForTheImpossible(claim.has), () => allWhoWinSatisfy(own, claim.has))
    case 'Signatures': {
      const few = O.isNone(claim.atLeast) || heaviest(claim.atLeast.value - 1, weights) < quota
      const many = O.isNone(claim.atMost) || !hasLongMinimal(weights, quota, claim.atMost.value)
      return orVacuous(total < quota, () => few && many)
    }
    case 'Compare':
      return compared(asked, claim, own)
    case 'Proper':
      return told(!hasBetween(subsetSums(weights), quota, total - quota))
    case 'Strong':
      return told(!hasBetween(subsetSums(weights), total - quota + 1, quota - 1))
    case 'NoDeadlock': {
      const [one, other] = [claim.between[0].keys, claim.between[1].keys]
      const isNobody = one.length === 0 || other.length === 0 || one.some((key) => other.includes(key))
      return orVacuous(isNobody, () => hasNoDeadlock(own, one, other))
    }
    case 'NoDummies':
      return orVacuous(own.ids.length === 0, () => !own.ids.some((id) => isDummy(own, id)))
    case 'Interchangeable': {
      const [first = '', ...others] = claim.of.keys
      return orVacuous(others.length === 0, () => others.every((key) => areInterchangeable(own, first, key)))
    }
    case 'Ranks': {
      const { keys } = claim.of
      const falls = (): boolean => keys.slice(1).every((key, at) => standsInAlways(own, keys[at] ?? '', key))
      return orVacuous(keys.length < 2, falls)
    }
    case 'Power':
      return orVacuous(claim.of.keys.length === 0, () => powerIsWithin(claim, own))
    case 'Reachable':
      return told(heaviest(MAX_SIGNATURES, weights) >= quota)
    case 'Nested':
      return told(isNested(asked))
  }
}

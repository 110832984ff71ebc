/**
 * Numbers with which an account takes passengers: keys of weight 1 that win nothing and are needed for
 * nothing, while the old keys have exactly the power that they had. Old weights grow until between the
 * heaviest group that cannot act and the lightest that can there is more than all passengers weigh; the
 * threshold stands above both together. Multiplying all by one more than there are passengers is always
 * enough; smaller numbers are taken where they are exact as well. Not every choice of numbers is tried, so
 * that "none fit" is said of multiples, of equal weights for equal power, and of like proportions.
 */
import {
  MAX_WEIGHT,
  THRESHOLD_LEVELS,
  type Account,
  type ThresholdLevel,
} from '../../../kernel/model/index.js'
import { oldNumbersOf, otherNumbersOf, type OldNumbers, type OtherNumbers } from './other-numbers.js'

/** Weights in the order of the active signers, and the three thresholds. */
export interface PassengerNumbers {
  /** As many can be on board at once. */
  readonly passengers: number
  readonly weights: readonly number[]
  readonly thresholds: Readonly<Record<ThresholdLevel, number>>
}

/** Under other weights, the heaviest group that cannot act and the lightest that can, if one can. */
interface Edge {
  readonly losing: number
  readonly winning: number
}

/** For each weight that a group has, up to what is needed, the most and the least of the other weight. */
const edgeOf = (weights: readonly number[], needed: number, others: readonly number[]): Edge => {
  const most = new Array<number>(needed + 1).fill(Number.NEGATIVE_INFINITY)
  const least = new Array<number>(needed + 1).fill(Number.POSITIVE_INFINITY)
  most[0] = 0
  least[0] = 0
  weights.forEach((weight, at) => {
    const other = others[at] as number
    for (let sum = needed; sum >= 0; sum--) {
      if ((most[sum] as number) < 0) continue
      const to = Math.min(needed, sum + weight)
      most[to] = Math.max(most[to] as number, (most[sum] as number) + other)
      least[to] = Math.min(least[to] as number, (least[sum] as number) + other)
    }
  })
  return { losing: Math.max(...most.slice(0, needed)), winning: least[needed] as number }
}

interface Fit {
  readonly edges: Readonly<Record<ThresholdLevel, Edge>>
  /** As many passengers as these weights can take; less than 1 where they take none. */
  readonly places: number
  /** Where there is the least place. */
  readonly narrowest: ThresholdLevel
}

const placesAt = ({ losing, winning }: Edge): number => Math.min(winning, MAX_WEIGHT) - losing - 1

const fitOf = ({ weights, needed }: OldNumbers, candidate: OtherNumbers): Fit => {
  const edgeAt = (level: ThresholdLevel): Edge => edgeOf(weights, needed[level], candidate.weights)
  const edges = { Low: edgeAt('Low'), Medium: edgeAt('Medium'), High: edgeAt('High') }
  const places = Math.min(...THRESHOLD_LEVELS.map((level) => placesAt(edges[level])))
  const narrowest = THRESHOLD_LEVELS.find((level) => placesAt(edges[level]) === places) ?? 'High'
  return { edges, places, narrowest }
}

/** The threshold that people can follow, if it keeps passengers out, or the least that does. */
const thresholdFor = ({ losing, winning }: Edge, wanted: number, passengers: number): number => {
  const least = losing + passengers + 1
  return wanted >= least && wanted <= Math.min(winning, MAX_WEIGHT) ? wanted : least
}

const numbersOf = (
  { needed }: OldNumbers,
  { weights, preferred }: OtherNumbers,
  { edges }: Fit,
  passengers: number,
): PassengerNumbers => {
  const at = (level: ThresholdLevel): number =>
    thresholdFor(edges[level], preferred(needed[level]), passengers)
  return { passengers, weights, thresholds: { Low: at('Low'), Medium: at('Medium'), High: at('High') } }
}

/**
 * The first numbers that take so many passengers at once, or those that take the most; the level with
 * the least place, where no numbers take even one.
 */
export const passengerNumbers =
  (most: number) =>
  (account: Account): PassengerNumbers | ThresholdLevel => {
    const old = oldNumbersOf(account)
    let best: readonly [OtherNumbers, Fit] | undefined
    for (const candidate of otherNumbersOf(old)) {
      const fit = fitOf(old, candidate)
      if (fit.places >= most) return numbersOf(old, candidate, fit, most)
      if (best === undefined || fit.places > best[1].places) best = [candidate, fit]
    }
    if (best === undefined) throw new Error('invariant: there are numbers to try')
    const [candidate, fit] = best
    return fit.places >= 1 ? numbersOf(old, candidate, fit, fit.places) : fit.narrowest
  }

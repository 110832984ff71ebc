/**
 * Numbers with which an account takes passengers: keys of weight 1 that win nothing and are needed for
 * nothing, while the old keys have exactly the power that they had. Old weights grow until between the
 * heaviest group that cannot act and the lightest that can there is more than all passengers weigh; the
 * threshold stands above both together. Multiplying all by one more than there are passengers is always
 * enough; smaller numbers are taken where they are exact as well.
 */
import * as O from 'fp-ts/lib/Option.js'
import {
  activeSignersOf,
  MAX_WEIGHT,
  THRESHOLD_LEVELS,
  thresholdAt,
  type Account,
  type ThresholdLevel,
} from '../../../kernel/model/index.js'

/** Weights in the order of the active signers, and the three thresholds. */
export interface PassengerNumbers {
  readonly weights: readonly number[]
  readonly thresholds: Readonly<Record<ThresholdLevel, number>>
}

/** What it takes at a level. */
export const neededAt =
  (level: ThresholdLevel) =>
  ({ thresholds }: Account): number =>
    Math.max(1, thresholdAt(level)(thresholds))

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

/** Old numbers: weights that count, none above what any level takes. */
interface Old {
  readonly weights: readonly number[]
  readonly needed: Readonly<Record<ThresholdLevel, number>>
}

const oldNumbersOf = (account: Account): Old => {
  const needed = {
    Low: neededAt('Low')(account),
    Medium: neededAt('Medium')(account),
    High: neededAt('High')(account),
  }
  const most = Math.min(MAX_WEIGHT, Math.max(needed.Low, needed.Medium, needed.High))
  return { weights: activeSignersOf(account).map(({ weight }) => Math.min(weight, most)), needed }
}

/** Other weights for the old ones, and what a threshold would like to be. */
interface Candidate {
  readonly weights: readonly number[]
  readonly preferred: (needed: number) => number
}

/** First multiples, which people can follow; then the same proportions in ever larger numbers. */
function* candidatesOf({ weights }: Old): Generator<Candidate, void, undefined> {
  const heaviest = Math.max(1, ...weights)
  for (let times = 1; times * heaviest <= MAX_WEIGHT; times++)
    yield { weights: weights.map((weight) => weight * times), preferred: (needed) => needed * times }
  for (let top = 1; top < MAX_WEIGHT; top++)
    yield {
      weights: weights.map((weight) => Math.max(1, Math.round((weight * top) / heaviest))),
      preferred: () => 0,
    }
}

const thresholdFor = (
  old: Old,
  { weights, preferred }: Candidate,
  passengers: number,
  level: ThresholdLevel,
): O.Option<number> => {
  const needed = old.needed[level]
  const { losing, winning } = edgeOf(old.weights, needed, weights)
  const [least, most] = [losing + passengers + 1, Math.min(winning, MAX_WEIGHT)]
  const wanted = preferred(needed)
  return least > most ? O.none : O.some(wanted >= least && wanted <= most ? wanted : least)
}

/** Numbers for so many passengers at once; the level at which none fit where there are none. */
export const passengerNumbers =
  (passengers: number) =>
  (account: Account): PassengerNumbers | ThresholdLevel => {
    const old = oldNumbersOf(account)
    let obstacle: ThresholdLevel = 'High'
    for (const candidate of candidatesOf(old)) {
      const thresholds = { Low: 0, Medium: 0, High: 0 }
      const failing = THRESHOLD_LEVELS.find((level) => {
        const found = thresholdFor(old, candidate, passengers, level)
        if (O.isSome(found)) thresholds[level] = found.value
        return O.isNone(found)
      })
      if (failing === undefined) return { weights: candidate.weights, thresholds }
      obstacle = failing
    }
    return obstacle
  }

/**
 * Other numbers for those of an account, tried one after the other: whether the same people can act with
 * them, and how wide the gap below a threshold is, is for others to say.
 */
import {
  activeSignersOf,
  game as gameOf,
  MAX_WEIGHT,
  THRESHOLD_LEVELS,
  thresholdAt,
  type Account,
  type ThresholdLevel,
} from '../../../kernel/model/index.js'
import { interchangeable } from '../../coalition/index.js'

/** What it takes at a level. */
export const neededAt =
  (level: ThresholdLevel) =>
  ({ thresholds }: Account): number =>
    Math.max(1, thresholdAt(level)(thresholds))

/** OldNumbers numbers: weights that count, none above what any level takes. */
export interface OldNumbers {
  readonly weights: readonly number[]
  readonly needed: Readonly<Record<ThresholdLevel, number>>
}

/** The numbers of an account. */
export const oldNumbersOf = (account: Account): OldNumbers => {
  const needed = {
    Low: neededAt('Low')(account),
    Medium: neededAt('Medium')(account),
    High: neededAt('High')(account),
  }
  const most = Math.min(MAX_WEIGHT, Math.max(needed.Low, needed.Medium, needed.High))
  return { weights: activeSignersOf(account).map(({ weight }) => Math.min(weight, most)), needed }
}

/** For each signer those who can stand in for it at every level, itself among them. */
const classesOf = ({ weights, needed }: OldNumbers): readonly (readonly number[])[] => {
  const players = weights.map((weight, at) => ({ id: String(at), weight }))
  const classesAt = THRESHOLD_LEVELS.map((level) => interchangeable(gameOf(needed[level], players)))
  const own = players.map(({ id }) =>
    classesAt.map((classes) => classes.findIndex((of) => of.includes(id))).join(),
  )
  return own.map((mine) => own.flatMap((other, at) => (other === mine ? [at] : [])))
}

/** The weights themselves; and one weight for all who are equal in power, which leaves wider gaps. */
const basesOf = (old: OldNumbers): readonly (readonly number[])[] => {
  const classes = classesOf(old).map((of) => of.map((at) => old.weights[at] as number))
  const least = classes.map((of) => Math.min(...of))
  const all = [old.weights, least, classes.map((of) => Math.max(...of))]
  return all.filter((one, at) => all.findIndex((other) => other.join() === one.join()) === at)
}

/** Other weights for the old ones, and what a threshold would like to be. */
export interface OtherNumbers {
  readonly weights: readonly number[]
  readonly preferred: (needed: number) => number
}

/** First multiples, which people can follow; then the same proportions in ever larger numbers. */
export function* otherNumbersOf(old: OldNumbers): Generator<OtherNumbers, void, undefined> {
  const bases = basesOf(old).map((weights) => ({ weights, heaviest: Math.max(1, ...weights) }))
  for (const { weights, heaviest } of bases)
    for (let times = 1; times * heaviest <= MAX_WEIGHT; times++)
      yield { weights: weights.map((weight) => weight * times), preferred: (needed) => needed * times }
  for (const { weights, heaviest } of bases)
    for (let top = 1; top < MAX_WEIGHT; top++)
      yield {
        weights: weights.map((weight) => Math.max(1, Math.round((weight * top) / heaviest))),
        preferred: () => 0,
      }
}

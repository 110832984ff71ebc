/**
 * The same rule in smaller numbers. Signers who can stand in for each other get one weight, and weights
 * are tried from the smallest on: numbers say the same as before if, at every level, the lightest group
 * that can act weighs more than the heaviest that cannot.
 */
import * as O from 'fp-ts/lib/Option.js'
import { THRESHOLD_LEVELS, type ThresholdLevel } from '../../kernel/model/index.js'
import { classesOfKeys } from './player-classes.js'
import { weightOf, type Subject } from './subject.js'

/** Weights by key, and what each level takes. */
export interface SmallerNumbers {
  readonly weights: ReadonlyMap<string, number>
  readonly quotas: Readonly<Record<ThresholdLevel, number>>
}

/** How many of each class. */
type Profile = readonly number[]

/** Groups at the edge of a level, counted by class: the others follow from them. */
interface Edge {
  readonly winning: readonly Profile[]
  readonly losing: readonly Profile[]
}

const MOST_PROFILES = 1_000

/** Groups that are weighed, at most. Most accounts are decided by the first ten. */
const MOST_STEPS = 20_000

const sumOf = (weights: readonly number[], profile: Profile): number => {
  let sum = 0
  for (let at = 0; at < profile.length; at++) sum += (weights[at] as number) * (profile[at] as number)
  return sum
}

const profilesOf = (sizes: readonly number[]): readonly Profile[] =>
  sizes.reduce<readonly Profile[]>(
    (all, size) => all.flatMap((one) => Array.from({ length: size + 1 }, (_, count) => [...one, count])),
    [[]],
  )

/** Winning groups that lose with the lightest of them gone, losing groups that win with the lightest more. */
const edgeOf = (
  profiles: readonly Profile[],
  sizes: readonly number[],
  weights: readonly number[],
  quota: number,
): Edge => {
  const lightestIn = (profile: Profile): number => weights[profile.findLastIndex((count) => count > 0)] ?? 0
  const lightestOut = (profile: Profile): number =>
    weights[profile.findLastIndex((count, at) => count < (sizes[at] as number))] ?? 0
  const weighed = profiles.map((profile) => [profile, sumOf(weights, profile)] as const)
  return {
    winning: weighed
      .filter(([one, sum]) => sum >= quota && sum - lightestIn(one) < quota)
      .map(([one]) => one),
    losing: weighed
      .filter(([one, sum]) => sum < quota && sum + lightestOut(one) >= quota)
      .map(([one]) => one),
  }
}

/** Strictly falling weights of at least 1, none above those that are there; the smallest first. */
function* fallingWeights(
  most: readonly number[],
  first: readonly number[] = [],
): Generator<readonly number[], void, undefined> {
  const left = most.length - first.length
  if (left === 0) {
    yield first
    return
  }
  const limit = Math.min(most[first.length] as number, (first.at(-1) ?? Infinity) - 1)
  for (let weight = left; weight <= limit; weight++) yield* fallingWeights(most, [...first, weight])
}

/** The least quota with which weights keep an edge; none where they do not. */
const quotaFor = (weights: readonly number[], { winning, losing }: Edge): O.Option<number> => {
  let heaviest = 0
  for (const profile of losing) heaviest = Math.max(heaviest, sumOf(weights, profile))
  return winning.every((profile) => sumOf(weights, profile) > heaviest) ? O.some(heaviest + 1) : O.none
}

/** Smaller weights with which all three levels stay what they are; none where none were found in time. */
export const smallerNumbers = (subject: Subject): O.Option<SmallerNumbers> => {
  const classes = classesOfKeys(subject)
  const sizes = classes.map((keys) => keys.length)
  const current = classes.map((keys) => weightOf(subject, keys[0] ?? ''))
  const isSmallest = current.every((weight, at) => weight === current.length - at)
  if (isSmallest || sizes.reduce((product, size) => product * (size + 1), 1) > MOST_PROFILES) return O.none
  const profiles = profilesOf(sizes)
  const edges = THRESHOLD_LEVELS.map((level) =>
    edgeOf(profiles, sizes, current, subject.levels[level].game.quota),
  )
  const cost = edges.reduce((sum, { winning, losing }) => sum + winning.length + losing.length, 0)
  let steps = 0
  for (const weights of fallingWeights(current)) {
    steps += cost
    if (steps > MOST_STEPS || weights.every((weight, at) => weight === current[at])) return O.none
    const [low, medium, high] = edges.map((edge) => O.toUndefined(quotaFor(weights, edge)))
    if (low === undefined || medium === undefined || high === undefined) continue
    return O.some({
      weights: new Map(classes.flatMap((keys, at) => keys.map((key) => [key, weights[at] as number]))),
      quotas: { Low: low, Medium: medium, High: high },
    })
  }
  return O.none
}

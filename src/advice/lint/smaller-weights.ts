/**
 * The same rule in smaller numbers. Signers who can stand in for each other get one weight, and weights
 * are tried from the smallest on: numbers say the same as before if, at every level, the lightest group
 * that can act weighs more than the heaviest that cannot.
 */
import * as O from 'fp-ts/lib/Option.js'
import { THRESHOLD_LEVELS, type ThresholdLevel } from '../../kernel/model/index.js'
import { toThreshold, type NumberChange } from './fix-of.js'
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

/** Weights of the first so many of each class. Whichever of a class they are, they win the same. */
type Firsts = readonly (readonly number[])[]

const firstsOf = (weights: readonly (readonly number[])[]): Firsts =>
  weights.map((of) => of.reduce<readonly number[]>((sums, one) => [...sums, (sums.at(-1) ?? 0) + one], [0]))

/**
 * Winning groups that lose with the least of them gone, losing groups that win with the least more. The
 * least powerful are the last class.
 */
const edgeOf = (
  profiles: readonly Profile[],
  sizes: readonly number[],
  firsts: Firsts,
  quota: number,
): Edge => {
  const wins = (profile: Profile): boolean =>
    profile.reduce((sum, count, at) => sum + (firsts[at]?.[count] ?? 0), 0) >= quota
  const withOne = (profile: Profile, at: number, more: 1 | -1): Profile =>
    at < 0 ? profile : profile.with(at, (profile[at] as number) + more)
  const lighter = (profile: Profile): Profile =>
    withOne(
      profile,
      profile.findLastIndex((count) => count > 0),
      -1,
    )
  const heavier = (profile: Profile): Profile =>
    withOne(
      profile,
      profile.findLastIndex((count, at) => count < (sizes[at] as number)),
      1,
    )
  return {
    winning: profiles.filter((one) => wins(one) && !wins(lighter(one))),
    losing: profiles.filter((one) => !wins(one) && wins(heavier(one))),
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
  const current = classes.map((keys) => keys.map((key) => weightOf(subject, key)))
  const most = current.map((weights) => Math.max(...weights))
  const isCurrent = (weights: readonly number[]): boolean =>
    current.every((of, at) => of.every((one) => one === weights[at]))
  const isTooMuch = sizes.reduce((product, size) => product * (size + 1), 1) > MOST_PROFILES
  if (isTooMuch || isCurrent(classes.map((_, at) => classes.length - at))) return O.none
  const [profiles, firsts] = [profilesOf(sizes), firstsOf(current)]
  const edges = THRESHOLD_LEVELS.map((level) =>
    edgeOf(profiles, sizes, firsts, subject.levels[level].game.quota),
  )
  const cost = edges.reduce((sum, { winning, losing }) => sum + winning.length + losing.length, 0)
  let steps = 0
  for (const weights of fallingWeights(most)) {
    steps += cost
    if (steps > MOST_STEPS || isCurrent(weights)) return O.none
    const [low, medium, high] = edges.map((edge) => O.toUndefined(quotaFor(weights, edge)))
    if (low === undefined || medium === undefined || high === undefined) continue
    return O.some({
      weights: new Map(classes.flatMap((keys, at) => keys.map((key) => [key, weights[at] as number]))),
      quotas: { Low: low, Medium: medium, High: high },
    })
  }
  return O.none
}

/** What has to change, so that the account has these numbers. */
export const changesTo = (subject: Subject, { weights, quotas }: SmallerNumbers): readonly NumberChange[] => [
  ...[...weights]
    .map(([key, to]): NumberChange => ({ _tag: 'Weight', key, from: weightOf(subject, key), to }))
    .filter(({ from, to }) => from !== to),
  // A threshold of 0 takes 1 already; it is not what this is about.
  ...THRESHOLD_LEVELS.filter((level) => subject.levels[level].game.quota !== quotas[level]).map((level) =>
    toThreshold(subject, level, quotas[level]),
  ),
]

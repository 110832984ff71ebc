/**
 * Weights from wishes: the smallest numbers with which exactly those act who are to, at every level, or a
 * proof that there are none. What is found is asked about again, and a proof is counted again, before
 * anybody hears of it.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import {
  failure,
  MAX_SIGNATURES,
  MAX_WEIGHT,
  THRESHOLD_LEVELS,
  type Failure,
  type ThresholdLevel,
} from '../../../kernel/model/index.js'
import { placesOf, programOf, rangeRows, type Places } from './demands.js'
import { edgesOf, heaviestOf, lightestOf, type Edge } from './edges.js'
import { impossibility } from './impossibility.js'
import type { RuleTable } from './profile.js'
import { ruleOf, type Rule } from './rule.js'
import { ruleTable } from './rule-table.js'
import { leastIn, scaled, type Order } from './smallest-numbers.js'
import type { Trade } from './trade.js'
import { weighable } from './weighable.js'
import { checkedWishes, keysOfWishes, type Wish, type Wishes } from './wish.js'

/** What becomes of wishes. */
export type Synthesis =
  | {
      readonly _tag: 'Found'
      readonly rule: Rule
      /** Whether it is proved that nothing is smaller, in the order that `leastIn` has. */
      readonly isSmallest: boolean
    }
  /** There are no weights, of whatever size. */
  | { readonly _tag: 'Impossible'; readonly trade: Trade }
  /** There are weights, but none up to 255. */
  | { readonly _tag: 'TooLarge' }
  /** The search ended before it found anything. */
  | { readonly _tag: 'GaveUp' }

/** So often are inequalities solved, at most, where nobody says otherwise. */
export const STANDARD_EFFORT = 6_000

/** First the greatest quota, then all weights, then all quotas, then each weight. */
const orderOf = ({ classes }: RuleTable, { levels, unknowns }: Places): Order => {
  const costs = (cost: (place: number) => number): readonly number[] =>
    Array.from({ length: unknowns }, (_, place) => cost(place))
  const isQuota = (place: number): boolean => place >= classes.length && place < unknowns - 1
  return [
    costs((place) => (place === unknowns - 1 ? 1 : 0)),
    costs((place) => classes[place]?.length ?? 0),
    ...(levels.length > 0 ? [costs((place) => (isQuota(place) ? 1 : 0))] : []),
    ...classes.map((_, at) => costs((place) => (place === at ? 1 : 0))),
  ]
}

/** Whether numbers do exactly what is wished: all smallest groups act, and no largest other group. */
const isExact = (edges: readonly Edge[], { quotas }: Rule, weights: readonly number[]): boolean =>
  edges.every((edge) => {
    const [win, lose] = [lightestOf(edge, weights), heaviestOf(edge, weights)]
    const quota = quotas[edge.level]
    return (win === undefined || win.weight >= quota) && (lose === undefined || lose.weight < quota)
  })

const searched = (wishes: readonly Wish[], table: RuleTable, effort: number): Synthesis => {
  const edges = edgesOf(table)
  const places = placesOf(
    table.classes.length,
    wishes.map(({ level }) => level),
  )
  const found = weighable(places, edges)
  if (found._tag === 'NotWeighable') {
    const trade = impossibility(wishes)
    return O.isSome(trade) ? { _tag: 'Impossible', trade: trade.value } : { _tag: 'GaveUp' }
  }
  const program = programOf(places, edges)
  const known = scaled(program, withGreatest(found.numerators, places), (numbers) =>
    numbers.every((number) => number <= MAX_WEIGHT),
  )
  const least = leastIn(orderOf(table, places), program, [...rangeRows(places), ...found.demands], known, {
    left: effort,
  })
  if (least.numbers === undefined) return { _tag: least.isProved ? 'TooLarge' : 'GaveUp' }
  const rule = ruleOf(keysOfWishes(wishes), table, places, least.numbers)
  if (!isExact(edges, rule, least.numbers.slice(0, places.classes)))
    throw new Error('invariant: weights that were found do what is wished')
  return { _tag: 'Found', rule, isSmallest: least.isProved }
}

/** The last number is the greatest of all before it. */
const withGreatest = (numerators: readonly bigint[], { unknowns }: Places): readonly bigint[] => {
  const numbers = numerators.slice(0, unknowns - 1)
  return [...numbers, numbers.reduce((a, b) => (a > b ? a : b), 0n)]
}

/** All 21 signers would have to sign, and an envelope holds 20 signatures. */
const needsEverybody = ({ levels, strides, profiles, classes }: RuleTable): readonly ThresholdLevel[] =>
  classes.flat().length <= MAX_SIGNATURES
    ? []
    : levels
        .filter(
          ({ wins }) =>
            wins[profiles - 1] === 1 && strides.every((stride) => wins[profiles - 1 - stride] === 0),
        )
        .map(({ level }) => level)

/**
 * The smallest weights and thresholds with which exactly those act who are to.
 *
 * Keys that no wish tells apart weigh the same. `effort` is how often inequalities are solved at most:
 * where that is not enough, what was found is not proved to be the smallest, or nothing was found.
 *
 * Failures: those of `checkedWishes`, `too-many-signatures`.
 */
export const synthesize = (
  wishes: Wishes,
  effort = STANDARD_EFFORT,
): E.Either<readonly Failure[], Synthesis> => {
  const checked = checkedWishes(wishes)
  if (E.isLeft(checked)) return checked
  const sorted = THRESHOLD_LEVELS.flatMap((level) => wishes.wishes.filter((one) => one.level === level))
  const table = ruleTable(sorted)
  const everybody = needsEverybody(table)
  return everybody.length > 0
    ? E.left(
        everybody.map((level) =>
          failure(
            'too-many-signatures',
            `the wish for ${level.toLowerCase()} takes all ${String(MAX_SIGNATURES + 1)} signatures, and an envelope holds ${String(MAX_SIGNATURES)}`,
          ),
        ),
      )
    : E.right(searched(sorted, table, effort))
}

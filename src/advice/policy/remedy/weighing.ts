/**
 * Demands as inequalities. A set that must win weighs at least the quota of its level; one that must
 * lose, at least 1 less. Unknown are the weights of the keys and the quotas of the three levels.
 */
import { THRESHOLD_LEVELS, type ThresholdLevel } from '../../../kernel/model/index.js'
import type { Demand } from '../answer.js'
import type { Row } from '../solve/linear-program.js'

/** Weights in the order of the keys, then the quotas of low, medium and high, which are at least 1. */
export type Numbers = readonly number[]

/** A demand, who makes it, and what it says of the numbers. */
export interface Owned<A> extends Row {
  readonly owner: A
  readonly demand: Demand
}

/** Where the quota of a level stands, after so many weights. */
export const placeOf = (level: ThresholdLevel, keys: number): number => keys + THRESHOLD_LEVELS.indexOf(level)

/** A demand over these keys. Who is none of them weighs nothing. */
export const ownedBy =
  <A>(owner: A) =>
  (keys: readonly string[]) =>
  (demand: Demand): Owned<A> => {
    const sign = demand.must === 'win' ? 1 : -1
    const members = new Set(demand.keys)
    const coefficients: number[] = keys.map((key) => (members.has(key) ? sign : 0))
    for (const level of THRESHOLD_LEVELS) coefficients.push(level === demand.level ? -sign : 0)
    const weighed = { ...demand, keys: keys.filter((key) => members.has(key)) }
    return { owner, demand: weighed, coefficients, least: demand.must === 'win' ? 0 : 1 }
  }

/** How much more it is than it has to be; below 0 where the row is broken. */
export const slackOf =
  (numbers: Numbers) =>
  ({ coefficients, least }: Row): number =>
    coefficients.reduce((sum, times, index) => sum + times * (numbers[index] ?? 0), -least)

/** Whether numbers keep a row. */
export const isKeptBy = (numbers: Numbers): ((row: Row) => boolean) => {
  const slack = slackOf(numbers)
  return (row) => slack(row) >= 0
}

/** A demand, so often. */
export interface Counted {
  readonly demand: Demand
  readonly times: bigint
}

const timesOf = (counted: readonly Counted[], good: (demand: Demand) => boolean): bigint =>
  counted.reduce((sum, { demand, times }) => (good(demand) ? sum + times : sum), 0n)

/**
 * Whether demands, counted so often, leave no weights at all. The sets that must win have no key more
 * often than those that must lose, and at each level there are as many of them or more: then the first
 * weigh no more than the second, though they have to. Nobody at all can win, either.
 */
export const addsUp = (counted: readonly Counted[]): boolean => {
  const keys = new Set(counted.flatMap(({ demand }) => demand.keys))
  const count = (must: Demand['must'], also: (demand: Demand) => boolean): bigint =>
    timesOf(counted, (demand) => demand.must === must && also(demand))
  const isLess = (also: (demand: Demand) => boolean): boolean => count('win', also) <= count('lose', also)
  const anything = (): boolean => true
  return (
    counted.every(({ times }) => times > 0n) &&
    [...keys].every((key) => isLess((demand) => demand.keys.includes(key))) &&
    THRESHOLD_LEVELS.every(
      (level) =>
        count('win', (demand) => demand.level === level) >= count('lose', (demand) => demand.level === level),
    ) &&
    (count('lose', anything) > 0n || count('win', anything) > 0n)
  )
}

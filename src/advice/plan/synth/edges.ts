/**
 * The edges of a table: the smallest groups that are to act, and the largest that are not. Weights that
 * are right for these are right for everybody.
 */
import type { ThresholdLevel } from '../../../kernel/model/index.js'
import { countAt, profileOf, type Profile, type RuleTable } from './profile.js'

/** Profiles one after the other, each with as many counts as there are classes. */
export interface Edge {
  readonly level: ThresholdLevel
  readonly winning: Uint8Array
  readonly losing: Uint8Array
}

/** Whether a profile acts, and nobody of it can be spared. */
const isMinimal = (table: RuleTable, wins: Uint8Array, profile: number): boolean =>
  wins[profile] === 1 &&
  table.strides.every((stride, place) => countAt(table, profile, place) === 0 || wins[profile - stride] === 0)

/** Whether a profile does not act, and would with anybody more. */
const isMaximal = (table: RuleTable, wins: Uint8Array, profile: number): boolean =>
  wins[profile] === 0 &&
  table.strides.every(
    (stride, place) =>
      countAt(table, profile, place) === table.classes[place]?.length || wins[profile + stride] === 1,
  )

const flat = (table: RuleTable, isIn: (profile: number) => boolean): Uint8Array => {
  const counts: number[] = []
  for (let profile = 0; profile < table.profiles; profile++)
    if (isIn(profile)) counts.push(...profileOf(table, profile))
  return Uint8Array.from(counts)
}

/** The edge of each level. */
export const edgesOf = (table: RuleTable): readonly Edge[] =>
  table.levels.map(({ level, wins }) => ({
    level,
    winning: flat(table, (profile) => isMinimal(table, wins, profile)),
    losing: flat(table, (profile) => isMaximal(table, wins, profile)),
  }))

/** A profile with what its keys weigh. */
export interface Extreme {
  readonly profile: Profile
  readonly weight: number
}

/** The profile that weighs most, or least where weights are counted as `-1`; none where there are none. */
const extreme = (flatProfiles: Uint8Array, weights: readonly number[], sign: 1 | -1): Extreme | undefined => {
  const width = weights.length
  let [found, best] = [-1, 0]
  for (let start = 0; start < flatProfiles.length; start += width) {
    let sum = 0
    for (let place = 0; place < width; place++)
      sum += (flatProfiles[start + place] as number) * (weights[place] as number)
    if (found < 0 || sign * sum > sign * best) [found, best] = [start, sum]
  }
  return found < 0 ? undefined : { profile: [...flatProfiles.subarray(found, found + width)], weight: best }
}

/** The lightest of the groups that are to act. */
export const lightestOf = ({ winning }: Edge, weights: readonly number[]): Extreme | undefined =>
  extreme(winning, weights, -1)

/** The heaviest of the groups that are not. */
export const heaviestOf = ({ losing }: Edge, weights: readonly number[]): Extreme | undefined =>
  extreme(losing, weights, 1)

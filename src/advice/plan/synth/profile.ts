/**
 * Groups counted by class: so many of each, where the keys of a class can stand in for each other. Each
 * such profile has a number, so that what is known of all of them is an array.
 */
import type { ThresholdLevel } from '../../../kernel/model/index.js'

/** How many of each class. */
export type Profile = readonly number[]

/** Keys in classes. A profile has a number: its counts are digits, and `strides` says what each is worth. */
export interface Classes {
  readonly classes: readonly (readonly string[])[]
  readonly strides: readonly number[]
  /** How many profiles there are. */
  readonly profiles: number
}

/** Who is to reach a level: 1 for each profile that is to act. */
export interface LevelTable {
  readonly level: ThresholdLevel
  readonly wins: Uint8Array
}

/** All wishes, over one set of classes. */
export interface RuleTable extends Classes {
  readonly levels: readonly LevelTable[]
}

/** Classes with their numbering. */
export const numbered = (classes: readonly (readonly string[])[]): Classes => {
  const strides: number[] = []
  let profiles = 1
  for (const keys of classes) {
    strides.push(profiles)
    profiles *= keys.length + 1
  }
  return { classes, strides, profiles }
}

/** How many of a class a profile has, by its number. */
export const countAt = ({ classes, strides }: Classes, profile: number, place: number): number =>
  Math.floor(profile / (strides[place] as number)) % ((classes[place] as readonly string[]).length + 1)

/** The counts of a profile. */
export const profileOf = (classes: Classes, profile: number): Profile =>
  classes.classes.map((_, place) => countAt(classes, profile, place))

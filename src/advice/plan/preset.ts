/**
 * Presets: accounts that people set up again and again, as data with parameters.
 *
 * A preset names its keys and says nothing of whose they are. Its parameters are whole numbers and one
 * list of names; where a number is left out, it is the one of the document that the preset comes from.
 */
import type { Claim } from './claim.js'
import type { Alias, Configuration } from './configuration.js'

/** What a preset is filled with. */
export interface Given<N extends string> {
  /** The name of the key that the account is named by. */
  readonly master: Alias
  readonly keys: readonly Alias[]
  readonly numbers: Readonly<Record<N, number>>
}

/** A range, and why it ends where it ends. */
export interface Range {
  readonly least: number
  readonly most: number
  /** Words that follow "because". */
  readonly because: string
}

/** A parameter that is a whole number. What it depends on are the names, and numbers that stand before it. */
export interface NumberParameter<N extends string> {
  readonly summary: string
  standard(given: Given<N>): number
  /** The standard number in words. */
  readonly standardSays: string
  range(given: Given<N>): Range
}

/** The parameter that lists names of keys. */
export interface KeysParameter {
  readonly summary: string
  readonly least: number
  readonly most: number
}

/** The names that the document uses, or an example does. */
export interface Example {
  /** The account, as a whole. */
  readonly account: Alias
  readonly master: Alias
  readonly keys: readonly Alias[]
}

/** A preset whose numbers have these names. */
export interface PresetParts<N extends string> {
  /** The name of its file. */
  readonly id: string
  /** One line: no full stop. */
  readonly summary: string
  /** What people want it for: whole sentences. */
  readonly purpose: string
  readonly example: Example
  readonly keys: KeysParameter
  /** In the order in which they are filled in. */
  readonly numbers: Readonly<Record<N, NumberParameter<N>>>
  build(given: Given<N>): Configuration
  /** What it does protect from. */
  promises(given: Given<N>): readonly Claim[]
  /** What it does not protect from, although people may think so. */
  notProtected(given: Given<N>): readonly Claim[]
}

/** A preset of which the names of the numbers are not known: what it is filled with is checked by `fill`. */
export type Preset = PresetParts<string>

/** An account of a policy: the account itself, and where each of its numbers is written. */
import type * as O from 'fp-ts/lib/Option.js'
import type { Account, ThresholdLevel } from '../../kernel/model/index.js'
import type { Place } from './place.js'

/** The preset that an account was filled from; its numbers are not written anywhere. */
export interface FromPreset {
  readonly preset: string
  readonly place: Place
}

/** An account by its name. */
export interface PolicyAccount {
  readonly name: string
  readonly account: Account
  readonly place: Place
  readonly preset: O.Option<FromPreset>
  readonly masterPlace: Place
  readonly thresholdPlaces: Readonly<Record<ThresholdLevel, Place>>
  /** Where the weight of each signer is said, by its StrKey; members of one group share a place. */
  readonly signerPlaces: ReadonlyMap<string, Place>
}

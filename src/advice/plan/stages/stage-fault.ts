/**
 * What can be wrong with an account between two configurations: somebody has power who has it neither
 * before nor after, or those who are known to be able to sign no longer have enough.
 */
import type * as O from 'fp-ts/lib/Option.js'
import type { Coalition, ThresholdLevel } from '../../../kernel/model/index.js'

/** Three numbers side by side. */
export type Throughout = readonly [before: number, meanwhile: number, after: number]

/** One fault, with the keys that show it (StrKeys). */
export type StageFault =
  /** They can act in this state, and neither before nor after. */
  | {
      readonly _tag: 'GainsPower'
      readonly level: ThresholdLevel
      readonly keys: Coalition
      /** The pre-authorized transaction of which this is true; none where it is true of every other. */
      readonly given: O.Option<string>
      /** What they weigh, with what that transaction adds. */
      readonly sums: Throughout
      /** What it takes, at least 1. */
      readonly needed: Throughout
    }
  /** Not even all keys together can change the account: `sum` in so many signatures as fit is too little. */
  | {
      readonly _tag: 'Locked'
      readonly level: ThresholdLevel
      readonly keys: Coalition
      readonly sum: number
      readonly needed: number
      /** Enough weight, but more signatures than an envelope holds. */
      readonly isOverfull: boolean
    }
  /** Those of whom it is known that they can sign are not enough: neither forward nor back. */
  | {
      readonly _tag: 'ProvenCannotAct'
      readonly level: ThresholdLevel
      readonly keys: Coalition
      readonly sum: number
      readonly needed: number
      /** Signers of whom it is not known, or who cannot. */
      readonly unproven: Coalition
    }
  /** These may be lost before and after without harm, and here the others are then too few. */
  | {
      readonly _tag: 'ToleratesLess'
      readonly level: ThresholdLevel
      readonly keys: Coalition
      readonly tolerated: number
      /** What is tolerated before and after: the lesser of both. */
      readonly demanded: number
    }
  /** No account of the network can be like this. */
  | { readonly _tag: 'NotAllowed'; readonly limit: Limit; readonly keys: Coalition }

/** What the network does not allow. */
export type Limit =
  /** More than 20 signers beside the master key. */
  | 'too-many-signers'
  /** A weight or threshold above 255; no keys where it is a threshold. */
  | 'number-out-of-range'
  /** The account's own key, whose weight is the master weight. */
  | 'own-key-as-signer'
  | 'signer-twice'

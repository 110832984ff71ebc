/**
 * The three thresholds of an account (xdr `Thresholds`; the fourth byte there, the master weight, is
 * a weight and lives with the account).
 */
import type { Weight } from './weight.js'

/** The protocol's threshold categories. */
export type ThresholdLevel = 'Low' | 'Medium' | 'High'

/** All levels, weakest first. */
export const THRESHOLD_LEVELS: readonly ThresholdLevel[] = ['Low', 'Medium', 'High']

/** The weight needed at each level, 0 to 255. A threshold of 0 is set, and still needs one signer. */
export interface Thresholds {
  readonly low: Weight
  readonly medium: Weight
  readonly high: Weight
}

/** The thresholds of a new account (all zero). */
export const NO_THRESHOLDS: Thresholds = { low: 0, medium: 0, high: 0 }

/** The threshold of a level. */
export const thresholdAt =
  (level: ThresholdLevel) =>
  (thresholds: Thresholds): Weight => {
    switch (level) {
      case 'Low':
        return thresholds.low
      case 'Medium':
        return thresholds.medium
      case 'High':
        return thresholds.high
    }
  }

/**
 * Which threshold an operation must reach on its source (stellar-core `getThresholdLevel` of each
 * `*OpFrame.cpp`; the default is in `OperationFrame.cpp`).
 *
 * Medium unless listed. The level of a type has never changed from one protocol to another; what
 * changed is which types exist, and that is in `operation-support.ts`.
 */
import * as O from 'fp-ts/lib/Option.js'
import type { Operation, OperationType, SetOptions, ThresholdLevel } from '../model/index.js'

/** A type whose level is not Medium, and the core file that says so. */
export interface LevelException {
  readonly level: ThresholdLevel
  readonly source: string
}

/** Every type whose level is always the same and not Medium. SetOptions depends on its fields. */
export const LEVEL_EXCEPTIONS: Readonly<Partial<Record<OperationType, LevelException>>> = {
  AllowTrust: { level: 'Low', source: 'TrustFlagsOpFrameBase.cpp' },
  SetTrustLineFlags: { level: 'Low', source: 'TrustFlagsOpFrameBase.cpp' },
  Inflation: { level: 'Low', source: 'InflationOpFrame.cpp' },
  BumpSequence: { level: 'Low', source: 'BumpSequenceOpFrame.cpp' },
  ClaimClaimableBalance: { level: 'Low', source: 'ClaimClaimableBalanceOpFrame.cpp' },
  ExtendFootprintTTL: { level: 'Low', source: 'ExtendFootprintTTLOpFrame.cpp' },
  RestoreFootprint: { level: 'Low', source: 'RestoreFootprintOpFrame.cpp' },
  AccountMerge: { level: 'High', source: 'MergeOpFrame.cpp' },
}

/**
 * Whether a SetOptions touches signers, weights or thresholds. Presence decides, not change: a master
 * weight of 0, or set to what it already is, is High (`SetOptionsOpFrame::getThresholdLevel`).
 */
export const changesAuthority = (operation: SetOptions): boolean =>
  O.isSome(operation.masterWeight) ||
  O.isSome(operation.lowThreshold) ||
  O.isSome(operation.mediumThreshold) ||
  O.isSome(operation.highThreshold) ||
  O.isSome(operation.signer)

/**
 * The level that an operation must reach on its source.
 *
 * @example
 * ```ts
 * import * as O from 'fp-ts/lib/Option.js'
 * import { thresholdLevelOf } from 'quorate/kernel'
 *
 * console.log(thresholdLevelOf({ _tag: 'BumpSequence', source: O.none, bumpTo: 7n }))
 * // => Low
 * ```
 */
export const thresholdLevelOf = (operation: Operation): ThresholdLevel =>
  operation._tag === 'SetOptions'
    ? changesAuthority(operation)
      ? 'High'
      : 'Medium'
    : (LEVEL_EXCEPTIONS[operation._tag]?.level ?? 'Medium')

/**
 * The checker of one signature list: hash, signatures, which of them were used, and how many
 * verifications were spent. One exists for each list and serves every check on it, so that a signature
 * may count in many checks (stellar-core `SignatureChecker`).
 *
 * Mutable inside one evaluation, and never seen outside it.
 */
import type { DecoratedSignature, Hash, Weight } from '../model/index.js'
import { holds, VERIFICATION_BUDGET, type Protocol } from '../protocol/index.js'
import { rememberProofs, type Prove } from '../signature/index.js'

/** The state of one signature list while it is judged. */
export interface Checker {
  readonly hash: Hash
  readonly signatures: readonly DecoratedSignature[]
  readonly used: boolean[]
  readonly prove: Prove
  readonly addWeight: (total: number, weight: Weight) => number
  /** Ed25519 comparisons that may be made; each counts, also one whose answer was remembered. */
  readonly budget: number
  spent: number
}

/** What a weight counts for at most, whatever the ledger holds. */
export const cappedWeight = (weight: Weight): number => Math.min(weight, 255)

const addCapped = (total: number, weight: Weight): number => total + cappedWeight(weight)

/** Before protocol 10 the raw weight went into a signed 32-bit sum: 2^32 - 1 counted as -1. */
const addWrapping = (total: number, weight: Weight): number => (total + weight) | 0

/** A fresh checker for a signature list. */
export const checker = (
  protocol: Protocol,
  prove: Prove,
  hash: Hash,
  signatures: readonly DecoratedSignature[],
): Checker => ({
  hash,
  signatures,
  used: signatures.map(() => false),
  prove: rememberProofs(prove),
  addWeight: holds(protocol)('weightCap') ? addCapped : addWrapping,
  budget: holds(protocol)('verificationBudget') ? VERIFICATION_BUDGET : Infinity,
  spent: 0,
})

/** A copy on which one can go on checking without a trace in the original. */
export const rehearsal = (of: Checker): Checker => ({ ...of, used: [...of.used] })

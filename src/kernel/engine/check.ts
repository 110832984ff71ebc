/**
 * One check: do these signatures reach the needed weight with these signers?
 *
 * A transcription of stellar-core's `SignatureChecker::checkSignature`; hold the two side by side. What
 * surprises people is all here: the sum is compared only after a match, so that a needed weight of 0
 * still takes one signer; the walk stops as soon as enough weight is reached, so that later signatures
 * stay unused; kinds are walked one after the other, so that a hash(x) preimage counts before any
 * signature, wherever it stands in the list.
 */
import type { Signer, Weight } from '../model/index.js'
import { isPreAuthorized } from '../signature/index.js'
import type { Checker } from './checker.js'
import type { Candidate, SignerSet } from './signer-set.js'

/** What became of one attempt to count a signer. */
export type Step =
  /** The hash of this very envelope is among the signers: weight without a signature. */
  | { readonly _tag: 'PreAuthorized'; readonly signer: Signer }
  /** The signature proves the signer, and its weight was added. */
  | { readonly _tag: 'Counted'; readonly signature: number; readonly signer: Signer }
  /** The hint fits, the proof does not. */
  | { readonly _tag: 'NotProved'; readonly signature: number; readonly signer: Signer }
  /** The hint fits, and nothing was verified: the list's budget was spent (protocol 28). */
  | { readonly _tag: 'OverBudget'; readonly signature: number; readonly signer: Signer }

/** The outcome of one check. */
export interface CheckResult {
  readonly met: boolean
  readonly needed: Weight
  /** The weight that was reached; not more than the walk needed, where it was met. */
  readonly counted: number
  readonly steps: readonly Step[]
}

/** Whether a comparison is counted against the budget: a 64-byte signature against a public key. */
const isVerification = (candidate: Candidate, signature: Uint8Array): boolean =>
  candidate.signer.key._tag !== 'HashX' && signature.length === 64

/**
 * Checks one signer set against the list. Marks the signatures that it used, also where it fails: the
 * network never takes a mark back.
 */
export const check = (list: Checker, { preAuthTx, groups }: SignerSet, needed: Weight): CheckResult => {
  const steps: Step[] = []
  let counted = 0
  const result = (met: boolean): CheckResult => ({ met, needed, counted, steps })

  for (const signer of preAuthTx) {
    if (!isPreAuthorized(list.hash, signer.key)) continue
    steps.push({ _tag: 'PreAuthorized', signer })
    counted = list.addWeight(counted, signer.weight)
    if (counted >= needed) return result(true)
  }

  for (const group of groups) {
    // One signature satisfies one signer of a group at most, and no signer is satisfied twice.
    const remaining = [...group]
    for (const [index, decorated] of list.signatures.entries()) {
      for (const [at, candidate] of remaining.entries()) {
        if (candidate.hint !== decorated.hint) continue
        const { signer } = candidate
        if (isVerification(candidate, decorated.signature)) {
          if (list.spent >= list.budget) {
            steps.push({ _tag: 'OverBudget', signature: index, signer })
            continue
          }
          list.spent++
        }
        if (!list.prove(list.hash, decorated, signer.key)) {
          steps.push({ _tag: 'NotProved', signature: index, signer })
          continue
        }
        steps.push({ _tag: 'Counted', signature: index, signer })
        list.used[index] = true
        counted = list.addWeight(counted, signer.weight)
        if (counted >= needed) return result(true)
        remaining.splice(at, 1)
        break
      }
    }
  }
  return result(false)
}

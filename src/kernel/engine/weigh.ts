/**
 * Weighing: who of some signers signed a hash, and is it enough? The check of one requirement on its own,
 * for signatures that authorize something other than running an envelope, such as a login (SEP-10).
 *
 * Whether it is enough is asked of `check`, as for any operation. Who signed is asked of the same walk
 * without an end, because those who sign beyond what is needed are no surplus here; all answers of one
 * list share one memory, so that nothing is verified twice.
 */
import type { DecoratedSignature, Hash, Signer, Weight } from '../model/index.js'
import type { Protocol } from '../protocol/index.js'
import type { Prove } from '../signature/index.js'
import { check } from './check.js'
import { checker, rehearsal } from './checker.js'
import { signerSet } from './signer-set.js'

/** A signer and the position of the signature that proves it. */
export interface SignedBy {
  readonly signer: Signer
  readonly signature: number
}

/** What came of weighing some signers. */
export interface Weighing {
  /** Whether they reach the needed weight. A needed weight of 0 still takes one of them. */
  readonly met: boolean
  readonly needed: Weight
  /** The weight of all who signed, also beyond what is needed. */
  readonly weight: number
  /** All who signed, each once, in the order in which the network walks them. */
  readonly signed: readonly SignedBy[]
}

/** What is signed, and by whom it claims to be. */
export interface SignatureList {
  readonly hash: Hash
  readonly signatures: readonly DecoratedSignature[]
}

/**
 * Weighs signers against one list of signatures.
 *
 * @example
 * ```ts
 * import { masterKeyOf, parseAccountId, signer, weigher, DEFAULT_PROTOCOL } from 'quorate/kernel'
 *
 * const id = parseAccountId('GA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVSGZ')
 * const unsigned = { hash: new Uint8Array(32), signatures: [] }
 * const weigh = weigher({ protocol: DEFAULT_PROTOCOL, prove: () => true })(unsigned)
 * if (id._tag === 'Right') console.log(weigh([signer(masterKeyOf(id.right), 1)], 0).met)
 * // => false
 * ```
 */
export const weigher =
  ({ protocol, prove }: { readonly protocol: Protocol; readonly prove: Prove }) =>
  ({ hash, signatures }: SignatureList): ((signers: readonly Signer[], needed: Weight) => Weighing) => {
    const list = checker(protocol, prove, hash, signatures)
    return (signers, needed) => {
      const set = signerSet(signers)
      const all = check(rehearsal(list), set, Infinity)
      return {
        met: check(rehearsal(list), set, needed).met,
        needed,
        weight: all.counted,
        signed: all.steps.flatMap((step) =>
          step._tag === 'Counted' ? [{ signer: step.signer, signature: step.signature }] : [],
        ),
      }
    }
  }

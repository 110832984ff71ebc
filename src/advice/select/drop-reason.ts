/** Why a signature is left out, by name and with what it takes to say so. */
import type { Fate, Hint, Signer } from '../../kernel/index.js'

/** Why a signature is of no use, or does harm. */
export type DropReason =
  /** It proves a signer that the signature at this position already proves. */
  | { readonly _tag: 'Duplicate'; readonly of: number; readonly signer: Signer }
  /** It would prove this signer under the expected hint; under its own it is never tried. */
  | { readonly _tag: 'WrongHint'; readonly signer: Signer; readonly expected: Hint }
  /** Its hint is that of these signers, and it proves none of them: made for another envelope or network. */
  | { readonly _tag: 'NotProved'; readonly signers: readonly Signer[] }
  /** Its hint is that of these signers, and the network makes no more verifications (protocol 28). */
  | { readonly _tag: 'OverBudget'; readonly signers: readonly Signer[] }
  /** Nobody who can sign here has its hint. */
  | { readonly _tag: 'Stranger' }
  /** Nobody among the accounts that were fetched has its hint; others decide too. */
  | { readonly _tag: 'Unknown' }
  /** The network refuses the envelope before it looks at signatures. */
  | { readonly _tag: 'NotJudged' }
  /** It proves these signers, and the weight is reached without it. */
  | { readonly _tag: 'NotNeeded'; readonly signers: readonly Signer[] }
  /** It signs the inner signatures as they were, and they change. */
  | { readonly _tag: 'Voided' }

/** A signature that is left out: its position in its list, and why. */
export interface Dropped {
  readonly signature: number
  readonly reason: DropReason
}

/** The reason that a signature's fate gives; `signers` are those that it proves. */
export const dropReasonOf =
  (signers: readonly Signer[]) =>
  (fate: Fate): DropReason => {
    switch (fate._tag) {
      case 'Duplicate':
      case 'WrongHint':
      case 'NotProved':
      case 'OverBudget':
      case 'Stranger':
      case 'Unknown':
      case 'NotJudged':
        return fate
      case 'Used':
      case 'NotReached':
      case 'Surplus':
        return { _tag: 'NotNeeded', signers }
    }
  }

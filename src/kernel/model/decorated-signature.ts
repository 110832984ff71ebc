/**
 * Decorated signatures: up to 64 bytes with the four bytes that say whose they may be
 * (xdr `DecoratedSignature`). The bytes of a hash(x) signer are the preimage itself.
 */
import type { Bytes } from './bytes.js'

/** Four bytes as one unsigned 32-bit number, so that hints compare with `===`. */
export type Hint = number

/** One entry of an envelope's signature list. */
export interface DecoratedSignature {
  readonly hint: Hint
  readonly signature: Bytes
}

/** An envelope's list holds at most so many (a fee bump has two lists). */
export const MAX_SIGNATURES = 20

/** The eight hexadecimal digits of a hint. */
export const hintToHex = (hint: Hint): string => hint.toString(16).padStart(8, '0')

/** Decorated signatures in XDR: the list after a transaction (`DecoratedSignature signatures<20>`). */
import type { xdr } from '@stellar/stellar-base'
import type { Bytes, DecoratedSignature, Hint } from '../../kernel/model/index.js'

/** Four bytes as the number that hints are compared by. */
export const hintOf = (bytes: Bytes): Hint =>
  (((bytes[0] ?? 0) << 24) | ((bytes[1] ?? 0) << 16) | ((bytes[2] ?? 0) << 8) | (bytes[3] ?? 0)) >>> 0

/** The signatures of a list, in its order. */
export const signaturesOf = (list: readonly xdr.DecoratedSignature[]): readonly DecoratedSignature[] =>
  list.map((entry) => ({ hint: hintOf(entry.hint()), signature: entry.signature() }))

/**
 * How many bytes a list takes on the wire: a count, and for each a hint, a length and padded bytes.
 * What is signed is found by cutting these bytes off, so that it is never encoded anew.
 */
export const encodedSizeOf = (signatures: readonly DecoratedSignature[]): number => {
  let size = 4
  for (const { signature } of signatures) size += 8 + ((signature.length + 3) & ~3)
  return size
}

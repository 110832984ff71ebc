/** Merging: several partially signed copies of one envelope as one. */
import * as E from 'fp-ts/lib/Either.js'
import { equalBytes, type DecoratedSignature, type Envelope, type Hash } from '../../../kernel/index.js'

/** Two of the copies are not the same transaction, or of a fee bump not with the same inner signatures. */
export interface DifferentTransactions {
  readonly _tag: 'DifferentTransactions'
  /** Positions among the copies, and their hashes. */
  readonly copies: readonly [number, number]
  readonly hashes: readonly [Hash, Hash]
}

const isSame = (a: DecoratedSignature, b: DecoratedSignature): boolean =>
  a.hint === b.hint && equalBytes(a.signature, b.signature)

const union = (
  before: readonly DecoratedSignature[],
  more: readonly DecoratedSignature[],
): readonly DecoratedSignature[] => {
  const all = [...before]
  for (const one of more) if (!all.some((other) => isSame(one, other))) all.push(one)
  return all
}

/**
 * The first copy with the signatures of all, in the order of the copies; the same signature once. A list
 * may come out longer than an envelope can hold: trim it.
 *
 * Failure: `DifferentTransactions`.
 */
export const mergeEnvelopes = (
  first: Envelope,
  ...others: readonly Envelope[]
): E.Either<DifferentTransactions, Envelope> => {
  let signatures = others.length === 0 ? first.signatures : union([], first.signatures)
  for (const [at, other] of others.entries()) {
    if (first._tag !== other._tag || !equalBytes(first.hash, other.hash))
      return E.left({
        _tag: 'DifferentTransactions',
        copies: [0, at + 1],
        hashes: [first.hash, other.hash],
      })
    signatures = union(signatures, other.signatures)
  }
  return E.right({ ...first, signatures })
}

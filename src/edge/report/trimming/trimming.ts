/** Everything that is told of trimming one envelope, or several copies of it. */
import * as E from 'fp-ts/lib/Either.js'
import type * as O from 'fp-ts/lib/Option.js'
import type {
  DifferentTransactions,
  InnerTrimmed,
  Trimmed,
  TrimFailure,
} from '../../../advice/select/index.js'
import type { DecoratedSignature, Envelope, Network } from '../../../kernel/model/index.js'
import type { Protocol } from '../../../kernel/protocol/index.js'
import type { AsOf } from '../as-of.js'
import type { Names } from '../names.js'

/** What came of it, where the copies are of one transaction. */
export type TrimResult = E.Either<Exclude<TrimFailure, DifferentTransactions>, Trimmed | InnerTrimmed>

/** A copy, and what it is called. */
export interface Copy {
  readonly name: string
  readonly envelope: Envelope
}

/** What was trimmed, and what came of it. */
export interface TrimmingReport {
  readonly network: Network
  readonly protocol: Protocol
  readonly names: Names
  readonly copies: readonly Copy[]
  readonly result: TrimResult
  /** The envelope to be sent, in base64. */
  readonly printed: O.Option<string>
  /** Why it can no longer, or not yet, run: its sequence number. */
  readonly sequenceNote: O.Option<string>
  /** As of which ledger it is; left out where nobody was asked for accounts. */
  readonly asOf?: AsOf
}

/**
 * `ready`: what is printed can be submitted. `sign-again`: the inner envelope is trimmed, and the fee bump
 * around it has to be signed anew. The others print nothing.
 */
export type TrimState = 'ready' | 'sign-again' | 'not-authorized' | 'undetermined' | 'inner-would-change'

/** What came of it, in a word. */
export const trimStateOf = (result: TrimResult): TrimState => {
  if (E.isRight(result)) return result.right._tag === 'Trimmed' ? 'ready' : 'sign-again'
  switch (result.left._tag) {
    case 'NotAuthorizedYet':
      return 'not-authorized'
    case 'AccountsUnknown':
      return 'undetermined'
    case 'InnerWouldChange':
      return 'inner-would-change'
  }
}

/** Where a signature stood: the first copy that has it, and its position there. */
export const originOf = (
  copies: readonly Copy[],
  { hint, signature }: DecoratedSignature,
): { readonly name: string; readonly position: number } | undefined => {
  const text = signature.join()
  for (const { name, envelope } of copies) {
    const lists =
      envelope._tag === 'FeeBump' ? [envelope.signatures, envelope.inner.signatures] : [envelope.signatures]
    for (const list of lists) {
      const position = list.findIndex((one) => one.hint === hint && one.signature.join() === text)
      if (position >= 0) return { name, position }
    }
  }
  return undefined
}

/** A signer: one key, one weight, and who pays its reserve where somebody else does (CAP-33). */
import * as O from 'fp-ts/lib/Option.js'
import * as Ord from 'fp-ts/lib/Ord.js'
import type { AccountId } from './account-id.js'
import { ordSignerKey, type SignerKey } from './signer-key.js'
import type { Weight } from './weight.js'

/** One entry that can add weight to a check of its account. */
export interface Signer {
  readonly key: SignerKey
  readonly weight: Weight
  readonly sponsor: O.Option<AccountId>
}

/** An account holds at most so many signers, its master key not counted (xdr `MAX_SIGNERS`). */
export const MAX_SIGNERS = 20

/** A signer that pays its own reserve. */
export const signer = (key: SignerKey, weight: Weight): Signer => ({ key, weight, sponsor: O.none })

/** Signers in the order in which the ledger stores them. */
export const ordSigner: Ord.Ord<Signer> = Ord.contramap((s: Signer) => s.key)(ordSignerKey)

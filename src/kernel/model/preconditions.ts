/** What must be true before a transaction may run (CAP-21; xdr `Preconditions`). */
import * as O from 'fp-ts/lib/Option.js'
import type { SignerKey } from './signer-key.js'

/** From and to, both inclusive; a maximum of 0 means none. */
export interface Bounds {
  readonly min: bigint
  readonly max: bigint
}

/** The preconditions of a transaction. */
export interface Preconditions {
  /** How they are written: the protocol before 19 refuses the second version. */
  readonly form: 'None' | 'Time' | 'V2'
  readonly timeBounds: O.Option<Bounds>
  readonly ledgerBounds: O.Option<Bounds>
  readonly minSequence: O.Option<bigint>
  /** Seconds that must have passed since the source's sequence number last moved. */
  readonly minSequenceAge: bigint
  /** Ledgers that must have passed since then. */
  readonly minSequenceLedgerGap: number
  /** Up to two keys that must sign besides the accounts, each of weight 1. */
  readonly extraSigners: readonly SignerKey[]
}

/** No preconditions. */
export const NO_PRECONDITIONS: Preconditions = {
  form: 'None',
  timeBounds: O.none,
  ledgerBounds: O.none,
  minSequence: O.none,
  minSequenceAge: 0n,
  minSequenceLedgerGap: 0,
  extraSigners: [],
}

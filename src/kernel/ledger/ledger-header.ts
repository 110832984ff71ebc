/**
 * What a ledger says of itself, as far as transactions are judged by it (xdr `LedgerHeader`).
 *
 * Sequence and close time are optional: without them bounds, ages and the sequence numbers of new
 * accounts are not judged, and the answer says so.
 */
import * as O from 'fp-ts/lib/Option.js'
import type { Protocol } from '../protocol/index.js'

/** The ledger in which a transaction is to run; amounts in stroops. */
export interface LedgerHeader {
  readonly protocol: Protocol
  readonly sequence: O.Option<number>
  /** Seconds since 1970. */
  readonly closeTime: O.Option<bigint>
  /** Smallest fee an operation. Where the network is busy it charges more, up to what was offered. */
  readonly baseFee: bigint
  readonly baseReserve: bigint
}

/** A header with the fees and reserves of the public network (100 and 5,000,000 stroops). */
export const ledgerHeader = (
  protocol: Protocol,
  sequence: O.Option<number> = O.none,
  closeTime: O.Option<bigint> = O.none,
): LedgerHeader => ({ protocol, sequence, closeTime, baseFee: 100n, baseReserve: 5_000_000n })

/** The sequence number that accounts made in a ledger begin with (`getStartingSequenceNumber`). */
export const startingSequence = ({ sequence }: LedgerHeader): O.Option<bigint> =>
  O.map((ledger: number) => BigInt(ledger) << 32n)(sequence)

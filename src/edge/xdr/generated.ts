/**
 * The generated types of the library, without the rest of it: keys, builders and numbers, of which
 * nothing is used here, take five times as long to load, and a command line is started for one envelope.
 */
import library from '@stellar/stellar-base/lib/xdr.js'

/** `TransactionEnvelope`, `LedgerEntry` and all others. */
export const generated = library.default

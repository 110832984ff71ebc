/** Bytes to the model and back: envelopes and accounts as the network encodes them, and as text. */
export { decodeAccount } from './decode-account.js'
export { decodeEnvelope, decodeEnvelopeBytes } from './decode-envelope.js'
export { encodeTransaction, type TransactionParts, type UnsignedEnvelope } from './encode-transaction.js'
export { MAX_TEXT_LENGTH } from './read-text.js'
export { type TransactionUri } from './sep7-request.js'
export { readTransactionUri, transactionUri } from './sep7-uri.js'
export { readTxrep, txrepOf } from './txrep/txrep.js'
export { withInnerSignatures, withSignatures } from './with-signatures.js'

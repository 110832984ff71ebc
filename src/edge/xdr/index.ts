/** Bytes to the model and back: envelopes and accounts as the network encodes them, and as text. */
export { accountLedgerKey } from './account-ledger-key.js'
export { decodeAccountData } from './decode-account-data.js'
export { decodeAccount } from './decode-account.js'
export { decodeAuthorizationEntry, decodeAuthorizationEntryBytes } from './decode-authorization-entry.js'
export {
  decodeEnvelope,
  decodeEnvelopeBytes,
  decodeMarkedEnvelope,
  type MarkedEnvelope,
} from './decode-envelope.js'
export { encodeTransaction, type TransactionParts, type UnsignedEnvelope } from './encode-transaction.js'
export { type Marks, type Memo } from './marks.js'
export { networkIdOf } from './hash.js'
export { MAX_TEXT_LENGTH } from './read-text.js'
export { type TransactionUri } from './sep7-request.js'
export { readTransactionUri, transactionUri } from './sep7-uri.js'
export { readTxrep, txrepOf } from './txrep/txrep.js'
export { withInnerSignatures, withSignatures } from './with-signatures.js'

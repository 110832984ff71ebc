/** Bytes to the model: envelopes and accounts as the network encodes them. */
export { decodeAccount } from './decode-account.js'
export { decodeEnvelope, decodeEnvelopeBytes } from './decode-envelope.js'
export { MAX_TEXT_LENGTH } from './read-text.js'
export { withInnerSignatures, withSignatures } from './with-signatures.js'

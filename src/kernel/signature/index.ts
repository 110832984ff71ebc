/** Does this signature satisfy this signer? */
export * from './ed25519.js'
export * from './hint.js'
export * from './message.js'
export * from './proof.js'
export * from './sha256.js'
export * from './tweetnacl.js'

/**
 * The portable Ed25519 backend: plain JavaScript, some hundred times slower than a native one. It is
 * what runs where nothing else does, and the oracle that the fast ones are tested against.
 */
import nacl from 'tweetnacl'
import type { Ed25519 } from './ed25519.js'

/** tweetnacl, not yet behind the pre-checks: pass it through `selfTested`. */
export const tweetnacl: Ed25519 = {
  name: 'tweetnacl',
  verify: (publicKey, message, signature) => nacl.sign.detached.verify(message, signature, publicKey),
}

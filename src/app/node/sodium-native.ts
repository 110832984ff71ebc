/**
 * Ed25519 by libsodium, through the optional package sodium-native: the fastest. Its version is pinned
 * exactly, because libsodium's unreleased line verifies by another equation than the network.
 */
import { createRequire } from 'node:module'
import * as O from 'fp-ts/lib/Option.js'
import type { Bytes } from '../../kernel/model/index.js'
import type { Ed25519 } from '../../kernel/signature/index.js'

/** Declared for buffers only, it takes any bytes. */
interface Sodium {
  readonly crypto_sign_verify_detached: (signature: Bytes, message: Bytes, publicKey: Bytes) => boolean
}

/** sodium-native where it is installed and loads on this platform, not yet behind the pre-checks. */
export const sodiumNative = (): O.Option<Ed25519> => {
  let sodium: Sodium
  try {
    sodium = createRequire(import.meta.url)('sodium-native') as Sodium
  } catch {
    return O.none
  }
  return O.some({
    name: 'sodium-native',
    verify: (publicKey, message, signature) =>
      sodium.crypto_sign_verify_detached(signature, message, publicKey),
  })
}

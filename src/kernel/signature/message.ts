/**
 * Signed messages: did the holder of a key sign these words? So a key shows that somebody has it before
 * it is given weight, without any transaction (SEP-53: Ed25519 over the SHA-256 of a fixed first line and
 * the message in UTF-8).
 */
import { utf8, type Bytes, type SignerKey } from '../model/index.js'
import type { Ed25519 } from './ed25519.js'
import { sha256 } from './sha256.js'

/** No transaction starts like this, so that no signed message is ever a signed transaction. */
const PREFIX = 'Stellar Signed Message:\n'

/** The 32 bytes that are signed for a message. */
export const messageHash = (message: string): Bytes => sha256(utf8(PREFIX + message))

/**
 * Whether a signature is one of this message by this key. Only Ed25519 keys sign messages: the signer of
 * a payload signs that payload, and hashes sign nothing.
 */
export const provesMessage =
  ({ verify }: Ed25519) =>
  (key: SignerKey, message: string, signature: Bytes): boolean =>
    key._tag === 'Ed25519' && verify(key.publicKey, messageHash(message), signature)

/**
 * Hints: the four bytes by which a decorated signature says whose it may be. A signature whose hint
 * does not match is never tried, however right it would be (stellar-core `SignatureUtils.cpp`).
 */
import * as O from 'fp-ts/lib/Option.js'
import type { Bytes, DecoratedSignature, Ed25519Key, Hint, SignerKey } from '../model/index.js'

/** The last four bytes of a key or hash. */
const tailHint = (bytes: Bytes): Hint => {
  const at = bytes.length - 4
  return (
    (((bytes[at] as number) << 24) |
      ((bytes[at + 1] as number) << 16) |
      ((bytes[at + 2] as number) << 8) |
      (bytes[at + 3] as number)) >>>
    0
  )
}

/** The last four bytes of a payload; a shorter one is followed by zeros (CAP-40). */
const payloadHint = (payload: Bytes): Hint => {
  if (payload.length >= 4) return tailHint(payload)
  const padded = new Uint8Array(4)
  padded.set(payload)
  return tailHint(padded)
}

/**
 * The hint that a signature for a key must carry; none for a pre-authorized transaction, which is
 * proved without a signature.
 */
export const hintOf = (key: SignerKey): O.Option<Hint> => {
  switch (key._tag) {
    case 'Ed25519':
      return O.some(tailHint(key.publicKey))
    case 'HashX':
      return O.some(tailHint(key.hash))
    case 'SignedPayload':
      return O.some((tailHint(key.publicKey) ^ payloadHint(key.payload)) >>> 0)
    case 'PreAuthTx':
      return O.none
  }
}

/**
 * What a key signed, as it stands in an envelope's list: 64 bytes over the envelope's hash, with the hint
 * of the key. Whether the bytes are right is not asked.
 *
 * @example
 * ```ts
 * import * as E from 'fp-ts/lib/Either.js'
 * import { hintToHex, masterKeyOf, parseAccountId, signatureOf } from 'quorate/kernel'
 *
 * const server = parseAccountId('GA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVSGZ')
 * const signed = new Uint8Array(64) // in earnest: what your signing device answers
 * if (E.isRight(server)) console.log(hintToHex(signatureOf(masterKeyOf(server.right))(signed).hint))
 * // => fc7fe89a
 * ```
 */
export const signatureOf =
  ({ publicKey }: Ed25519Key) =>
  (signature: Bytes): DecoratedSignature => ({ hint: tailHint(publicKey), signature })

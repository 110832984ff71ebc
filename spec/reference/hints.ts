/**
 * Hints: which four bytes a decorated signature must carry to be tried for a signer
 * (stellar-core `SignatureUtils.cpp`; for payloads CAP-40).
 */
import type { SignerKey } from '../../src/kernel/model/signer-key.js'

/** Four bytes as one unsigned number, as the model holds a hint. */
const numberOf = (four: Uint8Array): number => Buffer.from(four).readUInt32BE(0)

const lastFour = (bytes: Uint8Array): Uint8Array => bytes.subarray(bytes.length - 4)

/** The last four bytes; a shorter payload stands at the left, with zeros behind it. */
const payloadFour = (payload: Uint8Array): Uint8Array => {
  if (payload.length >= 4) return lastFour(payload)
  const four = new Uint8Array(4)
  four.set(payload)
  return four
}

/** The hint that a signature must carry for this key; none for a pre-authorized transaction. */
export const hintFor = (key: SignerKey): number | undefined => {
  if (key._tag === 'Ed25519') return numberOf(lastFour(key.publicKey))
  if (key._tag === 'HashX') return numberOf(lastFour(key.hash))
  if (key._tag === 'SignedPayload') {
    const ofKey = lastFour(key.publicKey)
    const ofPayload = payloadFour(key.payload)
    return numberOf(ofKey.map((byte, i) => byte ^ (ofPayload[i] as number)))
  }
  return undefined
}

/**
 * Signatures, before it is known what they sign: each is a function of the envelope's hash, so that a
 * fixture can name its signatures before there is an envelope.
 */
import type { Bytes, DecoratedSignature, Hash, Hint, SignerKey } from '../../../src/kernel/model/index.js'
import { key, sha256, type NamedKey } from './key.js'

export type Signing = (hash: Hash) => DecoratedSignature

const namedKey = (who: string | NamedKey): NamedKey => (typeof who === 'string' ? key(who) : who)

/** The last four bytes, as the number that hints are; fewer bytes stand at the left. */
const lastFour = (bytes: Bytes): Hint => {
  const four = Buffer.alloc(4)
  four.set(bytes.subarray(Math.max(0, bytes.length - 4)))
  return four.readUInt32BE(0)
}

/** The hint that a signature for this signer must carry; 0 for a pre-authorized transaction, which has none. */
export const hintFor = (signerKey: SignerKey): Hint => {
  switch (signerKey._tag) {
    case 'Ed25519':
      return lastFour(signerKey.publicKey)
    case 'HashX':
      return lastFour(signerKey.hash)
    case 'SignedPayload':
      return (lastFour(signerKey.publicKey) ^ lastFour(signerKey.payload)) >>> 0
    case 'PreAuthTx':
      return 0
  }
}

/** The ordinary signature of a key. */
export const by =
  (who: string | NamedKey): Signing =>
  (hash) => ({ hint: lastFour(namedKey(who).publicKey), signature: namedKey(who).sign(hash) })

/** A preimage (0 to 64 bytes) that reveals itself to a hash(x) signer. */
export const preimage =
  (x: Bytes): Signing =>
  () => ({ hint: lastFour(sha256(x)), signature: x })

/** The signature of a signed payload signer: the payload is signed, whatever the envelope is. */
export const payloadBy =
  (who: string | NamedKey, payload: Bytes): Signing =>
  () => ({
    hint: (lastFour(namedKey(who).publicKey) ^ lastFour(payload)) >>> 0,
    signature: namedKey(who).sign(payload),
  })

/** The same signature under another hint, which makes it worthless. */
export const withHint =
  (hint: Hint) =>
  (signing: Signing): Signing =>
  (hash) => ({ ...signing(hash), hint })

/** The same hint over other bytes. */
export const withBytes =
  (change: (signature: Bytes) => Bytes) =>
  (signing: Signing): Signing =>
  (hash) => {
    const { hint, signature } = signing(hash)
    return { hint, signature: change(signature) }
  }

/** A signature that is genuine, of another envelope or another network. */
export const over =
  (otherHash: Hash) =>
  (signing: Signing): Signing =>
  () =>
    signing(otherHash)

/** Bytes and hint as they are given. */
export const raw =
  (hint: Hint, signature: Bytes): Signing =>
  () => ({ hint, signature })

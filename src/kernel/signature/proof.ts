/**
 * Proofs: does this decorated signature prove that signer, for this hash?
 *
 * The engine compares hints itself and asks here only for what the hint admits. A proof is a port so
 * that one engine serves real envelopes, and questions such as «what if carina signed too?».
 */
import { equalBytes, type DecoratedSignature, type Hash, type SignerKey } from '../model/index.js'
import type { Ed25519 } from './ed25519.js'
import { sha256 } from './sha256.js'

/** Decides one signature against one signer whose hint it carries. Pure, total, and may be slow. */
export type Prove = (hash: Hash, signature: DecoratedSignature, key: SignerKey) => boolean

/** Whether a pre-authorized transaction is the one with this hash; no signature is involved. */
export const isPreAuthorized = (hash: Hash, key: SignerKey): boolean =>
  key._tag === 'PreAuthTx' && equalBytes(key.hash, hash)

/** Proofs as the network takes them, with the given verifier (stellar-core `SignatureUtils.cpp`, CAP-40). */
export const proveWith =
  ({ verify }: Ed25519): Prove =>
  (hash, { signature }, key) => {
    switch (key._tag) {
      case 'Ed25519':
        return verify(key.publicKey, hash, signature)
      case 'SignedPayload':
        // Over the raw payload: no network, no hash. Whoever signs a payload signs it for every envelope.
        return verify(key.publicKey, key.payload, signature)
      case 'HashX':
        return equalBytes(sha256(signature), key.hash)
      case 'PreAuthTx':
        return false
    }
  }

/**
 * The same proofs, each asked once: one signature serves the source, extra signers and any number of
 * operations. The memory is the returned function's own and goes with it. Signatures are told apart by
 * identity, so a memory must only ever serve one hash.
 */
export const rememberProofs = (prove: Prove): Prove => {
  const known = new Map<DecoratedSignature, Map<string, boolean>>()
  return (hash, signature, key) => {
    let ofSignature = known.get(signature)
    if (ofSignature === undefined) known.set(signature, (ofSignature = new Map<string, boolean>()))
    const before = ofSignature.get(key.strkey)
    if (before !== undefined) return before
    const proved = prove(hash, signature, key)
    ofSignature.set(key.strkey, proved)
    return proved
  }
}

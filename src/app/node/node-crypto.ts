/**
 * Ed25519 by node:crypto (OpenSSL). Imported keys are kept, the most recent
 * thousand: a service sees the same signers again and again.
 */
import { createPublicKey, verify, type KeyObject } from 'node:crypto'
import type { Bytes } from '../../kernel/model/index.js'
import type { Ed25519 } from '../../kernel/signature/index.js'

const KEPT = 1000

/** node:crypto, not yet behind the pre-checks: pass it through `selfTested`. */
export const nodeCrypto = (): Ed25519 => {
  const keys = new Map<string, KeyObject>()
  const keyOf = (publicKey: Bytes): KeyObject => {
    const id = Buffer.from(publicKey.buffer, publicKey.byteOffset, publicKey.byteLength).toString('base64url')
    const known = keys.get(id)
    if (known !== undefined) return known
    // As JWK and not DER: OpenSSL's DER decoder alone costs as much as a verification.
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: id }, format: 'jwk' })
    // The oldest goes: a Map keeps the order of insertion.
    if (keys.size >= KEPT) keys.delete(keys.keys().next().value ?? id)
    keys.set(id, key)
    return key
  }
  return {
    name: 'node:crypto',
    verify: (publicKey, message, signature) => {
      try {
        return verify(null, message, keyOf(publicKey), signature)
      } catch {
        // OpenSSL throws where the bytes are no point of the curve; to the network that is «no».
        return false
      }
    },
  }
}

/**
 * Ed25519 by node:crypto (OpenSSL). Importing a key costs as much as verifying with it, so keys are
 * kept: the most recent thousand, because a service sees the same signers again and again.
 */
import { createPublicKey, verify, type KeyObject } from 'node:crypto'
import type { Bytes } from '../../kernel/model/index.js'
import type { Ed25519 } from '../../kernel/signature/index.js'

const KEPT = 1000

/** What OpenSSL wants before 32 raw bytes (RFC 8410 SubjectPublicKeyInfo). */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex')

/** node:crypto, not yet behind the pre-checks: pass it through `selfTested`. */
export const nodeCrypto = (): Ed25519 => {
  const keys = new Map<string, KeyObject>()
  const keyOf = (publicKey: Bytes): KeyObject => {
    const id = Buffer.from(publicKey.buffer, publicKey.byteOffset, publicKey.byteLength).toString('latin1')
    const known = keys.get(id)
    if (known !== undefined) return known
    const key = createPublicKey({ key: Buffer.concat([SPKI_PREFIX, publicKey]), format: 'der', type: 'spki' })
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

/**
 * Ed25519 as the network verifies it (design: the accepted set of libsodium 1.0.18,
 * `crypto_sign_verify_detached`; stellar-core `SecretKey.cpp`, verifySig).
 *
 * Libsodium does it where it is installed. It is an optional package, so there is a second way:
 * TweetNaCl behind the checks that TweetNaCl leaves out. `ed25519.spec.ts` holds both against what
 * stellar-core said of 2,213 signatures.
 */
import { createRequire } from 'node:module'
import nacl from 'tweetnacl'

/** Whether `signature` is one by `publicKey` (32 bytes) over `message`. */
export type Verify = (signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array) => boolean

interface Sodium {
  crypto_sign_verify_detached(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean
}

/** Little-endian number; what Ed25519 calls an encoding of an integer. */
const littleEndian = (bytes: Uint8Array): bigint => {
  let value = 0n
  for (let i = bytes.length - 1; i >= 0; i--) value = (value << 8n) | BigInt(bytes[i] as number)
  return value
}

/** The order of the group, and the prime of the field (RFC 8032 section 5.1). */
const GROUP_ORDER = (1n << 252n) + 27742317777372353535851937790883648493n
const PRIME = (1n << 255n) - 19n

/** The two y coordinates of order 8, in the bytes in which libsodium lists them. */
const ORDER_EIGHT = [
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
].map((hex) => littleEndian(Buffer.from(hex, 'hex')))

/** The y coordinates of all points of small order, canonical and not. */
const SMALL_ORDER: ReadonlySet<bigint> = new Set([0n, 1n, ...ORDER_EIGHT, PRIME - 1n, PRIME, PRIME + 1n])

const yOf = (point: Uint8Array): bigint => littleEndian(point) & ((1n << 255n) - 1n)

const isSmallOrder = (point: Uint8Array): boolean => SMALL_ORDER.has(yOf(point))

/** TweetNaCl, with the four checks that it does not make. */
export const verifyByTweetNaCl: Verify = (signature, message, publicKey) => {
  if (signature.length !== 64) return false
  if (littleEndian(signature.subarray(32)) >= GROUP_ORDER) return false
  if (yOf(publicKey) >= PRIME) return false
  if (isSmallOrder(publicKey) || isSmallOrder(signature.subarray(0, 32))) return false
  return nacl.sign.detached.verify(message, signature, publicKey)
}

const loadSodium = (): Sodium | undefined => {
  try {
    return createRequire(import.meta.url)('sodium-native') as Sodium
  } catch {
    return undefined
  }
}

const sodium = loadSodium()

/** Libsodium, or nothing where it is not installed. */
export const verifyBySodium: Verify | undefined =
  sodium &&
  ((signature, message, publicKey) =>
    signature.length === 64 && sodium.crypto_sign_verify_detached(signature, message, publicKey))

/** The faster of the two that is here. */
export const verify: Verify = verifyBySodium ?? verifyByTweetNaCl

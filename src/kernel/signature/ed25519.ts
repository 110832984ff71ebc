/**
 * Ed25519 verification as the network does it: strict and cofactorless (stellar-core `SecretKey.cpp`,
 * and `ed25519_verify.rs` from protocol 25; the two accept the same signatures).
 *
 * A backend is a port, because the fast ones are native and this room is not. No library's own idea
 * of validity is trusted: every backend stands behind the same pre-checks, which close each gap that
 * was measured between libraries and the network (small-order points, S beyond the group order,
 * non-canonical keys). What the checks cannot close is a cofactored final equation; a backend that has
 * one fails the self-test and is not used.
 */
import * as E from 'fp-ts/lib/Either.js'
import { failure, type Bytes, type Failure } from '../model/index.js'
import { SELF_TEST_CASES } from './ed25519-self-test.js'

/** A verifier: 32-byte key, message, 64-byte signature, in this order. Never throws. */
export interface Ed25519 {
  readonly name: string
  readonly verify: (publicKey: Bytes, message: Bytes, signature: Bytes) => boolean
}

/** The order of the group, little-endian: 2^252 + 27742317777372353535851937790883648493. */
const GROUP_ORDER = Uint8Array.from([
  0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14, 0, 0, 0, 0,
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
])

/** The field's prime, little-endian: 2^255 - 19. */
const PRIME = new Uint8Array(32).fill(0xff)
PRIME[0] = 0xed
PRIME[31] = 0x7f

const ORDER_8_A = '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05'
const ORDER_8_B = 'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a'

const fromTrustedHex = (hex: string): Bytes =>
  Uint8Array.from({ length: 32 }, (_, i) => Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16))

/** The y coordinates of every point of order 1, 2, 4 or 8, with 1 and 0 also as p + 1 and p. */
const SMALL_ORDER: readonly Bytes[] = [
  '00'.repeat(32),
  `01${'00'.repeat(31)}`,
  ORDER_8_A,
  ORDER_8_B,
  `ec${'ff'.repeat(30)}7f`,
  `ed${'ff'.repeat(30)}7f`,
  `ee${'ff'.repeat(30)}7f`,
].map(fromTrustedHex)

/** Whether 32 little-endian bytes at an offset are below a bound; `top` masks the last byte. */
const isBelow = (bytes: Bytes, offset: number, bound: Bytes, top: number): boolean => {
  for (let i = 31; i >= 0; i--) {
    const x = (bytes[offset + i] as number) & (i === 31 ? top : 0xff)
    const y = bound[i] as number
    if (x !== y) return x < y
  }
  return false
}

/** Whether the point encoded in 32 bytes is of small order; the sign bit does not matter. */
const hasSmallOrder = (bytes: Bytes): boolean =>
  SMALL_ORDER.some((point) => {
    for (let i = 0; i < 31; i++) if (bytes[i] !== point[i]) return false
    return ((bytes[31] as number) & 0x7f) === point[31]
  })

/** The conditions on a key and a signature that hold before any curve arithmetic is asked for. */
const isAdmissible = (publicKey: Bytes, signature: Bytes): boolean =>
  publicKey.length === 32 &&
  signature.length === 64 &&
  isBelow(signature, 32, GROUP_ORDER, 0xff) &&
  isBelow(publicKey, 0, PRIME, 0x7f) &&
  !hasSmallOrder(publicKey) &&
  !hasSmallOrder(signature)

/** A backend behind the network's pre-checks. */
export const strict = (backend: Ed25519): Ed25519 => ({
  name: backend.name,
  verify: (publicKey, message, signature) =>
    isAdmissible(publicKey, signature) && backend.verify(publicKey, message, signature),
})

/**
 * The backend, made strict, if it decides the twelve published edge cases as the network does.
 *
 * Failure: `ed25519-self-test`, naming the backend and the cases. Such a backend must not be used.
 */
export const selfTested = (backend: Ed25519): E.Either<Failure, Ed25519> => {
  const checked = strict(backend)
  const wrong = SELF_TEST_CASES.flatMap(({ publicKey, message, signature, valid }, index) =>
    checked.verify(publicKey, message, signature) === valid ? [] : [index],
  )
  return wrong.length === 0
    ? E.right(checked)
    : E.left(
        failure(
          'ed25519-self-test',
          `Ed25519 backend \`${backend.name}\` disagrees with the network on edge cases ${wrong.join(', ')}`,
          'do not use this build of it; another backend is taken where there is one',
        ),
      )
}

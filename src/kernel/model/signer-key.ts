/**
 * Signer keys: the four kinds of thing that can add weight (CAP-21, CAP-40; xdr `SignerKey`).
 *
 * Each carries its canonical StrKey, computed once: keys are compared, keyed and shown by it.
 */
import * as E from 'fp-ts/lib/Either.js'
import type { Ord } from 'fp-ts/lib/Ord.js'
import { publicKeyOf, type AccountId } from './account-id.js'
import { compareBytes, type Bytes } from './bytes.js'
import { failure, type Failure } from './failure.js'
import { decodeStrKey, encodeStrKey, kindName } from './strkey.js'

/** A public key; proves itself by a signature over the envelope's hash. */
export interface Ed25519Key {
  readonly _tag: 'Ed25519'
  readonly strkey: string
  readonly publicKey: Bytes
}

/** The hash of one transaction; proves itself by being the hash of this one, without a signature. */
export interface PreAuthTxKey {
  readonly _tag: 'PreAuthTx'
  readonly strkey: string
  readonly hash: Bytes
}

/** The SHA-256 of a preimage; proves itself by the preimage (0 to 64 bytes) standing as a signature. */
export interface HashXKey {
  readonly _tag: 'HashX'
  readonly strkey: string
  readonly hash: Bytes
}

/** A public key with a payload (1 to 64 bytes); proves itself by a signature over the raw payload. */
export interface SignedPayloadKey {
  readonly _tag: 'SignedPayload'
  readonly strkey: string
  readonly publicKey: Bytes
  readonly payload: Bytes
}

/** What can add weight to a check. */
export type SignerKey = Ed25519Key | PreAuthTxKey | HashXKey | SignedPayloadKey

/** Key of an ed25519 signer from 32 bytes. */
export const ed25519Key = (publicKey: Bytes): Ed25519Key => ({
  _tag: 'Ed25519',
  strkey: encodeStrKey('G', publicKey),
  publicKey,
})

/** The master key of an account: the ed25519 key that the account is named by. */
export const masterKeyOf = (id: AccountId): Ed25519Key => ({
  _tag: 'Ed25519',
  strkey: id,
  publicKey: publicKeyOf(id),
})

/** Key of a pre-authorized transaction from its 32-byte hash. */
export const preAuthTxKey = (hash: Bytes): PreAuthTxKey => ({
  _tag: 'PreAuthTx',
  strkey: encodeStrKey('T', hash),
  hash,
})

/** Key of a hash(x) signer from the 32-byte SHA-256 of x. */
export const hashXKey = (hash: Bytes): HashXKey => ({ _tag: 'HashX', strkey: encodeStrKey('X', hash), hash })

/**
 * Key of a signed payload signer. An empty payload can be written in XDR, and is kept here, because
 * the network refuses it by a rule of its own (`txMALFORMED`), not by being unable to read it.
 */
export const signedPayloadKey = (publicKey: Bytes, payload: Bytes): SignedPayloadKey => {
  const padded = new Uint8Array(32 + 4 + Math.ceil(payload.length / 4) * 4)
  padded.set(publicKey)
  new DataView(padded.buffer).setUint32(32, payload.length)
  padded.set(payload, 36)
  return { _tag: 'SignedPayload', strkey: encodeStrKey('P', padded), publicKey, payload }
}

const parseSignedPayload = (text: string, bytes: Bytes): E.Either<Failure, SignedPayloadKey> => {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(32)
  const padded = bytes.subarray(36)
  const fits = length >= 1 && length <= 64 && padded.length === Math.ceil(length / 4) * 4
  if (!fits || padded.subarray(length).some((byte) => byte !== 0))
    return E.left(
      failure('bad-strkey', `not a valid key: the payload length inside \`${text}\` does not fit`),
    )
  return E.right(signedPayloadKey(bytes.slice(0, 32), padded.slice(0, length)))
}

/**
 * Reads a signer key from its StrKey: `G…`, `T…`, `X…` or `P…`.
 *
 * Failures: `secret-seed`, `bad-strkey`, `not-a-signer` (a valid key that can never sign, such as `M…`).
 *
 * @example
 * ```ts
 * import * as E from 'fp-ts/lib/Either.js'
 * import { parseSignerKey } from 'quorate/kernel'
 *
 * const key = parseSignerKey('XBT5HNPK6DAL6222MAWTLHNOZSDKPJ2AKNEQ5Q324CHHCNQFQ7EHBHZN')
 * if (E.isRight(key)) console.log(key.right._tag)
 * // => HashX
 * ```
 */
export const parseSignerKey = (text: string): E.Either<Failure, SignerKey> => {
  const decoded = decodeStrKey(text)
  if (E.isLeft(decoded)) return decoded
  const { kind, payload } = decoded.right
  switch (kind) {
    case 'G':
      return E.right(ed25519Key(payload))
    case 'T':
      return E.right(preAuthTxKey(payload))
    case 'X':
      return E.right(hashXKey(payload))
    case 'P':
      return parseSignedPayload(text, payload)
    case 'M':
    case 'S':
    case 'C':
    case 'L':
    case 'B':
      return E.left(
        failure(
          'not-a-signer',
          `expected a signer (G…, T…, X… or P…), found ${kindName(kind)}: \`${text}\``,
          kind === 'M' ? 'a muxed account has no key of its own: name the G… account behind it' : undefined,
        ),
      )
  }
}

const TYPE_NUMBER: Readonly<Record<SignerKey['_tag'], number>> = {
  Ed25519: 0,
  PreAuthTx: 1,
  HashX: 2,
  SignedPayload: 3,
}

const bodyOf = (key: SignerKey): Bytes =>
  key._tag === 'Ed25519' || key._tag === 'SignedPayload' ? key.publicKey : key.hash

const compareKeys = (a: SignerKey, b: SignerKey): -1 | 0 | 1 => {
  if (a._tag !== b._tag) return TYPE_NUMBER[a._tag] < TYPE_NUMBER[b._tag] ? -1 : 1
  const body = compareBytes(bodyOf(a), bodyOf(b))
  return body === 0 && a._tag === 'SignedPayload' && b._tag === 'SignedPayload'
    ? compareBytes(a.payload, b.payload)
    : body
}

/** The order in which the ledger stores signers: kind, then key bytes, then payload. */
export const ordSignerKey: Ord<SignerKey> = { equals: (a, b) => a.strkey === b.strkey, compare: compareKeys }

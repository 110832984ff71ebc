/** Throw-away keys by name: the same name is the same key, everywhere and always. */
import { createHash, createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto'
import {
  accountIdOf,
  ed25519Key,
  type AccountId,
  type Bytes,
  type Ed25519Key,
} from '../../../src/kernel/model/index.js'

/** A key pair, and the account that it is the master key of. */
export interface NamedKey {
  readonly name: string
  readonly id: AccountId
  readonly publicKey: Bytes
  readonly signerKey: Ed25519Key
  /** 32 bytes; never print it as a seed, even though nothing depends on it. */
  readonly secret: Bytes
  readonly sign: (message: Bytes) => Bytes
}

/** SHA-256, for fixtures only. */
export const sha256 = (bytes: Bytes | string): Bytes =>
  Uint8Array.from(createHash('sha256').update(bytes).digest())

// The fixed beginning of an Ed25519 private key in PKCS #8 (RFC 8410 section 7).
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')

const publicKeyOf = (privateKey: KeyObject): Bytes =>
  Uint8Array.from(createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32))

const makeKey = (name: string): NamedKey => {
  const secret = sha256(`quorate ${name}`)
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8, secret]), format: 'der', type: 'pkcs8' })
  const publicKey = publicKeyOf(privateKey)
  return {
    name,
    id: accountIdOf(publicKey),
    publicKey,
    signerKey: ed25519Key(publicKey),
    secret,
    sign: (message) => Uint8Array.from(sign(null, message, privateKey)),
  }
}

const made = new Map<string, NamedKey>()

/**
 * The key of a name.
 *
 * @example
 * key('bilal').id // always the same `G…`
 */
export const key = (name: string): NamedKey => {
  const before = made.get(name)
  if (before !== undefined) return before
  const after = makeKey(name)
  made.set(name, after)
  return after
}

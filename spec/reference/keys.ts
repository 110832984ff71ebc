/** The key that an account is named by, read from its `G…` text (SEP-23) without help from `src`. */
import type { AccountId } from '../../src/kernel/model/account-id.js'
import type { Ed25519Key } from '../../src/kernel/model/signer-key.js'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

const known = new Map<AccountId, Ed25519Key>()

/** Base32: a version byte, 32 bytes of key, two of checksum; the text is known to be valid. */
const publicKeyIn = (id: AccountId): Uint8Array => {
  let number = 0n
  for (const letter of id) number = number * 32n + BigInt(ALPHABET.indexOf(letter))
  return Uint8Array.from(Buffer.from(number.toString(16).padStart(70, '0'), 'hex').subarray(1, 33))
}

/** Decoded once an account, because every check asks for it. */
export const masterKeyFor = (id: AccountId): Ed25519Key => {
  const before = known.get(id)
  if (before !== undefined) return before
  const key: Ed25519Key = { _tag: 'Ed25519', strkey: id, publicKey: publicKeyIn(id) }
  known.set(id, key)
  return key
}

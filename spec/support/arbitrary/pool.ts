/**
 * A small world for random cases: few keys, few accounts, few secrets, so that they meet. Two accounts
 * share signers, a key signs for itself and for others, hints collide.
 */
import * as fc from 'fast-check'
import type { Bytes } from '../../../src/kernel/model/index.js'
import { sha256 } from '../build/key.js'

/** Accounts; each name is also the name of its master key. */
export const ACCOUNT_NAMES = ['joint', 'shop', 'vault', 'issuer', 'ghost'] as const

export type AccountName = (typeof ACCOUNT_NAMES)[number]

/**
 * Keys that are no accounts. Numbered twins were searched for: 16564 and 74172 have the same hint,
 * so have 13627 and 76820, and the hint of 3311 is that of the fourth preimage.
 */
export const KEY_NAMES = [
  'alice',
  'bilal',
  'carol',
  'twin 16564',
  'twin 74172',
  'twin 13627',
  'twin 76820',
  'twin 3311',
] as const

const text = (words: string): Bytes => new TextEncoder().encode(words)

/** Secrets of hash(x) signers: none, one byte, the longest, and one whose hash collides with a key's hint. */
export const PREIMAGES: readonly Bytes[] = [
  new Uint8Array(0),
  Uint8Array.of(7),
  new Uint8Array(64).fill(9),
  text('preimage 169165'),
  Uint8Array.of(1, 0, 2, 0, 0),
]

/** Ends in four zeros, and so gives a signed payload signer the hint of its bare key. */
const endingInZeros = (name: string): Bytes => {
  const payload = sha256(name)
  payload.fill(0, 28)
  return payload
}

/** Payloads: shorter than a hint, as long, longer, the longest, and some that leave the hint alone. */
export const PAYLOADS: readonly Bytes[] = [
  Uint8Array.of(0x61),
  Uint8Array.of(0x61, 0x31, 0x32),
  Uint8Array.of(1, 2, 3, 4),
  sha256('some other transaction'),
  new Uint8Array(64).fill(5),
  new Uint8Array(8),
  endingInZeros('first'),
  endingInZeros('second'),
]

export const accountName = fc.constantFrom(...ACCOUNT_NAMES)

/** An account that a transaction acts for, or that pays: seldom the one that often does not exist. */
export const payingName = fc.oneof(
  { weight: 40, arbitrary: fc.constantFrom('joint', 'shop', 'vault', 'issuer') },
  { weight: 1, arbitrary: fc.constant('ghost' as const) },
)

/** Any name that is a key: signers of one account are often other accounts. */
export const keyName = fc.constantFrom<string>(...KEY_NAMES, ...ACCOUNT_NAMES)

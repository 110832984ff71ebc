/** SHA-256, the hash of envelopes, networks and hash(x) preimages. */
import { sha256 as noble } from '@noble/hashes/sha2.js'
import type { Bytes } from '../model/index.js'

/** The 32-byte SHA-256 of some bytes. */
export const sha256 = (bytes: Bytes): Bytes => noble(bytes)

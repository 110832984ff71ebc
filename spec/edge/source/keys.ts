/** Keys of these specs: worthless, made from words. `SEED` is well formed and belongs to nobody. */
import {
  encodeStrKey,
  hashXKey,
  preAuthTxKey,
  publicKeyOf,
  signedPayloadKey,
  utf8,
} from '../../../src/kernel/model/index.js'
import { key, sha256 } from '../../support/build/key.js'

export const FOUNDER = key('founder').id
export const BILAL = key('bilal').id
export const CARINA = key('carina').id

export const PRE_AUTH = preAuthTxKey(sha256('a transaction')).strkey
export const HASH_X = hashXKey(sha256('a preimage')).strkey
export const PAYLOAD = signedPayloadKey(publicKeyOf(CARINA), utf8('a payload')).strkey
export const MUXED = encodeStrKey('M', Uint8Array.of(...publicKeyOf(BILAL), 0, 0, 0, 0, 0, 0, 0, 7))
export const CONTRACT = encodeStrKey('C', sha256('a contract'))
export const SEED = encodeStrKey('S', sha256('nothing is behind this seed'))

/** Signers and signatures of one hint, in such numbers that the budget of protocol 28 is spent. */
import { signedPayloadKey, type Bytes, type Operation } from '../../../src/kernel/model/index.js'
import type { AccountParts } from '../../support/build/account.js'
import { key, sha256 } from '../../support/build/key.js'
import { payment } from '../../support/build/operation.js'
import { by, payloadBy, raw, type Signing } from '../../support/build/signature.js'

/** Payloads that end in four zeros leave the key's hint as it is. */
export const payload = (i: number): Bytes => Uint8Array.of(i, 0, 0, 0, 0, 0, 0, 0)

/** Ten signers of one hint, any of whom is enough. */
export const crowded: AccountParts = {
  of: 'A',
  master: 0,
  low: 1,
  medium: 1,
  high: 1,
  signers: Array.from(
    { length: 10 },
    (_, i) => [signedPayloadKey(key('M').publicKey, payload(i)), 1] as const,
  ),
}

const { hint } = by('M')(sha256('anything'))

/** So many that verify nowhere, each compared with ten signers, and then one that the tenth signer made. */
export const crowd = (wrong: number, length = 64): readonly Signing[] => [
  ...Array.from({ length: wrong }, (_, i) =>
    raw(
      hint,
      Uint8Array.from({ length }, (_byte, at) => (at < 63 ? i + 1 : 0)),
    ),
  ),
  payloadBy('M', payload(9)),
]

/** Payments to B. */
export const payments = (count: number, from?: string): readonly Operation[] =>
  Array.from({ length: count }, () => payment('B', from))

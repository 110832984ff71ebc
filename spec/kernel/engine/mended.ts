/** Mends, really made: a signature that a mend asks for is made by the key that can make it. */
import type { Mend } from '../../../src/kernel/engine/index.js'
import {
  innermostOf,
  MAX_SIGNATURES,
  type DecoratedSignature,
  type Envelope,
  type Hash,
  type TransactionEnvelope,
} from '../../../src/kernel/model/index.js'
import { hintFor } from '../../reference/hints.js'
import { ACCOUNT_NAMES, KEY_NAMES, PAYLOADS, PREIMAGES } from '../../support/arbitrary/pool.js'
import { by, payloadBy, preimage, type Signing } from '../../support/build/signature.js'
import { prove } from './situation.js'

const NAMES: readonly string[] = [...ACCOUNT_NAMES, ...KEY_NAMES]

/** Every signature that somebody in the small world of random cases can make. */
export const SIGNINGS: readonly Signing[] = [
  ...NAMES.map((name) => by(name)),
  ...PREIMAGES.map(preimage),
  ...NAMES.flatMap((name) => PAYLOADS.map((payload) => payloadBy(name, payload))),
  // A payload that is the hash, and a preimage that is a signature.
  ...NAMES.map(
    (name): Signing =>
      (hash) =>
        payloadBy(name, hash)(hash),
  ),
  ...NAMES.map(
    (name): Signing =>
      (hash) =>
        preimage(by(name)(hash).signature)(hash),
  ),
]

const changed = (
  { hash, signatures: list }: Envelope,
  mend: Mend,
  signings: readonly Signing[],
  hashes: readonly Hash[],
): readonly DecoratedSignature[] => {
  switch (mend._tag) {
    case 'DropSignatures':
      return list.filter((_, index) => !mend.signatures.includes(index))
    case 'CorrectHint':
      return list.map((one, index) => (index === mend.signature ? { ...one, hint: mend.hint } : one))
    case 'AddSignature': {
      const { key } = mend.signer
      const made = signings
        .flatMap((signing) => hashes.map(signing))
        .find((one) => one.hint === hintFor(key) && prove(hash, one, key))
      if (made === undefined) throw new Error(`nobody here can sign for ${key.strkey}`)
      return [...list, made]
    }
  }
}

/**
 * The envelope after a mend. A change of the inner list voids the outer one, which somebody then has to
 * sign again; here the inner envelope stands for itself.
 */
export const mended = (envelope: Envelope, mend: Mend, signings: readonly Signing[]): Envelope => {
  const target = mend.list === 'inner' ? innermostOf(envelope) : envelope
  // A preimage may be a signature over the inner hash, and stand in the outer list all the same.
  const hashes = [target.hash, innermostOf(envelope).hash]
  return { ...target, signatures: changed(target, mend, signings, hashes) }
}

/** The envelope with one signature more, in every way there is; none where its list is full. */
export const withSignature = (
  envelope: TransactionEnvelope,
  signings: readonly Signing[],
): readonly TransactionEnvelope[] =>
  envelope.signatures.length >= MAX_SIGNATURES
    ? []
    : signings.map((signing) => ({
        ...envelope,
        signatures: [...envelope.signatures, signing(envelope.hash)],
      }))

/**
 * Signer keys of all four kinds. Some depend on the envelope that they are to sign (its hash is among
 * the signers; a payload is that hash), and so a key is told as a recipe until the hash is there.
 */
import * as fc from 'fast-check'
import {
  hashXKey,
  preAuthTxKey,
  signedPayloadKey,
  type Bytes,
  type Hash,
  type SignerKey,
} from '../../../src/kernel/model/index.js'
import { key, sha256 } from '../build/key.js'
import { by, hintFor, payloadBy, preimage, type Signing } from '../build/signature.js'
import { keyName, PAYLOADS, PREIMAGES } from './pool.js'

export type SignerRecipe =
  | { readonly _tag: 'Ed25519'; readonly name: string }
  | { readonly _tag: 'PreAuthTx'; readonly of: 'inner' | 'outer' | 'other' }
  | { readonly _tag: 'HashX'; readonly preimage: number }
  /** The preimage is the signature that a key makes over the hash: one text of bytes, two meanings. */
  | { readonly _tag: 'HashOfSignature'; readonly name: string }
  | { readonly _tag: 'SignedPayload'; readonly name: string; readonly payload: number | 'hash' }

/** The hashes that recipes may mean; without a fee bump there is no outer one. */
export interface Hashes {
  readonly inner: Hash
  readonly outer: Hash
}

/** Kinds that do not need a hash: these can stand inside the transaction itself. */
export const freeRecipe: fc.Arbitrary<SignerRecipe> = fc.oneof(
  { weight: 6, arbitrary: keyName.map((name) => ({ _tag: 'Ed25519', name }) as const) },
  {
    weight: 2,
    arbitrary: fc.nat(PREIMAGES.length - 1).map((i) => ({ _tag: 'HashX', preimage: i }) as const),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(keyName, fc.nat(PAYLOADS.length - 1))
      .map(([name, payload]) => ({ _tag: 'SignedPayload', name, payload }) as const),
  },
)

const boundRecipe: fc.Arbitrary<SignerRecipe> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .constantFrom('inner', 'inner', 'outer', 'other')
      .map((of) => ({ _tag: 'PreAuthTx', of }) as const),
  },
  { weight: 1, arbitrary: keyName.map((name) => ({ _tag: 'HashOfSignature', name }) as const) },
  {
    weight: 2,
    arbitrary: keyName.map((name) => ({ _tag: 'SignedPayload', name, payload: 'hash' }) as const),
  },
)

export const signerRecipe: fc.Arbitrary<SignerRecipe> = fc.oneof(
  { weight: 6, arbitrary: freeRecipe },
  { weight: 1, arbitrary: boundRecipe },
)

const payloadOf = (payload: number | 'hash', { inner }: Hashes): Bytes =>
  payload === 'hash' ? inner : (PAYLOADS[payload] as Bytes)

/** The key that a recipe means, once the hashes are known. */
export const keyOf =
  (hashes: Hashes) =>
  (recipe: SignerRecipe): SignerKey => {
    switch (recipe._tag) {
      case 'Ed25519':
        return key(recipe.name).signerKey
      case 'PreAuthTx':
        return preAuthTxKey(recipe.of === 'other' ? sha256('some other transaction') : hashes[recipe.of])
      case 'HashX':
        return hashXKey(sha256(PREIMAGES[recipe.preimage] as Bytes))
      case 'HashOfSignature':
        return hashXKey(sha256(key(recipe.name).sign(hashes.inner)))
      case 'SignedPayload':
        return signedPayloadKey(key(recipe.name).publicKey, payloadOf(recipe.payload, hashes))
    }
  }

/** The signature that satisfies a recipe's key; a pre-authorized transaction needs none. */
export const signingOf =
  (hashes: Hashes) =>
  (recipe: SignerRecipe): Signing | undefined => {
    switch (recipe._tag) {
      case 'Ed25519':
        return by(recipe.name)
      case 'PreAuthTx':
        return undefined
      case 'HashX':
        return preimage(PREIMAGES[recipe.preimage] as Bytes)
      case 'HashOfSignature': {
        const signature = key(recipe.name).sign(hashes.inner)
        const hint = hintFor(hashXKey(sha256(signature)))
        return () => ({ hint, signature })
      }
      case 'SignedPayload':
        return payloadBy(recipe.name, payloadOf(recipe.payload, hashes))
    }
  }

const NO_HASHES: Hashes = { inner: sha256('inner'), outer: sha256('outer') }

/** A signer key of any kind, from the pool. */
export const signerKey: fc.Arbitrary<SignerKey> = signerRecipe.map(keyOf(NO_HASHES))

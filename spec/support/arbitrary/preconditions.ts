/** Preconditions: extra signers from the same pool as everyone else's. */
import * as fc from 'fast-check'
import * as O from 'fp-ts/lib/Option.js'
import { NO_PRECONDITIONS, type Preconditions } from '../../../src/kernel/model/index.js'
import { key, sha256 } from '../build/key.js'
import { signedPayloadKey } from '../../../src/kernel/model/index.js'
import { freeRecipe, keyOf, type SignerRecipe } from './signer-key.js'

export interface PreconditionsRecipe {
  readonly form: 'None' | 'Time' | 'V2'
  readonly extraSigners: readonly SignerRecipe[]
  /** The network refuses an extra signer with an empty payload, and the same one twice. */
  readonly flaw: 'none' | 'twice' | 'empty-payload'
}

const none: fc.Arbitrary<PreconditionsRecipe> = fc
  .constantFrom('None', 'None', 'Time')
  .map((form) => ({ form, extraSigners: [], flaw: 'none' }))

/** A pre-authorized transaction can be named too; it can never be this one. */
const extraRecipe: fc.Arbitrary<SignerRecipe> = fc.oneof(
  { weight: 30, arbitrary: freeRecipe },
  { weight: 1, arbitrary: fc.constant({ _tag: 'PreAuthTx', of: 'other' } as const) },
)

const second: fc.Arbitrary<PreconditionsRecipe> = fc.record({
  form: fc.constant('V2' as const),
  extraSigners: fc.uniqueArray(extraRecipe, { maxLength: 2, selector: (one) => JSON.stringify(one) }),
  flaw: fc.integer({ min: 1, max: 60 }).map((n) => (n === 1 ? 'twice' : n === 2 ? 'empty-payload' : 'none')),
})

/** Mostly such as the protocol knows: the second form came with 19. */
export const preconditionsRecipe = (protocol: number): fc.Arbitrary<PreconditionsRecipe> =>
  fc.oneof({ weight: protocol >= 19 ? 3 : 60, arbitrary: none }, { weight: 1, arbitrary: second })

const HASHES = { inner: sha256('inner'), outer: sha256('outer') }

/** The preconditions that a recipe means. */
export const preconditionsOf = ({ form, extraSigners, flaw }: PreconditionsRecipe): Preconditions => {
  const keys = extraSigners.map(keyOf(HASHES))
  const [first] = keys
  const flawed =
    flaw === 'twice' && first !== undefined
      ? [first, first]
      : flaw === 'empty-payload'
        ? [...keys.slice(0, 1), signedPayloadKey(key('alice').publicKey, new Uint8Array(0))]
        : keys
  return {
    ...NO_PRECONDITIONS,
    form,
    timeBounds: form === 'Time' ? O.some({ min: 0n, max: 0n }) : O.none,
    extraSigners: flawed,
  }
}

/** Preconditions of any form. */
export const preconditions: fc.Arbitrary<Preconditions> = fc.oneof(none, second).map(preconditionsOf)

/**
 * Cases that spend the budget of protocol 28: many signers and many signatures under one hint, in many
 * operations. Payload signers of one key whose payloads end in four zeros all have that key's hint.
 */
import * as fc from 'fast-check'
import {
  ledgerView,
  ordSigner,
  signedPayloadKey,
  signer,
  type Account,
  type Bytes,
  type Signer,
} from '../../../src/kernel/model/index.js'
import type { Question } from '../../reference/checker.js'
import { account } from '../build/account.js'
import { envelope } from '../build/envelope.js'
import { key, sha256 } from '../build/key.js'
import { operation } from '../build/operation.js'
import { by, hintFor, payloadBy, raw, type Signing } from '../build/signature.js'
import { phase } from './protocol.js'
import { shuffled } from './signing-plan.js'

interface CrowdedRecipe {
  readonly phase: Question['phase']
  readonly protocol: number
  /** Payload signers on the account, and how many of them must sign. */
  readonly signers: number
  readonly needed: number | 'all'
  /** Signatures that verify nowhere, and are tried everywhere. */
  readonly wrong: number
  /** Payload signatures that are genuine. */
  readonly genuine: number
  readonly operations: number
  readonly withMaster: boolean
  readonly order: number
}

const crowdedRecipe: fc.Arbitrary<CrowdedRecipe> = fc.record({
  phase,
  protocol: fc.oneof({ weight: 1, arbitrary: fc.constant(27) }, { weight: 3, arbitrary: fc.constant(28) }),
  signers: fc.integer({ min: 5, max: 20 }),
  /** All who sign genuinely, or a number. */
  needed: fc.oneof(fc.constant('all' as const), fc.constant('all' as const), fc.integer({ min: 0, max: 20 })),
  wrong: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 18 })),
  genuine: fc.oneof(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 20 })),
  operations: fc.integer({ min: 1, max: 100 }),
  withMaster: fc.boolean(),
  order: fc.nat({ max: 0xffffffff }),
})

/** Distinct payloads that end in four zeros. */
const payload = (i: number): Bytes => {
  const bytes = sha256(`crowd ${i}`)
  bytes.fill(0, 28)
  return bytes
}

const crowd = (count: number): readonly Signer[] =>
  Array.from({ length: count }, (_, i) => signer(signedPayloadKey(key('mallory').publicKey, payload(i)), 1))

const crowdedAccount = (recipe: CrowdedRecipe): Account => {
  const { signers, withMaster, genuine } = recipe
  const master = withMaster ? 1 : 0
  const needed = recipe.needed === 'all' ? Math.min(signers, genuine) + master : recipe.needed
  return {
    ...account({ of: 'mallory', master, medium: needed, high: needed }),
    signers: crowd(signers).toSorted(ordSigner.compare),
  }
}

/** Counted as verifications, and refused at a glance, since S is beyond the group's order. */
const wrongSigning = (i: number): Signing =>
  raw(hintFor(key('mallory').signerKey), new Uint8Array(64).fill(255 - i))

const signingsOf = ({ wrong, genuine, withMaster, order }: CrowdedRecipe): readonly Signing[] =>
  shuffled(
    [
      ...Array.from({ length: wrong }, (_, i) => wrongSigning(i)),
      ...Array.from({ length: genuine }, (_, i) => payloadBy('mallory', payload(i))),
      ...(withMaster ? [by('mallory')] : []),
    ],
    order,
  ).slice(0, 20)

const questionOf = (recipe: CrowdedRecipe): Question => {
  const view = ledgerView({ accounts: [crowdedAccount(recipe)], closedWorld: true })
  if (view._tag === 'Left') throw new Error(view.left.message)
  return {
    envelope: envelope({
      source: 'mallory',
      operations: Array.from({ length: recipe.operations }, () => operation('Payment')),
      signatures: signingsOf(recipe),
    }),
    view: view.right,
    protocol: recipe.protocol,
    phase: recipe.phase,
  }
}

/** A case near or beyond 1000 verifications of one signature list. */
export const crowdedQuestion: fc.Arbitrary<Question> = crowdedRecipe.map(questionOf)

/** What `evaluate` answers; the words are explained in src/edge/report/json.ts. */
import * as t from 'io-ts/lib/index.js'
import {
  asOfMember,
  formatVersion,
  networkAnswer,
  objects,
  orNull,
  signerAnswer,
  texts,
  verdictWord,
} from './answer-forms.js'

const stepAnswer = t.type({
  step: t.string,
  signature: orNull(t.Int),
  key: t.string,
  kind: t.string,
  alias: orNull(t.string),
  weight: t.Int,
})

const requirementAnswer = t.intersection([
  t.type({
    kind: t.string,
    account: orNull(t.string),
    alias: orNull(t.string),
    level: orNull(t.string),
    operation: orNull(t.type({ position: t.Int, type: t.string })),
    outcome: t.string,
    reached: t.boolean,
  }),
  t.partial({
    rule: t.string,
    needed: t.Int,
    counted: t.Int,
    signers: t.readonlyArray(signerAnswer),
    steps: t.readonlyArray(stepAnswer),
  }),
])

const signatureAnswer = t.type({ position: t.Int, hint: t.string, used: t.boolean, fate: t.string })

const listMembers = {
  hash: orNull(t.string),
  code: orNull(t.string),
  fault: orNull(t.type({ kind: t.string })),
  requirements: t.readonlyArray(requirementAnswer),
  signatures: t.readonlyArray(signatureAnswer),
  operations: t.readonlyArray(orNull(t.string)),
}

const entryAnswer = t.type({
  operation: t.Int,
  position: t.Int,
  verdict: t.keyof({
    authorizes: null,
    refused: null,
    undetermined: null,
    'by-source': null,
    'by-contract': null,
  }),
  reason: orNull(t.string),
  missing: t.unknown,
  check: orNull(t.record(t.string, t.unknown)),
  credentials: t.string,
  address: orNull(t.type({ kind: t.string, address: t.string, alias: orNull(t.string) })),
  nonce: orNull(t.string),
  expirationLedger: orNull(t.Int),
  payload: orNull(t.string),
  conditions: texts,
})

export const evaluationCodec = t.intersection([
  t.type({
    formatVersion,
    verdict: verdictWord,
    network: networkAnswer,
    protocol: t.Int,
    phase: t.keyof({ validate: null, apply: null }),
    envelope: t.keyof({ transaction: null, 'fee-bump': null }),
    ...listMembers,
    mends: objects,
    entries: t.readonlyArray(entryAnswer),
    missing: texts,
    signedFor: orNull(networkAnswer),
    inner: orNull(t.type(listMembers)),
  }),
  asOfMember,
])

/** What `evaluate` answers; the words are explained in src/edge/report/json.ts. */
import * as t from 'io-ts/lib/index.js'
import {
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

export const evaluationCodec = t.type({
  formatVersion,
  verdict: verdictWord,
  network: networkAnswer,
  protocol: t.Int,
  phase: t.keyof({ validate: null, apply: null }),
  envelope: t.keyof({ transaction: null, 'fee-bump': null }),
  ...listMembers,
  mends: objects,
  missing: texts,
  signedFor: orNull(networkAnswer),
  entries: objects,
  inner: orNull(t.type(listMembers)),
})

/** The engine in the reference's words, so that the two can be compared as values. */
import { nodeCrypto } from '../../src/app/node/node-crypto.js'
import { evaluate, type Judgement, type Verdict } from '../../src/kernel/engine/index.js'
import type { Protocol } from '../../src/kernel/protocol/index.js'
import { proveWith, strict } from '../../src/kernel/signature/index.js'
import type { Answer, Question, TransactionAnswer } from '../reference/checker.js'

/** Not the backend of the reference: a fault of one of them must show. */
const prove = proveWith(strict(nodeCrypto()))

/** What the engine says. */
export const verdictOf = ({ envelope, view, protocol, phase }: Question): Verdict =>
  evaluate({ protocol: protocol as Protocol, phase, prove })(view)(envelope)

const UNKNOWN = 'undetermined'

const answerIn = (judgement: Judgement): TransactionAnswer => ({
  code: judgement.code._tag === 'Some' ? judgement.code.value : UNKNOWN,
  operations: judgement.operations.map((code) => {
    if (code._tag === 'None') throw new Error('the engine left an operation open')
    return code.value
  }),
  used: judgement.used,
  // A check that the network does not reach is examined for the explanation only.
  checks: judgement.checks.flatMap(({ outcome, reached }) =>
    reached && outcome._tag === 'Checked' ? [{ needed: outcome.needed, passed: outcome.met }] : [],
  ),
})

/** The engine's answer to a question of which every account is known. */
export const engineAnswer = (question: Question): Answer => {
  const { judgement, inner } = verdictOf(question)
  const answer = answerIn(judgement)
  if (question.envelope._tag === 'Transaction') return answer
  // The list of operations is the inner transaction's; the outer result carries none of its own.
  const outer = { ...answer, operations: [] }
  return inner._tag === 'None' ? outer : { ...outer, inner: answerIn(inner.value) }
}

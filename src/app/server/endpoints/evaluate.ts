/** `POST /v1/evaluate`: what the network will say of an envelope, and why. */
import * as E from 'fp-ts/lib/Either.js'
import { evaluationJson } from '../../../edge/report/json.js'
import { evaluateBatch } from '../../programs/evaluate-batch.js'
import { evaluateEnvelope } from '../../programs/evaluate.js'
import { defineEndpoint } from '../define-endpoint.js'
import { answerBatch, askedOf, envelopeForm, questionForms } from '../question.js'
import { closed, described, words } from '../wire/forms.js'
import { evaluationCodec } from '../answers/evaluation.js'

const request = closed(
  'an object with an `envelope`',
  { envelope: envelopeForm },
  {
    ...questionForms,
    phase: described(
      '`validate`: on submission, which is the default; `apply`: when a ledger closes.',
      words('validate', 'apply'),
    ),
  },
)

export const evaluateEndpoint = defineEndpoint({
  id: 'evaluate',
  summary: 'What will the network say of an envelope, and why?',
  description:
    'The answer of `quorate evaluate --format json`. Go on where `verdict` is the text `authorized`, and nowhere else: every other word, status or error is no.',
  request,
  response: evaluationCodec,
  outcome: 'verdict',
  isQuick: true,
  answer:
    (world) =>
    async ({ envelope, phase = 'validate', ...members }) => {
      const asked = askedOf(world, members, [['envelope', envelope]])
      if (E.isLeft(asked)) return asked
      const { ports, question } = asked.right
      return E.map(evaluationJson)(
        await evaluateEnvelope(ports)({ ...question, envelope: 'envelope', phase })(),
      )
    },
  lines: answerBatch((ports, output, defaults) =>
    evaluateBatch(
      ports,
      output,
      () => undefined,
    )({ path: 'lines', defaults: { ...defaults, phase: 'validate' } }),
  ),
})

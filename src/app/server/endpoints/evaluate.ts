/** `POST /v1/evaluate`: what the network will say of an envelope, and why. */
import * as E from 'fp-ts/lib/Either.js'
import { proveWith } from '../../../kernel/signature/index.js'
import { evaluationJson } from '../../../edge/report/json.js'
import { evaluateEnvelope } from '../../programs/evaluate.js'
import { lineJudge } from '../../programs/judge-line.js'
import { defineEndpoint } from '../define-endpoint.js'
import { askedOf, envelopeForm, lineDefaults, questionForms } from '../question.js'
import { closed, described, whole, words } from '../wire/forms.js'
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
    ledger: described(
      'The ledger in which it runs, for authorization entries that expire.',
      whole(0, 0xffff_ffff),
    ),
    maxEntryTtl: described('For how many ledgers the network lets a nonce live.', whole(0, 0xffff_ffff)),
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
    async ({ envelope, phase = 'validate', ledger, maxEntryTtl, ...members }, signal) => {
      const asked = askedOf(world, members, [['envelope', envelope]], signal)
      if (E.isLeft(asked)) return asked
      const { ports, question } = asked.right
      const evaluated = await evaluateEnvelope(ports)({
        ...question,
        envelope: 'envelope',
        phase,
        ...(ledger === undefined ? {} : { ledger }),
        ...(maxEntryTtl === undefined ? {} : { maxEntryTtl }),
      })()
      return E.map(evaluationJson)(evaluated)
    },
  // Not a batch of its own each time: what is known of a network is kept from request to request.
  lines: (world) => {
    let judge: ReturnType<typeof lineJudge> | undefined
    return (body) => {
      judge ??= lineJudge(proveWith(world.ed25519()), { ...lineDefaults(world), phase: 'validate' })
      const answers: string[] = []
      for (const text of body.split('\n'))
        if (text.trim() !== '') answers.push(`${judge({ _tag: 'Line', text }).text}\n`)
      return Promise.resolve(E.right(answers.join('')))
    }
  },
})

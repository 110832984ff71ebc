/** `POST /v1/trim`: which signatures to send. */
import * as E from 'fp-ts/lib/Either.js'
import { trimmingJson } from '../../../edge/report/index.js'
import { trimBatch } from '../../programs/trim-batch.js'
import { trimEnvelopes, type TrimRequest } from '../../programs/trim.js'
import { trimmingCodec } from '../answers/trimming.js'
import { defineEndpoint } from '../define-endpoint.js'
import { answerBatch, askedOf, envelopeForm, questionForms } from '../question.js'
import { closed, described, list, text, words, yesOrNo } from '../wire/forms.js'

const request = closed(
  'an object with an `envelope`',
  { envelope: envelopeForm },
  {
    ...questionForms,
    copies: described('More copies of the same transaction, with other signatures.', list(envelopeForm, 64)),
    keep: described(
      '`needed`: none can be left out, which is the default; `usable`: all that can be used.',
      words('needed', 'usable'),
    ),
    prefer: described(
      'Signers whose signatures are kept rather than others: names or keys.',
      list(text('the name or the key of a signer', 250), 256),
    ),
    correctHints: described('Whether right signatures with wrong hints are given the right ones.', yesOrNo),
    allowInner: described('Whether inner signatures of a fee bump may be touched.', yesOrNo),
  },
)

const DEFAULTS = { keep: 'needed', correctHints: false, allowInner: false } as const

export const trimEndpoint = defineEndpoint({
  id: 'trim',
  summary: 'Which signatures to send?',
  description:
    'The answer of `quorate trim --format json`. The envelope may be sent where `state` is `ready`; copies are named `envelope`, `copies[0]`, `copies[1]`.',
  request,
  response: trimmingCodec,
  outcome: 'state',
  isQuick: false,
  answer: (world) => async (body, signal) => {
    const { envelope, copies = [], keep, prefer = [], correctHints, allowInner, ...members } = body
    const others = copies.map((copy, index) => [`copies[${String(index)}]`, copy] as const)
    const asked = askedOf(world, members, [['envelope', envelope], ...others], signal)
    if (E.isLeft(asked)) return asked
    const { ports, question } = asked.right
    const options: TrimRequest['options'] = {
      keep: keep ?? DEFAULTS.keep,
      correctHints: correctHints ?? DEFAULTS.correctHints,
      allowInner: allowInner ?? DEFAULTS.allowInner,
    }
    return E.map(trimmingJson)(await trimEnvelopes(ports)({ ...question, options, prefer })())
  },
  lines: answerBatch((ports, output, defaults) =>
    trimBatch(ports, output, () => undefined)({ path: 'lines', defaults, options: DEFAULTS, prefer: [] }),
  ),
})

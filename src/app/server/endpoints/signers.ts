/** `POST /v1/signers`: who must still sign an envelope, and who could instead. */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { completionsJson } from '../../../edge/report/index.js'
import type { SignerChoice } from '../../programs/signer-choice.js'
import { signersBatch } from '../../programs/signers-batch.js'
import { signersOf } from '../../programs/signers.js'
import { completionsCodec } from '../answers/completions.js'
import { defineEndpoint } from '../define-endpoint.js'
import { answerBatch, askedOf, envelopeForm, questionForms } from '../question.js'
import { closed, described, list, text, whole, words } from '../wire/forms.js'

/** So many completions are looked for where a request does not say. */
const MOST = 100

const names = list(text('the name or the key of a signer', 250), 256)

const request = closed(
  'an object with an `envelope`',
  { envelope: envelopeForm },
  {
    ...questionForms,
    available: described('Only these can be asked: names or keys.', names),
    prefer: described('These cost nothing, all others 1.', names),
    cost: described('What it costs to ask, such as `carina=3`.', names),
    holder: described('Who holds a key, such as `carina=Carina`, for `fewest: people`.', names),
    fewest: described('What is to be few; signatures where it is not said.', words('signatures', 'people')),
    most: described(`So many completions at most; ${String(MOST)} where it is not said.`, whole(1, 1000)),
  },
)

const NOBODY_SAID: SignerChoice = { available: O.none, prefer: [], costs: [], fewest: O.none, holders: [] }

export const signersEndpoint = defineEndpoint({
  id: 'signers',
  summary: 'Who must still sign an envelope, and who could instead?',
  description:
    'The answer of `quorate signers --format json`. Nobody has to sign where `state` is `complete`.',
  request,
  response: completionsCodec,
  outcome: 'state',
  isQuick: false,
  answer: (world) => async (body, signal) => {
    const { envelope, available, prefer, cost, holder, fewest, most = MOST, ...members } = body
    const asked = askedOf(world, members, [['envelope', envelope]], signal)
    if (E.isLeft(asked)) return asked
    const { ports, question } = asked.right
    const choice: SignerChoice = {
      available: O.fromNullable(available),
      prefer: prefer ?? [],
      costs: cost ?? [],
      fewest: O.fromNullable(fewest),
      holders: holder ?? [],
    }
    const found = await signersOf(ports)({ ...question, envelope: 'envelope', choice, most, limit: most })()
    return E.map(completionsJson)(found)
  },
  lines: answerBatch((ports, output, defaults) =>
    signersBatch(
      ports,
      output,
      () => undefined,
    )({ path: 'lines', defaults, choice: NOBODY_SAID, limit: MOST }),
  ),
})

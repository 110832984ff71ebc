/** `POST /v1/simulate`: what the accounts will be afterwards. */
import * as E from 'fp-ts/lib/Either.js'
import * as NEA from 'fp-ts/lib/NonEmptyArray.js'
import * as O from 'fp-ts/lib/Option.js'
import { simulationJson } from '../../../edge/report/index.js'
import { about, type Failure } from '../../../kernel/model/index.js'
import { parseFailingOperation, type FailingOperation } from '../../programs/failing-operations.js'
import { parseCloseTime } from '../../programs/ledger-time.js'
import { simulateBatch } from '../../programs/simulate-batch.js'
import { simulateEnvelopes } from '../../programs/simulate.js'
import { simulationCodec } from '../answers/simulation.js'
import { defineEndpoint } from '../define-endpoint.js'
import { answerBatch, askedOf, envelopeForm, questionForms } from '../question.js'
import { closed, described, list, text, whole } from '../wire/forms.js'

const request = closed(
  'an object with `envelopes`',
  {
    envelopes: described('Submitted one after the other.', list(envelopeForm, 100, 1)),
  },
  {
    ...questionForms,
    ledger: described('The ledger that they are submitted to.', whole(0, 0xffff_ffff)),
    closeTime: described(
      'When it closes: seconds since 1970 as a text, or ISO 8601 with a zone.',
      text('a time', 40),
    ),
    fails: described(
      'Operations that are taken to fail: `2`, or `1:2` of envelope 1, or `2=CODE`.',
      list(text('an operation such as `1:2`', 100), 100),
    ),
  },
)

const each = <A>(
  texts: readonly string[],
  read: (text: string) => E.Either<Failure, A>,
): E.Either<Failure, readonly A[]> => {
  const found: A[] = []
  for (const one of texts) {
    const value = read(one)
    if (E.isLeft(value)) return value
    found.push(value.right)
  }
  return E.right(found)
}

export const simulateEndpoint = defineEndpoint({
  id: 'simulate',
  summary: 'What will the accounts be afterwards?',
  description:
    'The answer of `quorate simulate --format json`. All ran where `outcome` is `succeeded`; envelopes are named `envelopes[0]`, `envelopes[1]`.',
  request,
  response: simulationCodec,
  outcome: 'outcome',
  isQuick: false,
  answer:
    (world) =>
    async ({ envelopes, ledger, closeTime, fails = [], ...members }, signal) => {
      const [first, ...others] = envelopes.map((one, index) => [`envelopes[${String(index)}]`, one] as const)
      if (first === undefined) throw new Error('invariant: the codec asks for an envelope')
      const asked = askedOf(world, members, [first, ...others], signal)
      if (E.isLeft(asked)) return asked
      const time = E.mapLeft(about('closeTime'))(
        each(closeTime === undefined ? [] : [closeTime], parseCloseTime),
      )
      if (E.isLeft(time)) return E.left(NEA.of(time.left))
      const failing: E.Either<Failure, readonly FailingOperation[]> = E.mapLeft(about('fails'))(
        each(fails, parseFailingOperation),
      )
      if (E.isLeft(failing)) return E.left(NEA.of(failing.left))
      const { ports, question } = asked.right
      const simulated = await simulateEnvelopes(ports)({
        ...question,
        ledger: O.fromNullable(ledger),
        closeTime: O.fromNullable(time.right[0]),
        fails: failing.right,
      })()
      return E.map(simulationJson)(simulated)
    },
  lines: answerBatch((ports, output, defaults) =>
    simulateBatch(
      ports,
      output,
      () => undefined,
    )({ path: 'lines', defaults: { ...defaults, ledger: O.none, closeTime: O.none } }),
  ),
})

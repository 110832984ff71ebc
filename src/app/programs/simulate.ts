/** Simulating envelopes, one after the other: read what was given, then submit each in turn. */
import * as E from 'fp-ts/lib/Either.js'
import * as NEA from 'fp-ts/lib/NonEmptyArray.js'
import type * as O from 'fp-ts/lib/Option.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import type { SimulationReport } from '../../edge/report/index.js'
import { simulate } from '../../kernel/ledger/index.js'
import type { Ports } from '../ports.js'
import { simulateInOrder } from './simulate-in-order.js'
import { codeIn, strayFailure, type FailingOperation } from './failing-operations.js'
import { readQuestion, type Failures, type Question, type QuestionRequest } from './read-question.js'

/** What to simulate, and in which ledger. */
export interface SimulateRequest extends QuestionRequest {
  readonly ledger: O.Option<number>
  /** Seconds since 1970. */
  readonly closeTime: O.Option<bigint>
  /** Operations that are taken to fail. */
  readonly fails: readonly FailingOperation[]
}

const submitAll =
  ({ ledger, closeTime, fails }: Pick<SimulateRequest, 'ledger' | 'closeTime' | 'fails'>) =>
  ({ network, protocol, prove, view, names, envelopes, asOf }: Question): SimulationReport => ({
    network,
    protocol,
    ledger,
    closeTime,
    names,
    before: view,
    ...(asOf === undefined ? {} : { asOf }),
    submitted: envelopes.map(({ name, envelope }) => ({ name, envelope })),
    simulation: simulateInOrder(simulate(protocol, prove)(view))(
      envelopes.map(({ envelope }, step) => ({
        envelope,
        ledgerSequence: ledger,
        closeTime,
        otherwise: codeIn(fails, step),
      })),
    ),
  })

/** The simulation of some envelopes; failures are those of `readQuestion`, and `no-such-operation`. */
export const simulateEnvelopes =
  (ports: Ports) =>
  (request: SimulateRequest): TE.TaskEither<Failures, SimulationReport> =>
  async () => {
    const question = await readQuestion(ports, 'apply', 'simulate')(request)()
    if (E.isLeft(question)) return question
    const stray = strayFailure(
      request.fails,
      question.right.envelopes.map(({ envelope }) => envelope),
    )
    return stray === undefined ? E.right(submitAll(request)(question.right)) : E.left(NEA.of(stray))
  }

/** Simulating envelopes, one after the other: read what was given, then submit each in turn. */
import * as E from 'fp-ts/lib/Either.js'
import type * as O from 'fp-ts/lib/Option.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import type { SimulationReport } from '../../edge/report/index.js'
import { simulate } from '../../kernel/ledger/index.js'
import type { Ports } from '../ports.js'
import { simulateInOrder } from './simulate-in-order.js'
import { readQuestion, type Failures, type Question, type QuestionRequest } from './read-question.js'

/** What to simulate, and in which ledger. */
export interface SimulateRequest extends QuestionRequest {
  readonly ledger: O.Option<number>
  /** Seconds since 1970. */
  readonly closeTime: O.Option<bigint>
}

const submitAll =
  (ledger: O.Option<number>, closeTime: O.Option<bigint>) =>
  ({ network, protocol, prove, view, names, envelopes }: Question): SimulationReport => ({
    network,
    protocol,
    ledger,
    closeTime,
    names,
    before: view,
    submitted: envelopes.map(({ name, envelope }) => ({ name, envelope })),
    simulation: simulateInOrder(simulate(protocol, prove)(view))(
      envelopes.map(({ envelope }) => ({ envelope, ledgerSequence: ledger, closeTime })),
    ),
  })

/** The simulation of some envelopes; failures are those of `readQuestion`. */
export const simulateEnvelopes =
  (ports: Ports) =>
  ({ ledger, closeTime, ...request }: SimulateRequest): TE.TaskEither<Failures, SimulationReport> =>
  async () =>
    E.map(submitAll(ledger, closeTime))(await readQuestion(ports, 'apply')(request)())

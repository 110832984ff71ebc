/** Simulating a batch: what the accounts are after each case. */
import * as E from 'fp-ts/lib/Either.js'
import type * as NEA from 'fp-ts/lib/NonEmptyArray.js'
import * as O from 'fp-ts/lib/Option.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import { simulatedLine, simulatedSequenceLine } from '../../edge/report/simulation/batch-line.js'
import { readBatchSteps, type BatchStep, type BatchSteps } from '../../edge/source/batch-steps.js'
import { simulate, type Submission } from '../../kernel/ledger/index.js'
import { about, type Failure } from '../../kernel/model/index.js'
import { parseProtocol } from '../../kernel/protocol/index.js'
import { proveWith, type Prove } from '../../kernel/signature/index.js'
import type { Output, Ports } from '../ports.js'
import { answerLines, type BatchCount } from './answer-lines.js'
import { lineAnswerer, type Decode, type LineDefaults } from './read-line.js'

/** The ledger that envelopes are submitted to, where it is known. */
export interface LedgerDefaults {
  readonly ledger: O.Option<number>
  readonly closeTime: O.Option<bigint>
}

/** What to simulate: a path or `-`, and what lines mean that do not say everything. */
export interface SimulateBatchRequest {
  readonly path: string
  readonly defaults: LineDefaults & LedgerDefaults
}

/**
 * A step as a submission. One envelope is taken to be in a ledger, as recorded ones are, unless its line
 * says that it is to be validated; steps are submitted.
 */
const submissionOf = (
  { isSequence, phase }: BatchSteps,
  { ledger, closeTime }: LedgerDefaults,
  decode: Decode,
  step: BatchStep,
): E.Either<Failure, Submission> =>
  E.map((envelope: Submission['envelope']): Submission => ({
    envelope,
    ledgerSequence: O.isSome(step.ledgerSeq) ? step.ledgerSeq : ledger,
    closeTime: O.isSome(step.closeTime) ? step.closeTime : closeTime,
    otherwise: (index) => step.fails.get(index),
    isInLedger: O.isSome(phase) ? phase.value === 'apply' : !isSequence,
  }))(decode(step.envelope))

const answerCase =
  (prove: Prove, defaults: LedgerDefaults) =>
  (one: BatchSteps, number: number, decode: Decode): E.Either<Failure, string> => {
    const protocol = parseProtocol('apply')(number)
    if (E.isLeft(protocol)) return protocol
    const submissions: Submission[] = []
    for (const [index, step] of one.steps.entries()) {
      const submission = submissionOf(one, defaults, decode, step)
      if (E.isLeft(submission))
        return one.isSequence ? E.left(about(`steps[${String(index)}]`)(submission.left)) : submission
      submissions.push(submission.right)
    }
    const simulation = simulate(protocol.right, prove)(one.view)(submissions)
    const [first] = simulation.steps
    if (first === undefined) throw new Error('invariant: a case has a step')
    return E.right(
      one.isSequence
        ? simulatedSequenceLine(one.id, simulation)
        : simulatedLine(one.id, one.view, first, simulation.warnings),
    )
  }

/** Simulates every line; failures are those of `answerLines`. */
export const simulateBatch =
  (ports: Ports, output: Output, onCount: (count: BatchCount) => void) =>
  ({ path, defaults }: SimulateBatchRequest): TE.TaskEither<NEA.NonEmptyArray<Failure>, BatchCount> =>
    answerLines(
      ports,
      output,
      onCount,
    )(path, lineAnswerer(defaults, readBatchSteps, answerCase(proveWith(ports.ed25519()), defaults)))

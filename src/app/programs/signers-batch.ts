/** Who must still sign each case of a batch. */
import * as E from 'fp-ts/lib/Either.js'
import * as NEA from 'fp-ts/lib/NonEmptyArray.js'
import * as O from 'fp-ts/lib/Option.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import { collectCompletions, completions, type CompletionOptions } from '../../advice/select/index.js'
import { signersLine } from '../../edge/report/completions/batch-line.js'
import { readBatchAvailable, type BatchAvailable } from '../../edge/source/batch-available.js'
import type { BatchPhase } from '../../edge/source/batch-frame.js'
import type { Failure } from '../../kernel/model/index.js'
import { parseProtocol } from '../../kernel/protocol/index.js'
import { proveWith, type Prove } from '../../kernel/signature/index.js'
import type { Output, Ports } from '../ports.js'
import { answerLines, type BatchCount } from './answer-lines.js'
import { lineAnswerer, type Decode, type LineDefaults } from './read-line.js'
import { completionOptionsOf, NO_SIGNER_NAMES, type SignerChoice } from './signer-choice.js'

/** What to look for: a path or `-`, and what holds for every line. */
export interface SignersBatchRequest {
  readonly path: string
  readonly defaults: LineDefaults
  readonly choice: SignerChoice
  readonly limit: number
}

const answerCase =
  (prove: Prove, options: CompletionOptions, limit: number) =>
  (one: BatchAvailable, number: number, decode: Decode): E.Either<Failure, string> => {
    const phase = O.getOrElse((): BatchPhase => 'validate')(one.phase)
    const protocol = parseProtocol(phase)(number)
    if (E.isLeft(protocol)) return protocol
    const envelope = decode(one.envelope)
    if (E.isLeft(envelope)) return envelope
    const found = completions({ protocol: protocol.right, phase, prove })(one.view)(envelope.right)({
      ...options,
      ...(O.isSome(one.available) ? { available: new Set(one.available.value) } : {}),
    })
    return E.right(signersLine(one.id, found, collectCompletions(limit)(found)))
  }

/** Answers every line; failures are those of `answerLines` and `completionOptionsOf`. */
export const signersBatch =
  (ports: Ports, output: Output, onCount: (count: BatchCount) => void) =>
  (request: SignersBatchRequest): TE.TaskEither<NEA.NonEmptyArray<Failure>, BatchCount> => {
    const { path, defaults, choice, limit } = request
    const options = completionOptionsOf(NO_SIGNER_NAMES)(choice)
    if (E.isLeft(options)) return () => Promise.resolve(E.left(NEA.of(options.left)))
    const answer = answerCase(proveWith(ports.ed25519()), options.right, limit)
    return answerLines(ports, output, onCount)(path, lineAnswerer(defaults, readBatchAvailable, answer))
  }

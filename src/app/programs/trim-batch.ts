/** Trimming each case of a batch. */
import * as E from 'fp-ts/lib/Either.js'
import * as NEA from 'fp-ts/lib/NonEmptyArray.js'
import * as O from 'fp-ts/lib/Option.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import { trim, type TrimOptions } from '../../advice/select/index.js'
import { trimmedLine } from '../../edge/report/trimming/batch-line.js'
import { readBatchCopies, type BatchCopies } from '../../edge/source/batch-copies.js'
import type { BatchPhase } from '../../edge/source/batch-frame.js'
import { about, type Envelope, type Failure } from '../../kernel/model/index.js'
import { parseProtocol } from '../../kernel/protocol/index.js'
import { proveWith, type Prove } from '../../kernel/signature/index.js'
import type { Output, Ports } from '../ports.js'
import { answerLines, type BatchCount } from './answer-lines.js'
import { lineAnswerer, type Decode, type LineDefaults } from './read-line.js'
import { NO_SIGNER_NAMES } from './signer-choice.js'
import { trimOptionsOf, type TrimRequest } from './trim.js'
import { differentTransactions, printTrimmed } from './trimmed-text.js'

/** What to trim: a path or `-`, and what holds for every line. */
export interface TrimBatchRequest extends Pick<TrimRequest, 'options' | 'prefer'> {
  readonly path: string
  readonly defaults: LineDefaults
}

const copiesOf = (
  one: BatchCopies,
  decode: Decode,
): E.Either<Failure, readonly [Envelope, ...Envelope[]]> => {
  const first = decode(one.envelope)
  if (E.isLeft(first)) return first
  const others: Envelope[] = []
  for (const [index, text] of O.getOrElse((): readonly string[] => [])(one.copies).entries()) {
    const copy = decode(text)
    if (E.isLeft(copy)) return E.left(about(`copies[${String(index)}]`)(copy.left))
    others.push(copy.right)
  }
  return E.right([first.right, ...others])
}

const answerCase =
  (prove: Prove, options: TrimOptions) =>
  (one: BatchCopies, number: number, decode: Decode): E.Either<Failure, string> => {
    const phase = O.getOrElse((): BatchPhase => 'validate')(one.phase)
    const protocol = parseProtocol(phase)(number)
    if (E.isLeft(protocol)) return protocol
    const copies = copiesOf(one, decode)
    if (E.isLeft(copies)) return copies
    const result = trim({ protocol: protocol.right, phase, prove })(one.view)(...copies.right)({
      ...options,
      ...(O.isSome(one.allowInner) ? { allowInner: one.allowInner.value } : {}),
    })
    if (E.isRight(result)) return lineOf(one, result)
    const { left } = result
    return left._tag === 'DifferentTransactions'
      ? E.left(
          differentTransactions(left, [
            'the envelope',
            ...copies.right.map((_, i) => `copies[${String(i)}]`),
          ]),
        )
      : lineOf(one, E.left(left))
  }

const lineOf = (
  { id, envelope }: BatchCopies,
  result: Parameters<typeof printTrimmed>[0],
): E.Either<Failure, string> =>
  E.map((printed: O.Option<string>) => trimmedLine(id, { result, printed }))(printTrimmed(result)(envelope))

/** Trims every line; failures are those of `answerLines` and `trimOptionsOf`. */
export const trimBatch =
  (ports: Ports, output: Output, onCount: (count: BatchCount) => void) =>
  (request: TrimBatchRequest): TE.TaskEither<NEA.NonEmptyArray<Failure>, BatchCount> => {
    const options = trimOptionsOf(NO_SIGNER_NAMES, request)
    if (E.isLeft(options)) return () => Promise.resolve(E.left(NEA.of(options.left)))
    const answer = answerCase(proveWith(ports.ed25519()), options.right)
    return answerLines(
      ports,
      output,
      onCount,
    )(request.path, lineAnswerer(request.defaults, readBatchCopies, answer))
  }

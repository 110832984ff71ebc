/** Trimming an envelope, or several copies of it: read, merge, choose, and put the list back. */
import * as E from 'fp-ts/lib/Either.js'
import * as NEA from 'fp-ts/lib/NonEmptyArray.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import { trim, type TrimOptions } from '../../advice/select/index.js'
import type { TrimmingReport } from '../../edge/report/index.js'
import type { Failure } from '../../kernel/model/index.js'
import type { Ports } from '../ports.js'
import { readQuestion, type Failures, type Question, type QuestionRequest } from './read-question.js'
import { sequenceNoteOf } from './sequence-note.js'
import { signersNamed, type SignerNames } from './signer-choice.js'
import { differentTransactions, printTrimmed } from './trimmed-text.js'

/** What to trim, and how. */
export interface TrimRequest extends QuestionRequest {
  readonly options: Pick<TrimOptions, 'keep' | 'correctHints' | 'allowInner'>
  /** Names or keys whose signatures are kept rather than others. */
  readonly prefer: readonly string[]
}

/** Keeping one of these is worth more than keeping any number of others. */
const PREFERRED = 100

/** The options with what is preferred. Failures: those of `signersNamed`. */
export const trimOptionsOf = (
  names: SignerNames,
  { options, prefer }: Pick<TrimRequest, 'options' | 'prefer'>,
): E.Either<Failure, TrimOptions> =>
  E.map((keys: readonly string[]): TrimOptions => {
    const preferred = new Set(keys)
    return {
      ...options,
      worthOf: (proved) => (proved.some(({ strkey }) => preferred.has(strkey)) ? PREFERRED : 1),
    }
  })(signersNamed(names, '--prefer')(prefer))

const trimAll = (question: Question, options: TrimOptions): E.Either<Failure, TrimmingReport> => {
  const { network, protocol, prove, view, names, envelopes, asOf } = question
  const [first, ...others] = envelopes
  const result = trim({ protocol, phase: 'validate', prove })(view)(
    first.envelope,
    ...others.map(({ envelope }) => envelope),
  )(options)
  if (E.isLeft(result) && result.left._tag === 'DifferentTransactions')
    return E.left(
      differentTransactions(
        result.left,
        envelopes.map(({ name }) => name),
      ),
    )
  const told = result as TrimmingReport['result']
  const printed = printTrimmed(told)(first.text)
  if (E.isLeft(printed)) return printed
  return E.right({
    network,
    protocol,
    names,
    copies: envelopes.map(({ name, envelope }) => ({ name, envelope })),
    result: told,
    printed: printed.right,
    sequenceNote: sequenceNoteOf(protocol, view, first.envelope, names),
    ...(asOf === undefined ? {} : { asOf }),
  })
}

/** What came of trimming; failures are those of `readQuestion`, `trimOptionsOf`, and `different-transactions`. */
export const trimEnvelopes =
  (ports: Ports) =>
  (request: TrimRequest): TE.TaskEither<Failures, TrimmingReport> =>
  async () => {
    const question = await readQuestion(ports, 'validate')(request)()
    if (E.isLeft(question)) return question
    const options = trimOptionsOf(question.right.sources, request)
    const trimmed = E.isLeft(options) ? options : trimAll(question.right, options.right)
    return E.isLeft(trimmed) ? E.left(NEA.of<Failure>(trimmed.left)) : trimmed
  }

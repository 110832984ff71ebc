/**
 * Who must still sign an envelope: read what was given, search, and say what keeps it from running. Keys that a
 * file calls lost are not asked; the network knows nothing of that, and what they have signed counts.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as NEA from 'fp-ts/lib/NonEmptyArray.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import {
  collectCompletions,
  completions,
  type CompletionOptions,
  type Completions,
} from '../../advice/select/index.js'
import type { CompletionsReport } from '../../edge/report/index.js'
import type { MergedSources } from '../../edge/source/index.js'
import { explain, type Judge } from '../../kernel/engine/index.js'
import type { Failure } from '../../kernel/model/index.js'
import type { Ports } from '../ports.js'
import { readQuestion, type Failures, type Question, type QuestionRequest } from './read-question.js'
import { sequenceNoteOf } from './sequence-note.js'
import { signedForOther } from './signed-for.js'
import { completionOptionsOf, isPriced, type SignerChoice } from './signer-choice.js'

/** What to look for. */
export interface SignersRequest extends Omit<QuestionRequest, 'envelopes'> {
  /** A path, base64, or `-`. */
  readonly envelope: string
  readonly choice: SignerChoice
  /** So many completions are shown at most. */
  readonly most: number
  /** So many are looked for. */
  readonly limit: number
}

/** Who of those that have weight here is called lost. */
const lostSigners = (
  { progress }: Completions,
  lost: MergedSources['lost'],
  named: ReadonlySet<string>,
): CompletionsReport['lost'] => {
  const signed = new Set(progress.flatMap((one) => one.signed.map(({ key }) => key.strkey)))
  const signers = progress.flatMap((one) => [...one.signed, ...one.wanting].map(({ key }) => key.strkey))
  return [...new Set(signers)].flatMap((key) => {
    const said = lost.get(key)
    return said === undefined
      ? []
      : [{ key, lost: said, hasSigned: signed.has(key), isNamed: named.has(key) }]
  })
}

const search = (
  { network, protocol, prove, view, names, envelopes, asOf, sources: { lost } }: Question,
  options: CompletionOptions,
  { most, limit, choice }: SignersRequest,
): CompletionsReport => {
  const [{ envelope, text }] = envelopes
  const judge: Judge = { protocol, phase: 'validate', prove }
  const found = completions(judge)(view)(envelope)({ ...options, unavailable: new Set(lost.keys()) })
  const explanation = explain(prove)(envelope)(found.verdict)
  return {
    network,
    names,
    envelope,
    completions: found,
    lost: lostSigners(found, lost, options.available ?? new Set()),
    collected: collectCompletions(limit)(found),
    most,
    showsCost: isPriced(choice),
    signedFor: signedForOther(prove)(text, network, envelope, explanation),
    sequenceNote: sequenceNoteOf(protocol, view, envelope, names),
    ...(asOf === undefined ? {} : { asOf }),
  }
}

/** Who must still sign; failures are those of `readQuestion` and `completionOptionsOf`. */
export const signersOf =
  (ports: Ports) =>
  (request: SignersRequest): TE.TaskEither<Failures, CompletionsReport> =>
  async () => {
    const { envelope, ...rest } = request
    const question = await readQuestion(ports, 'validate')({ ...rest, envelopes: [envelope] })()
    if (E.isLeft(question)) return question
    const options = completionOptionsOf(question.right.sources)(request.choice)
    return E.isLeft(options)
      ? E.left(NEA.of<Failure>(options.left))
      : E.right(search(question.right, options.right, request))
  }

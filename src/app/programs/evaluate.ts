/**
 * Evaluating one envelope: read what was given, decide, and say why and what would mend it.
 *
 * What is asked of the world is read first; after that everything is a function of values.
 */
import * as E from 'fp-ts/lib/Either.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import type { Evaluation } from '../../edge/report/index.js'
import { audit, explain, mendsOf, type Judge } from '../../kernel/engine/index.js'
import type { Phase } from '../../kernel/protocol/index.js'
import type { Ports } from '../ports.js'
import { readQuestion, type Failures, type Question, type QuestionRequest } from './read-question.js'
import { signedForOther } from './signed-for.js'

export type { Failures } from './read-question.js'

/** What to audit, and under which rules. */
export interface EvaluateRequest extends Omit<QuestionRequest, 'envelopes'> {
  /** A path, base64, or `-`. */
  readonly envelope: string
  readonly phase: Phase
}

const decide =
  (phase: Phase) =>
  ({ network, networkFrom, protocol, prove, view, names, envelopes, asOf }: Question): Evaluation => {
    const [{ envelope, text }] = envelopes
    const judge: Judge = { protocol, phase, prove }
    const verdict = audit(judge)(view)(envelope)
    const explanation = explain(prove)(envelope)(verdict)
    return {
      network,
      networkFrom,
      explanation,
      mends: mendsOf(judge)(view)(envelope)(verdict),
      names,
      signedFor: signedForOther(prove)(text, network, envelope, explanation),
      ...(asOf === undefined ? {} : { asOf }),
    }
  }

/** The evaluation of an envelope; failures are those of `readQuestion`. */
export const evaluateEnvelope =
  (ports: Ports) =>
  ({ envelope, phase, ...request }: EvaluateRequest): TE.TaskEither<Failures, Evaluation> =>
  async () =>
    E.map(decide(phase))(await readQuestion(ports, phase)({ ...request, envelopes: [envelope] })())

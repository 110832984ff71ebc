/**
 * Evaluating one envelope: read what was given, decide, and say why and what would mend it.
 *
 * What is asked of the world is read first; after that everything is a function of values.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import type { Evaluation } from '../../edge/report/index.js'
import { judgeEntries } from '../../edge/soroban/index.js'
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
  /** The ledger in which it runs, for entries that expire; without it, one after those of the accounts. */
  readonly ledger?: number
  /** For how many ledgers the network lets a nonce live. */
  readonly maxEntryTtl?: number
}

/** Where accounts were fetched, a call can run in the ledger after them at the earliest. */
const ledgerAfter = ({ asOf }: Question): O.Option<number> =>
  asOf === undefined ? O.none : O.map(({ last }: { readonly last: number }) => last + 1)(asOf.ledgers)

const decide =
  ({ phase, ledger, maxEntryTtl }: Pick<EvaluateRequest, 'phase' | 'ledger' | 'maxEntryTtl'>) =>
  (question: Question): Evaluation => {
    const { network, networkFrom, protocol, prove, view, names, envelopes, asOf } = question
    const [{ envelope, text }] = envelopes
    const judge: Judge = { protocol, phase, prove }
    const verdict = audit(judge)(view)(envelope)
    const explanation = explain(prove)(envelope)(verdict)
    const entries = judgeEntries({
      ...{ network, protocol, prove, maxEntryTtl: O.fromNullable(maxEntryTtl) },
      ledger: ledger === undefined ? ledgerAfter(question) : O.some(ledger),
    })(view)(envelope)
    return {
      network,
      networkFrom,
      explanation,
      mends: mendsOf(judge)(view)(envelope)(verdict),
      names,
      signedFor: signedForOther(prove)(text, network, envelope, explanation),
      ...(entries.length === 0 ? {} : { entries }),
      ...(asOf === undefined ? {} : { asOf }),
    }
  }

/** The evaluation of an envelope; failures are those of `readQuestion`. */
export const evaluateEnvelope =
  (ports: Ports) =>
  (request: EvaluateRequest): TE.TaskEither<Failures, Evaluation> =>
  async () => {
    const { envelope, phase, ledger: _ledger, maxEntryTtl: _ttl, ...asked } = request
    return E.map(decide(request))(await readQuestion(ports, phase)({ ...asked, envelopes: [envelope] })())
  }

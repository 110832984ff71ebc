/** Evaluating a batch: one verdict a line. */
import type * as NEA from 'fp-ts/lib/NonEmptyArray.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import type { Failure } from '../../kernel/model/index.js'
import type { Phase } from '../../kernel/protocol/index.js'
import { proveWith } from '../../kernel/signature/index.js'
import type { Output, Ports } from '../ports.js'
import { answerLines, type BatchCount } from './answer-lines.js'
import { lineJudge } from './judge-line.js'
import type { LineDefaults } from './read-line.js'

/** What to judge: a path or `-`, and what lines mean that do not say everything. */
export interface BatchRequest {
  readonly path: string
  readonly defaults: LineDefaults & { readonly phase: Phase }
}

/** Judges every line; failures are those of `answerLines`. */
export const evaluateBatch =
  (ports: Ports, output: Output, onCount: (count: BatchCount) => void) =>
  ({ path, defaults }: BatchRequest): TE.TaskEither<NEA.NonEmptyArray<Failure>, BatchCount> =>
    answerLines(ports, output, onCount)(path, lineJudge(proveWith(ports.ed25519()), defaults))

/** Evaluations of fixtures, with the names that they are built from. */
import * as O from 'fp-ts/lib/Option.js'
import { ed25519 } from '../../../src/app/node/ed25519.js'
import { namesOf, pageOf, renderLines, unpainted, type Evaluation } from '../../../src/edge/report/index.js'
import { audit, explain, mendsOf, type Judge } from '../../../src/kernel/engine/index.js'
import { NETWORKS, type Envelope, type LedgerView } from '../../../src/kernel/model/index.js'
import type { Phase, Protocol } from '../../../src/kernel/protocol/index.js'
import { proveWith } from '../../../src/kernel/signature/index.js'
import { key } from '../../support/build/key.js'

const prove = proveWith(ed25519())

/** What is told of an envelope; `known` are the names that the reader knows. */
export const evaluationOf = (
  view: LedgerView,
  envelope: Envelope,
  known: readonly string[] = [],
  phase: Phase = 'validate',
): Evaluation => {
  const judge: Judge = { protocol: 27 as Protocol, phase, prove }
  const verdict = audit(judge)(view)(envelope)
  return {
    network: NETWORKS.testnet,
    networkFrom: 'command-line',
    explanation: explain(prove)(envelope)(verdict),
    mends: mendsOf(judge)(view)(envelope)(verdict),
    names: namesOf(new Map(known.map((name) => [key(name).id as string, name]))),
    signedFor: O.none,
  }
}

/** The lines of its page, uncoloured. */
export const pageLines = (evaluation: Evaluation, width = 80): readonly string[] =>
  renderLines(unpainted)(pageOf(width)(evaluation)).split('\n').slice(0, -1)

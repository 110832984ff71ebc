/** One line of a batch to the verdict that answers it. Pure, and as fast as the engine lets it be. */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { verdictLine } from '../../edge/report/batch-line.js'
import { readBatchCase } from '../../edge/source/batch-case.js'
import { judgeEntries } from '../../edge/soroban/index.js'
import { evaluate } from '../../kernel/engine/index.js'
import { parseProtocol, type Phase } from '../../kernel/protocol/index.js'
import type { Prove } from '../../kernel/signature/index.js'
import type { InputLine } from '../ports.js'
import type { Answer } from './answer-lines.js'
import { lineAnswerer, type LineDefaults } from './read-line.js'

/** Answers lines, one after the other. */
export const lineJudge = (
  prove: Prove,
  defaults: LineDefaults & { readonly phase: Phase },
): ((line: InputLine) => Answer) =>
  lineAnswerer(defaults, readBatchCase, (one, number, decode) => {
    const phase = O.getOrElse(() => defaults.phase)(one.phase)
    const protocol = parseProtocol(phase)(number)
    if (E.isLeft(protocol)) return protocol
    const envelope = decode(one.envelope)
    if (E.isLeft(envelope)) return envelope
    const verdict = evaluate({ protocol: protocol.right, phase, prove })(one.view)(envelope.right)
    const entries = judgeEntries({
      ...{ network: one.network, protocol: protocol.right, prove, ledger: O.none, maxEntryTtl: O.none },
    })(one.view)(envelope.right)
    return E.right(verdictLine(one.id, envelope.right, verdict, entries))
  })

/**
 * The judge: is this envelope authorized, as of this view of the ledger?
 *
 * The order of everything is stellar-core's. What core decides by sequence number, time, ledger bounds,
 * fee or balance is not asked here; it may refuse an envelope that is `Authorized`.
 */
import * as O from 'fp-ts/lib/Option.js'
import type { Envelope, LedgerView } from '../model/index.js'
import { judgeFeeSource } from './judge-fee-source.js'
import { judgeTransaction } from './judge-transaction.js'
import type { Judge } from './judgement.js'
import type { Judgement, Verdict } from './verdict.js'

const settle = (judge: Judge, judgement: Judgement, inner: O.Option<Judgement>): Verdict => {
  const { protocol, phase } = judge
  const judged = { protocol, phase, judgement, inner }
  if (O.isNone(judgement.code)) {
    const missing = [...judgement.missing, ...(O.isSome(inner) ? inner.value.missing : [])]
    return { _tag: 'Undetermined', ...judged, missing: [...new Set(missing)] }
  }
  const code = judgement.code.value
  return code === 'txSUCCESS' || code === 'txFEE_BUMP_INNER_SUCCESS'
    ? { _tag: 'Authorized', ...judged, code }
    : { _tag: 'Rejected', ...judged, code }
}

/** The outer judgement again, with the code that the inner one gives it. */
const wrap = (outer: Judgement, inner: Judgement): Judgement => {
  if (O.isNone(outer.code) || outer.code.value !== 'txSUCCESS') return outer
  if (O.isNone(inner.code)) return { ...outer, code: O.none }
  return {
    ...outer,
    code: O.some(inner.code.value === 'txSUCCESS' ? 'txFEE_BUMP_INNER_SUCCESS' : 'txFEE_BUMP_INNER_FAILED'),
  }
}

const judgeEnvelope =
  (all: boolean) =>
  (judge: Judge) =>
  (view: LedgerView) =>
  (envelope: Envelope): Verdict => {
    if (envelope._tag === 'Transaction')
      return settle(judge, judgeTransaction(judge, view, envelope, all), O.none)
    const outer = judgeFeeSource(judge, view, envelope)
    if (O.isSome(outer.code) && outer.code.value !== 'txSUCCESS') return settle(judge, outer, O.none)
    const inner = judgeTransaction(judge, view, envelope.inner, all)
    return settle(judge, wrap(outer, inner), O.some(inner))
  }

/**
 * What the network will say of an envelope.
 *
 * Total: there is a verdict for every envelope and view. A rejection is certain whatever the accounts
 * hold that were not fetched; where they could matter, the verdict is `Undetermined`. It makes the checks
 * that the network makes, and no others: once an envelope is refused, nothing more is verified.
 *
 * @example
 * ```ts
 * import { evaluate, type Envelope, type Judge, type LedgerView } from 'quorate/kernel'
 *
 * export const codeOf = (judge: Judge, view: LedgerView, envelope: Envelope): string => {
 *   const verdict = evaluate(judge)(view)(envelope)
 *   return verdict._tag === 'Undetermined' ? `depends on ${verdict.missing.join(', ')}` : verdict.code
 * }
 * ```
 */
export const evaluate: (judge: Judge) => (view: LedgerView) => (envelope: Envelope) => Verdict =
  judgeEnvelope(false)

/**
 * The same verdict, with all checks in it: also those that the network did not come to, marked as not
 * reached. For explanations, and for finding out who must still sign; a gate has no use for it.
 */
export const audit: (judge: Judge) => (view: LedgerView) => (envelope: Envelope) => Verdict =
  judgeEnvelope(true)

/** Judging the outer signatures of a fee bump (stellar-core `FeeBumpTransactionFrame::commonValid`). */
import * as O from 'fp-ts/lib/Option.js'
import type { FeeBumpEnvelope, LedgerView } from '../model/index.js'
import { checker } from './checker.js'
import { examiner } from './examine.js'
import { envelopeCodeOf, missingIn, refused, surplusOf, type Judge } from './judgement.js'
import { feeBumpRefusal } from './refusal.js'
import { feeSourceRequirement } from './requirement.js'
import type { Checked, Judgement } from './verdict.js'

/** Judges the outer signatures of a fee bump. Success here means: go on to the inner transaction. */
export const judgeFeeSource = (judge: Judge, view: LedgerView, envelope: FeeBumpEnvelope): Judgement => {
  const { protocol, phase, prove } = judge
  const list = checker(protocol, prove, envelope.hash, envelope.signatures)
  const refusal = feeBumpRefusal(protocol, phase, envelope)
  if (O.isSome(refusal)) return refused(list, refusal.value)
  const passed: Judgement = {
    hash: list.hash,
    code: O.some('txSUCCESS'),
    fault: O.none,
    checks: [],
    operations: [],
    used: list.used,
    missing: [],
  }
  // When a ledger closes, the outer signatures are not judged again, whatever became of the fee source.
  if (phase === 'apply') return passed
  const requirement = feeSourceRequirement(envelope)
  const outcome = examiner(protocol, phase, view)(list, requirement)
  const checks: readonly Checked[] = [{ requirement, outcome, reached: true }]
  const code = envelopeCodeOf(outcome)
  if (O.isSome(code)) return { ...passed, checks, code, fault: O.some({ _tag: 'Requirement', check: 0 }) }
  if (outcome._tag === 'NotFetched') return { ...passed, checks, code: O.none, missing: missingIn(checks) }
  const surplus = surplusOf(list)
  return O.isSome(surplus)
    ? { ...passed, checks, code: O.some('txBAD_AUTH_EXTRA'), fault: surplus }
    : { ...passed, checks }
}

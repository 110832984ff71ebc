/**
 * The judge: is this envelope authorized, as of this view of the ledger?
 *
 * The order of everything is stellar-core's (`TransactionFrame::commonValid`, `checkValid`,
 * `processSignatures`; `FeeBumpTransactionFrame`). What core decides by sequence number, time, ledger
 * bounds, fee or balance is not asked here; it may refuse an envelope that is `Authorized`.
 */
import * as O from 'fp-ts/lib/Option.js'
import type { AccountId, Envelope, FeeBumpEnvelope, LedgerView, TransactionEnvelope } from '../model/index.js'
import type { OperationCode, Phase, Protocol, TransactionCode } from '../protocol/index.js'
import type { Prove } from '../signature/index.js'
import { checker, rehearsal, type Checker } from './checker.js'
import { runOperations } from './existence.js'
import { examiner } from './examine.js'
import { feeBumpRefusal, transactionRefusal, type Refusal } from './refusal.js'
import { feeSourceRequirement, requirementsOf } from './requirement.js'
import type { Checked, Fault, Judgement, Outcome, Verdict } from './verdict.js'

/** Under which rules to judge, and how signatures are proved. */
export interface Judge {
  readonly protocol: Protocol
  readonly phase: Phase
  readonly prove: Prove
}

const SUCCESS: O.Option<OperationCode> = O.some('opSUCCESS')

/** The code of an operation by its signatures alone; none where its account was not fetched. */
const operationCodeOf = (outcome: Outcome): O.Option<OperationCode> => {
  switch (outcome._tag) {
    case 'Checked':
      return outcome.met ? SUCCESS : O.some('opBAD_AUTH')
    case 'NoAccount':
      return O.some('opNO_ACCOUNT')
    case 'NotSupported':
      return O.some('opNOT_SUPPORTED')
    case 'NotFetched':
      return O.none
  }
}

/** The code of a failed check of the whole transaction: of its source, its extra signers, its fee source. */
const envelopeCodeOf = (outcome: Outcome): O.Option<TransactionCode> => {
  switch (outcome._tag) {
    case 'Checked':
      return outcome.met ? O.none : O.some('txBAD_AUTH')
    case 'NoAccount':
      return O.some('txNO_ACCOUNT')
    case 'NotSupported':
    case 'NotFetched':
      return O.none
  }
}

const isFailure = (code: O.Option<OperationCode>): boolean => O.isSome(code) && code.value !== 'opSUCCESS'

const positionsWhere = <A>(holds: (a: A) => boolean, list: readonly A[]): readonly number[] => {
  const positions: number[] = []
  for (const [index, a] of list.entries()) if (holds(a)) positions.push(index)
  return positions
}

const refused = (list: Checker, { code, reason }: Refusal): Judgement => ({
  hash: list.hash,
  code: O.some(code),
  fault: O.some({ _tag: 'Form', reason }),
  checks: [],
  operations: [],
  used: list.used,
  missing: [],
})

const missingIn = (checks: readonly Checked[]): readonly AccountId[] => {
  const missing = new Set<AccountId>()
  for (const { requirement, outcome, reached } of checks)
    if (reached && outcome._tag === 'NotFetched' && requirement._tag !== 'ExtraSigners')
      missing.add(requirement.account)
  return [...missing]
}

const failuresIn = (codes: readonly O.Option<OperationCode>[]): O.Option<Fault> => {
  const operations = positionsWhere(isFailure, codes)
  return operations.length > 0 ? O.some({ _tag: 'Operations', operations }) : O.none
}

const surplusOf = (list: Checker): O.Option<Fault> => {
  const signatures = positionsWhere((used) => !used, list.used)
  return signatures.length > 0 ? O.some({ _tag: 'Surplus', signatures }) : O.none
}

/** Judges an ordinary envelope, or the inner one of a fee bump. */
const judgeTransaction = (judge: Judge, view: LedgerView, envelope: TransactionEnvelope): Judgement => {
  const { protocol, phase, prove } = judge
  const { transaction } = envelope
  const list = checker(protocol, prove, envelope.hash, envelope.signatures)
  const refusal = transactionRefusal(protocol)(envelope)
  if (O.isSome(refusal)) return refused(list, refusal.value)

  const examine = examiner(protocol, phase, view)
  const checks: Checked[] = []
  const operations: O.Option<OperationCode>[] = []
  let fault: O.Option<Fault> = O.none
  let code: O.Option<TransactionCode> = O.none
  let rehearsed: Checker | undefined

  for (const requirement of requirementsOf(transaction)) {
    const reached = O.isNone(fault)
    // Once the network has refused, its marks stand; the rest is examined for the explanation only.
    if (!reached) rehearsed ??= rehearsal(list)
    const outcome = examine(reached ? list : (rehearsed ?? list), requirement)
    checks.push({ requirement, outcome, reached })
    if (requirement._tag === 'Operation') {
      const operation = reached ? operationCodeOf(outcome) : SUCCESS
      operations.push(operation)
      // Validation stops at the first operation that fails; apply judges the signatures of all.
      if (reached && isFailure(operation) && phase === 'validate')
        fault = O.some({ _tag: 'Operations', operations: [requirement.index] })
    } else if (reached) {
      code = envelopeCodeOf(outcome)
      if (O.isSome(code)) fault = O.some({ _tag: 'Requirement', check: checks.length - 1 })
    }
  }

  const { hash, used } = list
  const missing = missingIn(checks)
  const undetermined = (): Judgement => ({
    hash,
    code: O.none,
    fault: O.none,
    checks,
    operations,
    used,
    missing,
  })
  const settled = (
    known: TransactionCode,
    why: O.Option<Fault>,
    results: Judgement['operations'],
  ): Judgement => ({ hash, code: O.some(known), fault: why, checks, operations: results, used, missing: [] })

  // A source that was not fetched may not exist, and then nothing else was looked at.
  if (checks[0]?.outcome._tag === 'NotFetched') return undetermined()
  if (O.isSome(code)) return settled(code.value, fault, [])
  const failed = failuresIn(operations)
  if (O.isSome(failed)) return settled('txFAILED', failed, operations)
  if (missing.length > 0) return undetermined()
  const surplus = surplusOf(list)
  if (O.isSome(surplus)) return settled('txBAD_AUTH_EXTRA', surplus, [])
  if (phase === 'validate') return settled('txSUCCESS', O.none, operations)
  const run = runOperations(protocol, view, transaction).map(O.some)
  const stopped = failuresIn(run)
  return settled(O.isSome(stopped) ? 'txFAILED' : 'txSUCCESS', stopped, run)
}

/** Judges the outer signatures of a fee bump. Success here means: go on to the inner transaction. */
const judgeFeeSource = (judge: Judge, view: LedgerView, envelope: FeeBumpEnvelope): Judgement => {
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

/**
 * What the network will say of an envelope.
 *
 * Total: there is a verdict for every envelope and view. A rejection is certain whatever the accounts
 * hold that were not fetched; where they could matter, the verdict is `Undetermined`.
 */
export const evaluate =
  (judge: Judge) =>
  (view: LedgerView) =>
  (envelope: Envelope): Verdict => {
    if (envelope._tag === 'Transaction') return settle(judge, judgeTransaction(judge, view, envelope), O.none)
    const outer = judgeFeeSource(judge, view, envelope)
    if (O.isSome(outer.code) && outer.code.value !== 'txSUCCESS') return settle(judge, outer, O.none)
    const inner = judgeTransaction(judge, view, envelope.inner)
    return settle(judge, wrap(outer, inner), O.some(inner))
  }

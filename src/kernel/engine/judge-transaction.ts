/**
 * Judging the signatures of a transaction: source, extra signers, operations, surplus
 * (stellar-core `TransactionFrame::commonValid`, `checkValid`, `processSignatures`).
 */
import * as O from 'fp-ts/lib/Option.js'
import type { LedgerView, TransactionEnvelope } from '../model/index.js'
import type { OperationCode, Phase, TransactionCode } from '../protocol/index.js'
import { checker, rehearsal, type Checker } from './checker.js'
import { runOperations } from './existence.js'
import { examiner, type Examine } from './examine.js'
import {
  envelopeCodeOf,
  failuresIn,
  isFailure,
  missingIn,
  operationCodeOf,
  refused,
  SUCCESS,
  surplusOf,
  type Judge,
} from './judgement.js'
import { transactionRefusal } from './refusal.js'
import { requirementsOf, type Requirement } from './requirement.js'
import type { Checked, Fault, Judgement } from './verdict.js'

/** What a walk over the requirements found. */
interface Walk {
  readonly checks: readonly Checked[]
  /** One an operation, by signatures alone. */
  readonly operations: readonly O.Option<OperationCode>[]
  /** The code of a failed check of the whole transaction; then operations decide nothing. */
  readonly code: O.Option<TransactionCode>
  readonly fault: O.Option<Fault>
}

/** The fault that ends a walk, if the outcome of a requirement is one. */
const faultIn = (phase: Phase, { requirement, outcome }: Checked, check: number): O.Option<Fault> => {
  if (requirement._tag !== 'Operation')
    return O.isSome(envelopeCodeOf(outcome)) ? O.some({ _tag: 'Requirement', check }) : O.none
  // Validation stops at the first operation that fails; apply judges the signatures of all.
  return phase === 'validate' && isFailure(operationCodeOf(outcome))
    ? O.some({ _tag: 'Operations', operations: [requirement.index] })
    : O.none
}

/** Makes the checks in the network's order until one refuses; with `all`, rehearses the rest. */
const walk = (
  phase: Phase,
  list: Checker,
  examine: Examine,
  requirements: readonly Requirement[],
  all: boolean,
): Walk => {
  const checks: Checked[] = []
  const operations: O.Option<OperationCode>[] = []
  let fault: O.Option<Fault> = O.none
  let code: O.Option<TransactionCode> = O.none
  let rehearsed: Checker | undefined
  for (const requirement of requirements) {
    const isOperation = requirement._tag === 'Operation'
    if (O.isSome(fault)) {
      // The network has refused: its marks stand, and what it would have found is examined beside them.
      if (isOperation) operations.push(SUCCESS)
      if (!all) continue
      rehearsed ??= rehearsal(list)
      checks.push({ requirement, outcome: examine(rehearsed, requirement), reached: false })
      continue
    }
    const checked: Checked = { requirement, outcome: examine(list, requirement), reached: true }
    checks.push(checked)
    if (isOperation) operations.push(operationCodeOf(checked.outcome))
    else code = envelopeCodeOf(checked.outcome)
    fault = faultIn(phase, checked, checks.length - 1)
  }
  return { checks, operations, code, fault }
}

/** The judgement that follows from a walk and from the marks that it left on the signatures. */
const settle = (
  { protocol, phase }: Judge,
  view: LedgerView,
  { transaction }: TransactionEnvelope,
  list: Checker,
  { checks, operations, code, fault }: Walk,
): Judgement => {
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

/**
 * Judges an ordinary envelope, or the inner one of a fee bump. With `all`, checks that the network does
 * not make any more are examined too, and marked so; the judgement is the same.
 */
export const judgeTransaction = (
  judge: Judge,
  view: LedgerView,
  envelope: TransactionEnvelope,
  all: boolean,
): Judgement => {
  const { protocol, phase, prove } = judge
  const list = checker(protocol, prove, envelope.hash, envelope.signatures)
  const refusal = transactionRefusal(protocol)(envelope)
  if (O.isSome(refusal)) return refused(list, refusal.value)
  const examine = examiner(protocol, phase, view)
  const walked = walk(phase, list, examine, requirementsOf(envelope.transaction), all)
  return settle(judge, view, envelope, list, walked)
}

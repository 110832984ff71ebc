/**
 * Judging the signatures of a transaction: source, extra signers, operations, surplus
 * (stellar-core `TransactionFrame::commonValid`, `checkValid`, `processSignatures`).
 */
import * as O from 'fp-ts/lib/Option.js'
import type { LedgerView, TransactionEnvelope } from '../model/index.js'
import type { OperationCode, TransactionCode } from '../protocol/index.js'
import { checker, rehearsal, type Checker } from './checker.js'
import { runOperations } from './existence.js'
import { examiner } from './examine.js'
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
import { requirementsOf } from './requirement.js'
import type { Checked, Fault, Judgement } from './verdict.js'

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
    if (O.isSome(fault)) {
      // The network has refused: its marks stand, and what it would have found is examined beside them.
      if (requirement._tag === 'Operation') operations.push(SUCCESS)
      if (!all) continue
      rehearsed ??= rehearsal(list)
      checks.push({ requirement, outcome: examine(rehearsed, requirement), reached: false })
      continue
    }
    const outcome = examine(list, requirement)
    checks.push({ requirement, outcome, reached: true })
    if (requirement._tag === 'Operation') {
      const operation = operationCodeOf(outcome)
      operations.push(operation)
      // Validation stops at the first operation that fails; apply judges the signatures of all.
      if (isFailure(operation) && phase === 'validate')
        fault = O.some({ _tag: 'Operations', operations: [requirement.index] })
    } else {
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

/**
 * Would a node pass this envelope on? Signatures, and all that a ledger decides beside them: time,
 * fee, sequence number, balance, and the form of operations (stellar-core `checkValid`).
 */
import * as O from 'fp-ts/lib/Option.js'
import { evaluate, type Judgement, type Verdict } from '../engine/index.js'
import {
  lookup,
  operationTypeCode,
  sourceOf,
  type AccountId,
  type AccountState,
  type Envelope,
  type FeeBumpEnvelope,
  type LedgerView,
  type Transaction,
  type TransactionEnvelope,
} from '../model/index.js'
import { isSupported, type FeeBumpCode, type TransactionCode } from '../protocol/index.js'
import type { Prove } from '../signature/index.js'
import { operationFault } from './apply-operation.js'
import { bumpsTooLittle } from './fee.js'
import type { LedgerHeader } from './ledger-header.js'
import { availableBalance } from './reserve.js'
import { STAGES, stageOfJudgement, transactionFault, type LedgerCode, type StagedFault } from './stage.js'

/** Whether the network would take an envelope in. */
export type Validation =
  | { readonly _tag: 'Valid'; readonly verdict: Verdict }
  | {
      readonly _tag: 'Refused'
      readonly verdict: Verdict
      readonly code: TransactionCode | LedgerCode | FeeBumpCode
      readonly innerCode: O.Option<TransactionCode | LedgerCode>
      /** One an operation where the network's result has them: what was reported until the first failure. */
      readonly operations: readonly string[]
    }
  | { readonly _tag: 'Undetermined'; readonly verdict: Verdict; readonly missing: readonly AccountId[] }

/** The state of an account, where it is known. */
export const stateIn =
  (view: LedgerView) =>
  (id: AccountId): O.Option<AccountState> => {
    const found = lookup(view)(id)
    return found._tag === 'Known' ? found.account.state : O.none
  }

/** What an operation reports before it was looked at: the network's results begin as success. */
export const unlooked = ({ operations }: Transaction): readonly string[] =>
  operations.map(({ _tag }) => `${operationTypeCode(_tag)}_SUCCESS`)

interface Refusal {
  readonly code: TransactionCode | LedgerCode
  readonly operations: readonly string[]
}

/** The first operation whose form is wrong, and its code. */
const malformedOperation = (
  header: LedgerHeader,
  transaction: Transaction,
): O.Option<readonly [number, string]> => {
  for (const [index, operation] of transaction.operations.entries()) {
    if (!isSupported(header.protocol)(operation._tag)) continue
    const fault = operationFault(header.protocol, sourceOf(transaction)(operation), operation)
    if (O.isSome(fault)) return O.some([index, fault.value])
  }
  return O.none
}

/** The first operation that fails by its signatures, or because the protocol does not know it. */
const unauthorizedOperation = ({ fault, operations }: Judgement): O.Option<readonly [number, string]> => {
  if (O.isNone(fault) || fault.value._tag !== 'Operations') return O.none
  const [index] = fault.value.operations
  const code = index === undefined ? O.none : (operations[index] ?? O.none)
  return index === undefined || O.isNone(code) ? O.none : O.some([index, code.value])
}

const operationRefusal = (
  header: LedgerHeader,
  transaction: Transaction,
  judgement: Judgement,
): O.Option<Refusal> => {
  const candidates = [unauthorizedOperation(judgement), malformedOperation(header, transaction)]
    .flatMap((one) => (O.isSome(one) ? [one.value] : []))
    // Of one operation the signatures are looked at first: a stable sort keeps them there.
    .sort(([a], [b]) => a - b)
  const [found] = candidates
  if (found === undefined) return O.none
  const [failed, code] = found
  return O.some({
    code: 'txFAILED',
    operations: unlooked(transaction).map((success, index) => (index === failed ? code : success)),
  })
}

/** The code of a fault, where its stage comes before another. */
const codeBefore = (
  stage: StagedFault['stage'],
  fault: O.Option<StagedFault>,
): O.Option<StagedFault['code']> =>
  O.isSome(fault) && STAGES.indexOf(fault.value.stage) < STAGES.indexOf(stage)
    ? O.some(fault.value.code)
    : O.none

/** Why a transaction is refused, as far as can be told; inside a fee bump, fee and balance are not asked. */
const transactionRefusal = (
  header: LedgerHeader,
  view: LedgerView,
  { transaction }: TransactionEnvelope,
  judgement: Judgement,
  isInner: boolean,
): O.Option<Refusal> => {
  const state = stateIn(view)(transaction.source)
  const fault = transactionFault(header, 'validate', transaction, state, judgement, isInner)
  const early = codeBefore('operations', fault)
  if (O.isSome(early)) return O.some({ code: early.value, operations: [] })
  const source = lookup(view)(transaction.source)
  const refused = source._tag === 'NotFetched' ? O.none : operationRefusal(header, transaction, judgement)
  if (O.isSome(refused)) return refused
  return O.isSome(fault) ? O.some({ code: fault.value.code, operations: [] }) : O.none
}

/** Why the outer part of a fee bump is refused (`FeeBumpTransactionFrame::commonValid`). */
const feeSourceRefusal = (
  header: LedgerHeader,
  view: LedgerView,
  envelope: FeeBumpEnvelope,
  judgement: Judgement,
): O.Option<LedgerCode | TransactionCode> => {
  const found = O.isNone(judgement.fault) ? O.none : stageOfJudgement(judgement)
  const refused = codeBefore('fee', found)
  if (O.isSome(refused)) return refused
  if (bumpsTooLittle(header, envelope)) return O.some('txINSUFFICIENT_FEE')
  const unauthorized = codeBefore('balance', found)
  if (O.isSome(unauthorized)) return unauthorized
  const state = stateIn(view)(envelope.feeSource)
  if (O.isSome(state) && availableBalance(header, state.value) < envelope.fee)
    return O.some('txINSUFFICIENT_BALANCE')
  return O.isSome(found) ? O.some(found.value.code) : O.none
}

/** Validates an envelope as of a view of the ledger. */
export const validate =
  (header: LedgerHeader, prove: Prove) =>
  (view: LedgerView) =>
  (envelope: Envelope): Validation => {
    const verdict = evaluate({ protocol: header.protocol, phase: 'validate', prove })(view)(envelope)
    const refuse = (
      code: TransactionCode | LedgerCode | FeeBumpCode,
      operations: readonly string[],
      innerCode: O.Option<TransactionCode | LedgerCode> = O.none,
    ): Validation => ({ _tag: 'Refused', verdict, code, innerCode, operations })
    const rest = (): Validation =>
      verdict._tag === 'Undetermined'
        ? { _tag: 'Undetermined', verdict, missing: verdict.missing }
        : { _tag: 'Valid', verdict }
    if (envelope._tag === 'Transaction') {
      const refused = transactionRefusal(header, view, envelope, verdict.judgement, false)
      return O.isSome(refused) ? refuse(refused.value.code, refused.value.operations) : rest()
    }
    const outer = feeSourceRefusal(header, view, envelope, verdict.judgement)
    if (O.isSome(outer)) return refuse(outer.value, [])
    if (O.isNone(verdict.inner) || verdict.judgement.missing.length > 0) return rest()
    const inner = transactionRefusal(header, view, envelope.inner, verdict.inner.value, true)
    return O.isSome(inner)
      ? refuse('txFEE_BUMP_INNER_FAILED', inner.value.operations, O.some(inner.value.code))
      : rest()
  }

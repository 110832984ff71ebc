/**
 * What are the accounts after a ledger closed with this envelope? (stellar-core
 * `TransactionFrame::apply`, `FeeBumpTransactionFrame::apply`; CAP-2, CAP-15, CAP-21, CAP-33.)
 *
 * In the network's order: the fee is taken; the sequence number is consumed if signatures or later
 * stages are reached; one-time signers go; the operations run, and are undone if one fails. The first
 * three stay whatever becomes of the rest.
 */
import * as O from 'fp-ts/lib/Option.js'
import { evaluate, type Judgement, type Verdict } from '../engine/index.js'
import {
  eqAccount,
  innermostOf,
  lookup,
  type AccountId,
  type Envelope,
  type LedgerView,
  type Lookup,
  type TransactionEnvelope,
} from '../model/index.js'
import { holds, type FeeBumpCode, type TransactionCode } from '../protocol/index.js'
import type { Prove } from '../signature/index.js'
import type { Assumption } from './assumption.js'
import { chargeFee, payerOf } from './fee.js'
import type { LedgerHeader } from './ledger-header.js'
import { removeOneTimeSigner, removeOneTimeSigners } from './one-time-signers.js'
import { runAll, type Otherwise } from './run-operations.js'
import { consumeSequence } from './sequence.js'
import { STAGES, transactionFault, type LedgerCode, type Stage } from './stage.js'
import { stateIn, unlooked } from './validate.js'
import { assuming, worldOf, type World } from './world.js'

/** What a transaction, or a fee bump, was reported as. */
export type AppliedCode = TransactionCode | LedgerCode | FeeBumpCode

/** The ledger closed with the envelope, for better or worse. */
export interface Applied {
  readonly _tag: 'Applied'
  readonly verdict: Verdict
  readonly code: AppliedCode
  readonly innerCode: O.Option<TransactionCode | LedgerCode>
  /** One an operation, in the network's spelling, where its result has them. */
  readonly operations: readonly string[]
  readonly view: LedgerView
  /** Accounts that are not what they were, in no particular order. */
  readonly changed: readonly AccountId[]
  /** Stroops; none where the payer's balance is not known. */
  readonly feeCharged: O.Option<bigint>
  readonly assumptions: readonly Assumption[]
}

/** It cannot be told, because accounts that decide were not fetched. */
export interface NotAdvanced {
  readonly _tag: 'Undetermined'
  readonly verdict: Verdict
  readonly missing: readonly AccountId[]
}

/** What came of an envelope. */
export type Advance = Applied | NotAdvanced

interface Outcome {
  readonly code: TransactionCode | LedgerCode
  readonly operations: readonly string[]
  readonly world: World
}

const reaches = (stage: Stage, least: Stage): boolean => STAGES.indexOf(stage) >= STAGES.indexOf(least)

/** Whether some operation lacks signatures: that is found before any runs. */
const lacksSignatures = ({ operations }: Judgement): boolean =>
  operations.some((code) => O.isSome(code) && code.value === 'opBAD_AUTH')

/** Applies an ordinary envelope, or the inner one of a fee bump; none where it cannot be told. */
const applyTransaction = (
  header: LedgerHeader,
  before: World,
  envelope: TransactionEnvelope,
  judgement: Judgement,
  isInner: boolean,
  otherwise: Otherwise,
): O.Option<Outcome> => {
  const { transaction, hash } = envelope
  const cleaned = (world: World): World => removeOneTimeSigners(world, transaction, hash)
  const state = stateIn(before.view)(transaction.source)
  const fault = transactionFault(header, 'apply', transaction, state, judgement, isInner)
  if (O.isSome(fault) && !reaches(fault.value.stage, 'operations')) {
    const { stage, code } = fault.value
    const consumed = reaches(stage, 'age') ? consumeSequence(header, before, transaction) : before
    // Before protocol 13 only a transaction whose signatures were found good lost its one-time signers.
    const removes = holds(header.protocol)('oneTimeSignersAlwaysRemoved') || reaches(stage, 'balance')
    return O.some({ code, operations: [], world: removes ? cleaned(consumed) : consumed })
  }
  if (O.isNone(judgement.code)) return O.none
  const world = cleaned(consumeSequence(header, before, transaction))
  if (lacksSignatures(judgement))
    return O.some({
      code: 'txFAILED',
      operations: unlooked(transaction).map((success, index) => {
        const code = judgement.operations[index] ?? O.none
        return O.isSome(code) && code.value === 'opBAD_AUTH' ? code.value : success
      }),
      world,
    })
  if (judgement.code.value === 'txBAD_AUTH_EXTRA')
    return O.some({ code: 'txBAD_AUTH_EXTRA', operations: [], world })
  return O.some(runAll(header, world, transaction, otherwise))
}

const isSame = (a: Lookup, b: Lookup): boolean =>
  a === b ||
  (a._tag === 'Known' && b._tag === 'Known' ? eqAccount.equals(a.account, b.account) : a._tag === b._tag)

const changedBetween = (before: LedgerView, after: LedgerView): readonly AccountId[] =>
  [...after.accounts].flatMap(([id, found]) => (isSame(lookup(before)(id), found) ? [] : [id]))

const withHeader = (header: LedgerHeader, world: World): World =>
  O.isNone(header.sequence) || O.isNone(header.closeTime)
    ? assuming(world, { _tag: 'LedgerNotKnown' })
    : world

/** Whose fee and whose sequence number cannot be judged, although nothing else may be asked of them. */
const withStates = (world: World, envelope: Envelope): World =>
  [payerOf(envelope), innermostOf(envelope).transaction.source].reduce((said, id) => {
    const found = lookup(world.view)(id)
    return found._tag === 'Known' && O.isNone(found.account.state)
      ? assuming(said, { _tag: 'StateNotKnown', account: id })
      : said
  }, world)

/**
 * The accounts after an envelope was applied. Whether a node would have let it into a ledger is another
 * question: ask `validate` first. `otherwise` says which of the operations that are not followed fail.
 */
export const advance =
  (header: LedgerHeader, prove: Prove, otherwise: Otherwise = () => undefined) =>
  (view: LedgerView) =>
  (envelope: Envelope): Advance => {
    const judge = { protocol: header.protocol, phase: 'apply', prove } as const
    const { world: charged, charged: feeCharged } = chargeFee(
      header,
      withStates(withHeader(header, worldOf(view)), envelope),
      envelope,
    )
    const isInner = envelope._tag === 'FeeBump'
    const inner = isInner ? envelope.inner : envelope
    const world = isInner ? removeOneTimeSigner(charged, envelope.feeSource, envelope.hash) : charged
    const verdict = evaluate(judge)(world.view)(envelope)
    const judgement = O.getOrElse(() => verdict.judgement)(verdict.inner)
    const outcome = applyTransaction(header, world, inner, judgement, isInner, otherwise)
    if (O.isNone(outcome)) return { _tag: 'Undetermined', verdict, missing: judgement.missing }
    const { code, operations, world: after } = outcome.value
    return {
      _tag: 'Applied',
      verdict,
      code: !isInner ? code : code === 'txSUCCESS' ? 'txFEE_BUMP_INNER_SUCCESS' : 'txFEE_BUMP_INNER_FAILED',
      innerCode: isInner ? O.some(code) : O.none,
      operations,
      view: after.view,
      changed: changedBetween(view, after.view),
      feeCharged,
      assumptions: after.assumptions,
    }
  }

/**
 * Several envelopes, one after the other: each is validated as of the accounts that the ones before it
 * left, and applied if the network would take it in. One that is refused changes nothing.
 *
 * A fold of `validate` and `advance`: simulating two lists one after the other is simulating their
 * concatenation.
 */
import * as O from 'fp-ts/lib/Option.js'
import type { Envelope, LedgerView } from '../model/index.js'
import type { Protocol } from '../protocol/index.js'
import type { Prove } from '../signature/index.js'
import { advance, type Applied } from './advance.js'
import { ledgerHeader, type LedgerHeader } from './ledger-header.js'
import type { Otherwise } from './run-operations.js'
import { validate, type Validation } from './validate.js'
import { danglingAfter, rivals, warningsOfRefusal, warningsOfStep } from './warn.js'
import type { Warning } from './warning.js'

/** An envelope, and the ledger that it is submitted to, where that is known. */
export interface Submission {
  readonly envelope: Envelope
  readonly ledgerSequence: O.Option<number>
  readonly closeTime: O.Option<bigint>
  /** Says of operations that are not followed whether they fail. */
  readonly otherwise?: Otherwise
  /** Whether a ledger closes with it whatever validation says: what happened is asked, not what would. */
  readonly isInLedger?: boolean
  /** Whether the sequence number is known to be used, where the account's own state does not say so. */
  readonly isSequenceUsed?: boolean
}

/** What became of one envelope. */
export type SimulatedStep =
  | { readonly _tag: 'Applied'; readonly applied: Applied }
  | { readonly _tag: 'Refused'; readonly validation: Extract<Validation, { readonly _tag: 'Refused' }> }
  | {
      readonly _tag: 'Undetermined'
      readonly validation: Extract<Validation, { readonly _tag: 'Undetermined' }>
    }

/** A simulation: each step, the accounts in the end, and what people should know. */
export interface Simulation {
  readonly steps: readonly SimulatedStep[]
  readonly view: LedgerView
  readonly warnings: readonly Warning[]
}

interface Progress {
  readonly result: SimulatedStep
  readonly view: LedgerView
  readonly warnings: readonly Warning[]
}

/** An envelope that is in a ledger: what it did, and where it did nothing, whether it still can. */
const closeWith = (
  header: LedgerHeader,
  prove: Prove,
  view: LedgerView,
  { envelope, otherwise }: Submission,
  index: number,
): Progress => {
  const applied = advance(header, prove, otherwise)(view)(envelope)
  if (applied._tag === 'Undetermined')
    return { result: { _tag: 'Undetermined', validation: applied }, view, warnings: [] }
  const code = O.getOrElse<string>(() => applied.code)(applied.innerCode)
  return {
    result: { _tag: 'Applied', applied },
    view: applied.view,
    warnings: [
      ...warningsOfStep(index, envelope, view, applied.view, applied.changed),
      ...warningsOfRefusal(index, envelope, view, code),
    ],
  }
}

/** Faults that are found before a sequence number is looked at. */
const BEFORE_SEQUENCE: ReadonlySet<string> = new Set([
  'txMALFORMED',
  'txNOT_SUPPORTED',
  'txMISSING_OPERATION',
  'txSOROBAN_INVALID',
  'txTOO_EARLY',
  'txTOO_LATE',
  'txINSUFFICIENT_FEE',
  'txNO_ACCOUNT',
])

/** The refusal for a sequence number that is used, unless something before it is refused. */
const refusedAsUsed = (envelope: Envelope, validation: Validation): Progress['result'] => {
  const isInner = envelope._tag === 'FeeBump'
  if (validation._tag === 'Refused') {
    const { code, innerCode } = validation
    // What is wrong with the outer part of a fee bump comes before everything inside.
    const isEarlier = O.isSome(innerCode)
      ? BEFORE_SEQUENCE.has(innerCode.value)
      : isInner || BEFORE_SEQUENCE.has(code)
    if (isEarlier) return { _tag: 'Refused', validation }
  }
  return {
    _tag: 'Refused',
    validation: {
      _tag: 'Refused',
      verdict: validation.verdict,
      code: isInner ? 'txFEE_BUMP_INNER_FAILED' : 'txBAD_SEQ',
      innerCode: isInner ? O.some('txBAD_SEQ') : O.none,
      operations: [],
    },
  }
}

const simulateStep = (
  header: LedgerHeader,
  prove: Prove,
  view: LedgerView,
  step: Submission,
  index: number,
): Progress => {
  if (step.isInLedger === true) return closeWith(header, prove, view, step, index)
  const { envelope } = step
  const validation = validate(header, prove)(view)(envelope)
  if (step.isSequenceUsed === true)
    return {
      result: refusedAsUsed(envelope, validation),
      view,
      warnings: [{ code: 'dead-envelope', step: index, reason: 'sequence-used' }],
    }
  if (validation._tag === 'Refused')
    return {
      result: { _tag: 'Refused', validation },
      view,
      warnings: warningsOfRefusal(
        index,
        envelope,
        view,
        O.getOrElse<string>(() => validation.code)(validation.innerCode),
      ),
    }
  if (validation._tag === 'Undetermined')
    return { result: { _tag: 'Undetermined', validation }, view, warnings: [] }
  const progress = closeWith(header, prove, view, step, index)
  // What validation could decide, apply can: it asks for fewer accounts.
  if (progress.result._tag === 'Undetermined') throw new Error('invariant: a valid envelope can be applied')
  return progress
}

/** Whether a refused envelope can never run any more. */
const isDead = (warnings: readonly Warning[]): boolean =>
  warnings.some(({ code }) => code === 'dead-envelope')

/** Simulates steps under a protocol, from a view of the ledger. */
export const simulate =
  (protocol: Protocol, prove: Prove) =>
  (view: LedgerView) =>
  (steps: readonly Submission[]): Simulation => {
    const results: SimulatedStep[] = []
    const warnings: Warning[] = []
    const views = [view]
    let reached = view
    for (const [index, step] of steps.entries()) {
      const header = ledgerHeader(protocol, step.ledgerSequence, step.closeTime)
      const progress = simulateStep(header, prove, reached, step, index)
      if (progress.view !== reached) views.push(progress.view)
      reached = progress.view
      results.push(progress.result)
      warnings.push(...progress.warnings)
      // The hash of a transaction that can never run stays a signer, and keeps its reserve, for nothing.
      if (isDead(progress.warnings) && progress.result._tag === 'Refused')
        warnings.push(...danglingAfter(index, reached, step.envelope))
    }
    const envelopes = steps.map(({ envelope }) => envelope)
    return { steps: results, view: reached, warnings: [...rivals(views, envelopes), ...warnings] }
  }

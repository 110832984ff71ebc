/**
 * The order in which the network finds fault with a transaction (stellar-core `commonValid`,
 * `checkValid`). The first stage that finds any decides; what lies behind it is not looked at.
 *
 * What signatures decide is the engine's answer, and is put into its place among what time, fee,
 * sequence number and balance decide.
 */
import * as O from 'fp-ts/lib/Option.js'
import type { Judgement } from '../engine/index.js'
import type { AccountState, Transaction } from '../model/index.js'
import { holds, type Phase, type TransactionCode } from '../protocol/index.js'
import { offersTooLittle } from './fee.js'
import type { LedgerHeader } from './ledger-header.js'
import { availableBalance } from './reserve.js'
import { isBadSequence, isTooSoon } from './sequence.js'

/** Codes that need a ledger, beside those that signatures decide. */
export type LedgerCode =
  | 'txTOO_EARLY'
  | 'txTOO_LATE'
  | 'txINSUFFICIENT_FEE'
  | 'txBAD_SEQ'
  | 'txBAD_MIN_SEQ_AGE_OR_GAP'
  | 'txINSUFFICIENT_BALANCE'
  | 'txBAD_SPONSORSHIP'

/** Stages in their order. */
export const STAGES = [
  'form',
  'time',
  'fee',
  'account',
  'sequence',
  'age',
  'authority',
  'balance',
  'operations',
  'surplus',
] as const

/** One of them. */
export type Stage = (typeof STAGES)[number]

/** A fault, and the stage that finds it. */
export interface StagedFault {
  readonly stage: Stage
  readonly code: TransactionCode | LedgerCode
}

/** Where the engine's code for one signature list belongs. */
export const stageOfJudgement = ({ code, fault }: Judgement): O.Option<StagedFault> => {
  if (O.isNone(code) || O.isNone(fault)) return O.none
  const known = code.value as TransactionCode
  switch (fault.value._tag) {
    case 'Form':
      return O.some({ stage: 'form', code: known })
    case 'Requirement':
      return O.some({ stage: known === 'txNO_ACCOUNT' ? 'account' : 'authority', code: known })
    case 'Operations':
      return O.some({ stage: 'operations', code: known })
    case 'Surplus':
      return O.some({ stage: 'surplus', code: known })
  }
}

const timeFault = (header: LedgerHeader, { preconditions }: Transaction): O.Option<StagedFault> => {
  const { timeBounds, ledgerBounds } = preconditions
  const { closeTime, sequence, protocol } = header
  const time =
    O.isSome(timeBounds) && O.isSome(closeTime) ? { ...timeBounds.value, now: closeTime.value } : undefined
  const ledger =
    holds(protocol)('preconditionsV2') && O.isSome(ledgerBounds) && O.isSome(sequence)
      ? { ...ledgerBounds.value, now: BigInt(sequence.value) }
      : undefined
  if ((time !== undefined && time.min > time.now) || (ledger !== undefined && ledger.min > ledger.now))
    return O.some({ stage: 'time', code: 'txTOO_EARLY' })
  const isOver =
    (time !== undefined && time.max !== 0n && time.max < time.now) ||
    // The last ledger is the one before the maximum, unlike the last second.
    (ledger !== undefined && ledger.max !== 0n && ledger.max <= ledger.now)
  return isOver ? O.some({ stage: 'time', code: 'txTOO_LATE' }) : O.none
}

const first = (candidates: readonly O.Option<StagedFault>[]): O.Option<StagedFault> =>
  O.fromNullable(
    candidates
      .flatMap((one) => (O.isSome(one) ? [one.value] : []))
      .sort((a, b) => STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage))[0],
  )

const when = (condition: boolean, stage: Stage, code: StagedFault['code']): O.Option<StagedFault> =>
  condition ? O.some({ stage, code }) : O.none

/**
 * The first fault of a transaction before its operations run, given what the engine found. Inside a fee
 * bump neither fee nor balance is asked of it. An account without state is judged by neither.
 */
export const transactionFault = (
  header: LedgerHeader,
  phase: Phase,
  transaction: Transaction,
  source: O.Option<AccountState>,
  judgement: Judgement,
  isInner: boolean,
): O.Option<StagedFault> => {
  // When a ledger closes, the fee has been taken already; what is left must still cover the reserve.
  const toPay = phase === 'apply' ? 0n : transaction.fee
  const ofState = (state: AccountState): readonly O.Option<StagedFault>[] => [
    when(isBadSequence(header, state, transaction), 'sequence', 'txBAD_SEQ'),
    when(isTooSoon(header, state, transaction), 'age', 'txBAD_MIN_SEQ_AGE_OR_GAP'),
    when(!isInner && availableBalance(header, state) < toPay, 'balance', 'txINSUFFICIENT_BALANCE'),
  ]
  return first([
    stageOfJudgement(judgement),
    timeFault(header, transaction),
    when(!isInner && offersTooLittle(header, transaction), 'fee', 'txINSUFFICIENT_FEE'),
    ...(O.isSome(source) ? ofState(source.value) : []),
  ])
}

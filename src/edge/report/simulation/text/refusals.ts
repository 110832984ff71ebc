/** Why the network refused an envelope, or let it fail as a whole, in one sentence a reason. */
import * as O from 'fp-ts/lib/Option.js'
import type { Judgement, Verdict } from '../../../../kernel/engine/index.js'
import {
  innermostOf,
  lookup,
  type AccountId,
  type AccountState,
  type Envelope,
  type LedgerView,
} from '../../../../kernel/model/index.js'
import { accountLabel, type Names } from '../../names.js'
import { faultText } from '../../text/faults.js'
import { lumens, timeText } from '../amounts.js'

/** Whom an envelope is about, and where it stood. */
export interface Circumstances {
  readonly names: Names
  readonly envelope: Envelope
  readonly view: LedgerView
}

const stateOf = (view: LedgerView, id: AccountId): AccountState | undefined => {
  const found = lookup(view)(id)
  return found._tag === 'Known' ? O.toUndefined(found.account.state) : undefined
}

/** Why a sequence number that is not the account's turn keeps an envelope from running. */
export const sequenceText = ({ names, envelope, view }: Circumstances): string => {
  const { source, sequence, preconditions } = innermostOf(envelope).transaction
  const state = stateOf(view, source)
  const label = accountLabel(names)(source)
  if (state === undefined) return `its sequence number ${String(sequence)} of ${label} was used before`
  if (state.sequence >= sequence)
    return `its sequence number ${String(sequence)} is used: ${label} is at ${String(state.sequence)}`
  const least = O.isSome(preconditions.minSequence) ? preconditions.minSequence.value : sequence - 1n
  return state.sequence < least
    ? `its sequence number ${String(sequence)} comes too early: ${label} is at ${String(state.sequence)}, and must be at ${String(least)} before`
    : `its sequence number ${String(sequence)} is one that no transaction of this ledger may have`
}

const boundsText = ({ envelope }: Circumstances, which: 'min' | 'max'): string => {
  const { timeBounds, ledgerBounds } = innermostOf(envelope).transaction.preconditions
  const word = which === 'min' ? 'not before' : 'not after'
  return [
    ...(O.isSome(timeBounds) && timeBounds.value[which] > 0n
      ? [`${word} ${timeText(timeBounds.value[which])}`]
      : []),
    ...(O.isSome(ledgerBounds) && ledgerBounds.value[which] > 0n
      ? [
          which === 'min'
            ? `not before ledger ${String(ledgerBounds.value.min)}`
            : `only before ledger ${String(ledgerBounds.value.max)}`,
        ]
      : []),
  ].join(', and ')
}

const offeredBy = (envelope: Envelope): bigint =>
  envelope._tag === 'FeeBump' ? envelope.fee : envelope.transaction.fee

const payerOf = (envelope: Envelope): AccountId =>
  envelope._tag === 'FeeBump' ? envelope.feeSource : envelope.transaction.source

/** The sentence of a code that no signature decides; nothing for the others. */
const ledgerText = (around: Circumstances, code: string): string | undefined => {
  const { names, envelope } = around
  switch (code) {
    case 'txTOO_EARLY':
      return `its time has not come: ${boundsText(around, 'min')}`
    case 'txTOO_LATE':
      return `its time is over: ${boundsText(around, 'max')}`
    case 'txBAD_SEQ':
      return sequenceText(around)
    case 'txBAD_MIN_SEQ_AGE_OR_GAP':
      return `the sequence number of ${accountLabel(names)(innermostOf(envelope).transaction.source)} moved too short a time, or too few ledgers, ago`
    case 'txINSUFFICIENT_FEE':
      return `it offers ${String(offeredBy(envelope))} stroops, which is less than the network asks`
    case 'txINSUFFICIENT_BALANCE':
      return `${accountLabel(names)(payerOf(envelope))} cannot pay the fee of ${lumens(offeredBy(envelope))} XLM and keep its reserve`
    case 'txBAD_SPONSORSHIP':
      return 'a sponsorship was begun and not ended'
    default:
      return undefined
  }
}

/** Why: the inner reason of a fee bump that failed inside, else its own. */
export const refusalTexts = (
  around: Circumstances,
  verdict: Verdict,
  code: string,
  innerCode: O.Option<string>,
): readonly string[] => {
  const decisive = O.isSome(innerCode) ? innerCode.value : code
  const text = ledgerText(around, decisive)
  const judgement: Judgement = O.isSome(innerCode)
    ? O.getOrElse(() => verdict.judgement)(verdict.inner)
    : verdict.judgement
  const reasons = text === undefined ? faultText(around.names, judgement) : [text]
  return O.isSome(innerCode) ? reasons.map((reason) => `inner transaction: ${reason}`) : reasons
}

/** One step: what was said of it, operation by operation, and what it changed. */
import * as O from 'fp-ts/lib/Option.js'
import type { SimulatedStep } from '../../../../kernel/ledger/index.js'
import { innermostOf, toHex, type LedgerView } from '../../../../kernel/model/index.js'
import { paragraph, type Block } from '../../layout.js'
import { accountLabel, type Names } from '../../names.js'
import { bad, dim, good, span, strong, warn, type Span } from '../../styled.js'
import { arrow } from '../../text/mends.js'
import { counted } from '../../words.js'
import { accountChange } from '../change.js'
import { lumens } from '../amounts.js'
import { outcomeOf, verdictOf, viewAfter, type StepOutcome, type Submitted } from '../simulation.js'
import { changeBlocks } from './changes.js'
import { operationBlocks } from './operations.js'
import { refusalTexts } from './refusals.js'

/** A step with what surrounds it. */
export interface ToldStep {
  readonly names: Names
  readonly submitted: Submitted
  readonly step: SimulatedStep
  readonly before: LedgerView
}

const OUTCOMES: Readonly<Record<StepOutcome, Span>> = {
  succeeded: good('✓ applied'),
  failed: bad('✗ failed'),
  refused: bad('✗ refused'),
  undetermined: warn('? undetermined'),
}

/** `✗ refused · txBAD_SEQ`. */
export const outcomeSpans = (step: SimulatedStep): readonly Span[] => {
  const outcome = OUTCOMES[outcomeOf(step)]
  if (step._tag === 'Undetermined') return [outcome]
  const { code, innerCode } = step._tag === 'Applied' ? step.applied : step.validation
  const inner = O.isSome(innerCode) && innerCode.value !== 'txSUCCESS' ? innerCode.value : undefined
  return [
    outcome,
    span(' · '),
    strong(code),
    ...(inner === undefined ? [] : [span(' · inner '), strong(inner)]),
  ]
}

const AUTHORITY = new Set(['txBAD_AUTH', 'txBAD_AUTH_EXTRA', 'txFAILED'])

const reasonBlocks = ({ names, submitted, step, before }: ToldStep): readonly Block[] => {
  if (step._tag === 'Undetermined') {
    const { missing } = step.validation
    return [
      paragraph(2, 4, span(`it depends on ${counted(missing.length, 'account')} not given:`)),
      ...missing.map((id) => paragraph(4, 4, span(id))),
      arrow('give each with --account FILE; if every account not given does not exist: --closed-world'),
    ]
  }
  if (outcomeOf(step) === 'succeeded') return []
  const { code, innerCode } = step._tag === 'Applied' ? step.applied : step.validation
  const decisive: string = O.isSome(innerCode) ? innerCode.value : code
  const verdict = verdictOf(step)
  return [
    ...refusalTexts({ names, envelope: submitted.envelope, view: before }, verdict, code, innerCode).map(
      (text) => paragraph(2, 4, span(text)),
    ),
    ...(verdict._tag === 'Rejected' && AUTHORITY.has(decisive)
      ? [arrow('`quorate evaluate` tells why, `quorate signers` who must still sign')]
      : []),
    paragraph(
      2,
      4,
      dim(
        step._tag === 'Refused'
          ? 'it goes into no ledger, and changes nothing'
          : 'it goes into a ledger: fee and sequence number are gone, and what the operations did is undone',
      ),
    ),
  ]
}

const feeBlocks = ({ names, submitted: { envelope }, step }: ToldStep): readonly Block[] => {
  if (step._tag !== 'Applied' || O.isNone(step.applied.feeCharged)) return []
  const payer = envelope._tag === 'FeeBump' ? envelope.feeSource : envelope.transaction.source
  const fee = lumens(step.applied.feeCharged.value)
  return [paragraph(2, 2, dim(`fee ${fee} XLM, paid by ${accountLabel(names)(payer)}`))]
}

/** Why it did not succeed, where it did not; its hash and its fee. */
export const summaryBlocks = (told: ToldStep): readonly Block[] => [
  ...reasonBlocks(told),
  paragraph(2, 2, dim(`hash ${toHex(told.submitted.envelope.hash)}`)),
  ...feeBlocks(told),
]

/** Its operations, with what the network says of each. */
export const stepOperations = ({ submitted, step }: ToldStep): readonly Block[] => {
  if (step._tag === 'Undetermined') return []
  const { operations } = step._tag === 'Applied' ? step.applied : step.validation
  return operationBlocks(
    innermostOf(submitted.envelope).transaction.operations,
    operations,
    outcomeOf(step) === 'succeeded' ? 'done' : 'undone',
  )
}

/** What it changed, account by account. */
export const stepChanges = ({ names, step, before }: ToldStep): readonly Block[] =>
  step._tag !== 'Applied'
    ? []
    : step.applied.changed.flatMap((id) =>
        changeBlocks(names)(accountChange(before, viewAfter(before, step), id)),
      )

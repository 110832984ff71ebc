/** What an answer rests on beside what was given, in plain words. */
import * as O from 'fp-ts/lib/Option.js'
import type { SimulatedStep } from '../../../../kernel/ledger/index.js'
import type { AccountId, OperationType } from '../../../../kernel/model/index.js'
import { paragraph, type Block } from '../../layout.js'
import { accountLabel, type Names } from '../../names.js'
import { dim, span, strong } from '../../styled.js'
import { joined, numbered, operationWords } from '../../words.js'
import type { SimulationReport } from '../simulation.js'

const unfollowedText = (index: number, step: SimulatedStep, isSequence: boolean): readonly string[] => {
  if (step._tag !== 'Applied') return []
  const types = new Map<OperationType, number[]>()
  for (const assumption of step.applied.assumptions)
    if (assumption._tag === 'OperationSucceeds')
      types.set(assumption.type, [...(types.get(assumption.type) ?? []), assumption.operation])
  const where = isSequence ? `step ${String(index + 1)}, ` : ''
  return [...types].map(
    ([type, positions]) =>
      `${where}${numbered('operation', positions)} ${operationWords({ _tag: type })}: not followed; taken to succeed and to change nothing here`,
  )
}

/** Accounts that some step made an assumption of one kind about. */
const accountsWith = (
  steps: readonly SimulatedStep[],
  tag: 'AccountNotFetched' | 'StateNotKnown',
): readonly AccountId[] => [
  ...new Set(
    steps.flatMap((step) =>
      step._tag === 'Applied'
        ? step.applied.assumptions.flatMap((one) => (one._tag === tag ? [one.account] : []))
        : [],
    ),
  ),
]

const listed = (names: Names, ids: readonly AccountId[]): string => joined(ids.map(accountLabel(names)))

const ledgerText = ({ ledger, closeTime }: SimulationReport): readonly string[] => {
  const unsaid = [...(O.isNone(ledger) ? ['--ledger'] : []), ...(O.isNone(closeTime) ? ['--close-time'] : [])]
  return unsaid.length === 0
    ? []
    : [
        `the ledger is not known (${joined(unsaid)}): bounds and ages of transactions, and where new accounts begin to count, are not judged`,
      ]
}

/** Assumptions of all steps, each said once. */
export const assumptionTexts = (report: SimulationReport): readonly string[] => {
  const { names, simulation } = report
  const { steps } = simulation
  if (!steps.some(({ _tag }) => _tag === 'Applied')) return []
  const unfetched = accountsWith(steps, 'AccountNotFetched')
  const stateless = accountsWith(steps, 'StateNotKnown')
  return [
    ...steps.flatMap((step, index) => unfollowedText(index, step, steps.length > 1)),
    ...(unfetched.length === 0
      ? []
      : [`${listed(names, unfetched)}: not given; taken to exist, or not, as the operation needs it`]),
    ...(stateless.length === 0
      ? []
      : [
          `${listed(names, stateless)}: given without balance and sequence number; reserve, fee and sequence number are not judged`,
        ]),
    ...ledgerText(report),
  ]
}

/** The assumptions under a heading. */
export const assumptionBlocks = (report: SimulationReport): readonly Block[] => {
  const texts = assumptionTexts(report)
  return texts.length === 0
    ? []
    : [
        paragraph(0, 2, strong('Assumed')),
        ...texts.map((text) => paragraph(2, 4, dim('–'), span(` ${text}`))),
      ]
}

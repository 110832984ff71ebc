/** The accounts afterwards, one row each: who can sign with which weight, and what each level needs. */
import {
  activeSignersOf,
  lookup,
  sourceOf,
  innermostOf,
  type AccountId,
  type LedgerView,
} from '../../../../kernel/model/index.js'
import { padded, paragraph, row, type Block, type Cell } from '../../layout.js'
import { accountLabel, keyLabel, type Names } from '../../names.js'
import { bad, dim, span, strong, unbroken, widthOf, type Span } from '../../styled.js'
import { counted } from '../../words.js'
import { everKnown } from '../account-json.js'
import type { SimulationReport } from '../simulation.js'

const LEVELS = ['low', 'medium', 'high'] as const

const WIDTHS: Readonly<Record<(typeof LEVELS)[number], number>> = { low: 5, medium: 8, high: 6 }

const cells = (of: (level: (typeof LEVELS)[number]) => Span): readonly Cell[] =>
  LEVELS.map((level) => ({ span: of(level), width: WIDTHS[level] }))

const accountRow = (names: Names, view: LedgerView, column: number, id: AccountId): Block => {
  const found = lookup(view)(id)
  const label = unbroken(`${padded(accountLabel(names)(id), column)}  `)
  const hang = 2 + column + 2
  if (found._tag !== 'Known') return paragraph(2, hang, span(label), bad('gone'))
  const { account } = found
  const signers = activeSignersOf(account).map(({ key, weight }) =>
    unbroken(`${keyLabel(names)(key)} ${String(weight)}`),
  )
  return row(
    2,
    hang,
    [span(label), signers.length === 0 ? bad('nobody') : span(signers.join(', '))],
    cells((level) => span(String(account.thresholds[level]))),
  )
}

/** Accounts that took part: whatever changed, and whoever acted. */
const touched = ({ submitted, simulation }: SimulationReport): ReadonlySet<AccountId> =>
  new Set([
    ...simulation.steps.flatMap((step) => (step._tag === 'Applied' ? step.applied.changed : [])),
    ...submitted.flatMap(({ envelope }) => {
      const { transaction } = innermostOf(envelope)
      return [
        ...(envelope._tag === 'FeeBump' ? [envelope.feeSource] : []),
        transaction.source,
        ...transaction.operations.map(sourceOf(transaction)),
      ]
    }),
  ])

/** The widest name that still gets a column of its own. */
const WIDEST_NAME = 24

/** The accounts that took part, under a heading; the others are counted. */
export const accountBlocks = (report: SimulationReport): readonly Block[] => {
  const { names, before, simulation } = report
  const known = everKnown(before, simulation.view)
  const part = touched(report)
  const told = known.filter((id) => part.has(id))
  const others = known.length - told.length
  if (told.length === 0) return []
  const column = Math.min(WIDEST_NAME, Math.max(...told.map((id) => widthOf(accountLabel(names)(id)))))
  return [
    row(
      0,
      2,
      [strong('Accounts afterwards')],
      cells((level) => dim(level)),
    ),
    ...told.map((id) => accountRow(names, simulation.view, column, id)),
    ...(others > 0
      ? [paragraph(2, 4, dim(`and ${counted(others, 'other')}, as ${others === 1 ? 'it was' : 'they were'}`))]
      : []),
  ]
}

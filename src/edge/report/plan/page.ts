/**
 * A plan as a page for people: how the ledger differs from what was said first, then what changes, what
 * that means for people, who signs, what was proved, and what stays out there. A refusal begins with its
 * reasons.
 */
import * as O from 'fp-ts/lib/Option.js'
import { isSameAuthority } from '../../../advice/coalition/index.js'
import type { Plan, PlanRefusal } from '../../../advice/plan/index.js'
import { networkLabel } from '../../../kernel/model/index.js'
import { endsOf, keysOf } from '../difference/difference.js'
import { BLANK, layOut, paragraph, type Block } from '../layout.js'
import { accountLabel, tellingApart } from '../names.js'
import { bad, dim, good, span, strong, warn, type Line, type Span } from '../styled.js'
import { NARROWEST, PAGE_WIDTH } from '../text/page.js'
import { artefactBlocks } from './artefact-blocks.js'
import { changeBlocks, countsText } from './change-blocks.js'
import { checkBlocks, shownBlock } from './check-blocks.js'
import { gainBlocks, toleranceBlocks } from './effect-blocks.js'
import { findingBlocks, noteBlocks } from './note-blocks.js'
import { planStateOf, type PlanReport } from './plan-report.js'
import { transactionsBlocks, transactionsHeading } from './transaction-blocks.js'

/** A heading and what stands under it; nothing where nothing does. */
const section = (title: string, about: string, blocks: readonly Block[]): readonly Block[] =>
  blocks.length === 0
    ? []
    : [BLANK, paragraph(0, 2, strong(title), dim(about === '' ? '' : ` · ${about}`)), ...blocks]

const sidesBlocks = ({ sides, network, outcome }: PlanReport): readonly Block[] => [
  paragraph(2, 4, dim(`from ${sides[0]} to ${sides[1]}`)),
  paragraph(
    2,
    4,
    dim(`${O.isSome(network) ? `${networkLabel(network.value)} · ` : ''}${outcome.difference.before.id}`),
  ),
]

const driftBlocks = ({ live, sides, names, outcome }: PlanReport): readonly Block[] => {
  if (O.isNone(live)) return []
  const { drift } = outcome
  if (O.isNone(drift))
    return [BLANK, paragraph(0, 2, strong('Drift'), dim(` · none: ${live.value} is as ${sides[0]} says`))]
  return [
    BLANK,
    paragraph(
      0,
      2,
      strong('Drift'),
      warn(` · ${live.value} is not as ${sides[0]} says; the plan begins there`),
    ),
    ...changeBlocks(names, drift.value),
  ]
}

const effectBlocks = ({ names }: PlanReport, plan: Plan): readonly Block[] =>
  isSameAuthority(plan.difference)
    ? [
        paragraph(2, 4, good('= '), span('the same people can do the same things')),
        ...toleranceBlocks(plan.tolerances),
      ]
    : [...toleranceBlocks(plan.tolerances), ...gainBlocks(names, plan)]

const headSpans = (report: PlanReport): readonly Span[] => {
  const { outcome, names } = report
  const label = accountLabel(names)(outcome.difference.before.id)
  switch (planStateOf(outcome)) {
    case 'refused':
      return [bad('✗ no plan'), strong(` for ${label}`)]
    case 'nothing-to-do':
      return [good('✓ nothing to do'), strong(` for ${label}`)]
    case 'undecided':
      return [warn('? undecided'), strong(` for ${label}`), span(` · ${countsText(outcome.difference)}`)]
    case 'changes':
      return [good('✓ plan'), strong(` for ${label}`), span(` · ${countsText(outcome.difference)}`)]
  }
}

const reasonBlocks = ({ names }: PlanReport, { reasons }: PlanRefusal): readonly Block[] =>
  reasons.flatMap(({ code, says, help, exhibits }) => [
    paragraph(2, 4, bad(`${code}: `), span(says)),
    ...exhibits.map(shownBlock(names, 4)),
    paragraph(4, 6, dim('→ '), span(help)),
  ])

const refusedBlocks = (report: PlanReport, refusal: PlanRefusal): readonly Block[] => [
  paragraph(0, 2, ...headSpans(report)),
  ...sidesBlocks(report),
  ...reasonBlocks(report, refusal),
  ...driftBlocks(report),
  ...section('Changes', '', changeBlocks(report.names, refusal.difference)),
  ...section('Checks', '', checkBlocks(report.names, refusal.checks)),
  BLANK,
  paragraph(0, 2, dim(`state digest ${refusal.fromDigest}`)),
  paragraph(0, 2, span('Nothing was signed, sent or written.')),
]

const planBlocks = (report: PlanReport, plan: Plan): readonly Block[] => {
  const { names, artefacts } = report
  const isChange = plan.transactions.length > 0
  return [
    paragraph(0, 2, ...headSpans(report)),
    ...sidesBlocks(report),
    ...driftBlocks(report),
    ...(isChange
      ? [
          ...section('Changes', '', changeBlocks(names, plan.difference)),
          ...section('Effect', 'before → after', effectBlocks(report, plan)),
          ...section('Transactions', transactionsHeading(plan), transactionsBlocks(names, plan, artefacts)),
        ]
      : []),
    ...section('Checks', '', checkBlocks(names, plan.checks)),
    ...section('Notes', '', [...findingBlocks(report), ...noteBlocks(names, plan, report.pending)]),
    ...section('Artefacts', '', isChange ? artefactBlocks(report) : []),
    BLANK,
    paragraph(0, 2, dim(`state digest ${plan.fromDigest}`)),
    paragraph(0, 2, dim(`plan digest  ${plan.digest}`)),
    paragraph(0, 2, span('Nothing was signed or sent.')),
  ]
}

/** The page of a plan, in lines of at most a width. */
export const planPageOf =
  (width: number) =>
  (report: PlanReport): readonly Line[] => {
    const { outcome } = report
    const drift = O.isSome(outcome.drift) ? endsOf(outcome.drift.value) : []
    const keys = keysOf([...endsOf(outcome.difference), ...drift])
    const told = { ...report, names: tellingApart(keys)(report.names) }
    return layOut(Math.max(NARROWEST, Math.min(width, PAGE_WIDTH)))(
      outcome._tag === 'Plan' ? planBlocks(told, outcome) : refusedBlocks(told, outcome),
    )
  }

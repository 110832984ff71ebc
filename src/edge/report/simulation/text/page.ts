/**
 * A simulation as a page for people: what it came to, then each step with its operations and changes,
 * then warnings, the accounts afterwards, and what had to be assumed.
 */
import * as O from 'fp-ts/lib/Option.js'
import { asOfBlocks } from '../../as-of-told.js'
import { BLANK, layOut, paragraph, row, type Block } from '../../layout.js'
import { dim, span, strong, warn, good, bad, widthOfLine, type Line, type Span } from '../../styled.js'
import { networkName } from '../../text/mends.js'
import { NARROWEST, PAGE_WIDTH } from '../../text/page.js'
import { counted } from '../../words.js'
import { timeText } from '../amounts.js'
import { outcomeOf, outcomeOfAll, viewsBefore, type SimulationReport } from '../simulation.js'
import { accountBlocks } from './accounts.js'
import { assumptionBlocks } from './assumptions.js'
import { outcomeSpans, stepChanges, stepOperations, summaryBlocks, type ToldStep } from './steps.js'
import { warningBlocks, warningTexts } from './warnings.js'

const toldSteps = ({ names, submitted, simulation, before }: SimulationReport): readonly ToldStep[] => {
  const views = viewsBefore(before, simulation.steps)
  return simulation.steps.flatMap((step, index) => {
    const [one, view] = [submitted[index], views[index]]
    return one === undefined || view === undefined ? [] : [{ names, submitted: one, step, before: view }]
  })
}

const warningSpans = ({ names, simulation }: SimulationReport): readonly Span[] => {
  const { length } = warningTexts(names, simulation.warnings)
  return length === 0 ? [] : [span(' · '), warn(counted(length, 'warning'))]
}

const overallSpans = ({ simulation }: SimulationReport): readonly Span[] => {
  const { steps } = simulation
  const done = steps.filter((step) => outcomeOf(step) === 'succeeded').length
  const share = `${String(done)} of ${String(steps.length)} applied`
  switch (outcomeOfAll(simulation)) {
    case 'succeeded':
      return [good(`✓ all ${String(steps.length)} applied`)]
    case 'failed':
    case 'refused':
      return [bad(`✗ ${share}`)]
    case 'undetermined':
      return [warn('? undetermined'), span(` · ${share}`)]
  }
}

const contextBlock = ({ network, protocol, ledger, closeTime }: SimulationReport): Block => {
  const when = [
    ...(O.isSome(ledger) ? [`ledger ${String(ledger.value)}`] : []),
    ...(O.isSome(closeTime) ? [`closing ${timeText(closeTime.value)}`] : []),
  ]
  return paragraph(
    2,
    2,
    dim([networkName(network.passphrase), `protocol ${String(protocol)}`, ...when].join(' · ')),
  )
}

const titled = (title: string, blocks: readonly Block[]): readonly Block[] =>
  blocks.length === 0 ? [] : [BLANK, paragraph(0, 2, strong(title)), ...blocks]

const onlyStep = (report: SimulationReport, told: ToldStep): readonly Block[] => [
  paragraph(0, 2, ...outcomeSpans(told.step), ...warningSpans(report)),
  ...summaryBlocks(told),
  contextBlock(report),
  ...asOfBlocks(report.names, report.asOf),
  ...titled('Operations', stepOperations(told)),
  ...titled('Changes', stepChanges(told)),
]

const stepOfMany = (told: ToldStep, index: number): readonly Block[] => {
  const outcome = outcomeSpans(told.step)
  const [first = span(''), ...rest] = outcome
  return [
    BLANK,
    row(
      0,
      2,
      [strong(`Step ${String(index + 1)}`), span(` · ${told.submitted.name}`)],
      [
        { span: first, width: widthOfLine([first]) + 2 },
        ...rest.map((one) => ({ span: one, width: widthOfLine([one]) })),
      ],
    ),
    ...summaryBlocks(told),
    ...stepOperations(told),
    ...stepChanges(told),
  ]
}

/** The page of a simulation, in lines of at most a width. */
export const simulationPageOf =
  (width: number) =>
  (report: SimulationReport): readonly Line[] => {
    const told = toldSteps(report)
    const [only, ...others] = told
    const isSequence = others.length > 0
    const { names, simulation } = report
    const sections = [
      warningBlocks(names, simulation.warnings, isSequence),
      accountBlocks(report),
      assumptionBlocks(report),
    ].filter((blocks) => blocks.length > 0)
    return layOut(Math.max(NARROWEST, Math.min(width, PAGE_WIDTH)))([
      ...(only === undefined || isSequence
        ? [
            paragraph(0, 2, ...overallSpans(report), ...warningSpans(report)),
            contextBlock(report),
            ...asOfBlocks(names, report.asOf),
            ...told.flatMap(stepOfMany),
          ]
        : onlyStep(report, only)),
      ...sections.flatMap((blocks) => [BLANK, ...blocks]),
    ])
  }

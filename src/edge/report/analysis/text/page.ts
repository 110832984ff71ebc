/**
 * An analysis as a page for people: what is out of reach first, then the levels, each with what it stands
 * for, who can act, and what may be lost; last what no level can say.
 */
import * as O from 'fp-ts/lib/Option.js'
import { isReachable, type AccountAnalysis } from '../../../../advice/coalition/index.js'
import { totalOf } from '../../../../kernel/model/index.js'
import { layOut, paragraph, type Block } from '../../layout.js'
import { bad, dim, good, span, strong, warn, type Line } from '../../styled.js'
import { NARROWEST, PAGE_WIDTH } from '../../text/page.js'
import { joined, levelWord } from '../../words.js'
import {
  calledLostText,
  departureText,
  levelsText,
  noteTexts,
  numbersText,
  signersText,
  suppositionText,
} from '../account-words.js'
import { factsOf, reachText } from '../facts.js'
import { levelMeaning, NOT_EXPRESSED } from '../level-words.js'
import {
  answerOf,
  headingOf,
  levelsAt,
  onlySupposed,
  sharedLevels,
  type AnalysisReport,
  type AnalyzedAccount,
} from '../report.js'
import { factLines, pairHead, pairLines, pairs } from './columns.js'

const neverBlocks = (report: AnalysisReport, analysis: AccountAnalysis): readonly Block[] => {
  const never = analysis.levels.filter(({ reach }) => reach._tag === 'Never')
  const [first] = never
  if (first === undefined) return []
  const words = joined(never.map(({ level }) => levelWord(level).toUpperCase()))
  return [
    paragraph(0, 2, bad(`✗ ${words} CAN NEVER BE REACHED`)),
    ...never.map((level) =>
      paragraph(2, 4, span(`${levelWord(level.level)}: ${reachText(report.names, level) ?? ''}`)),
    ),
    paragraph(
      2,
      4,
      span('The network does not prevent this, and only a level that can be reached can mend it.'),
    ),
  ]
}

const headBlocks = (report: AnalysisReport, account: AnalyzedAccount): readonly Block[] => {
  const { names } = report
  const answer = answerOf(account)
  const supposed = onlySupposed(account)
  return [
    paragraph(
      0,
      2,
      strong(headingOf(names, account.analysis)),
      span(` · ${numbersText(account.analysis.changed.account)}`),
    ),
    paragraph(2, 4, dim(signersText(names, account.analysis.changed.account))),
    ...(account.calledLost.length === 0
      ? []
      : [paragraph(2, 4, warn('Called lost'), span(` ${calledLostText(names, account.calledLost)}`))]),
    ...(supposed.length === 0
      ? []
      : [
          paragraph(
            2,
            4,
            warn('What if'),
            span(` ${joined(supposed.map((one) => suppositionText(names, one)))}?`),
          ),
        ]),
    ...(isReachable(answer)
      ? [paragraph(0, 2, good('✓ every level can be reached'))]
      : neverBlocks(report, answer)),
  ]
}

const levelHead = (account: AnalyzedAccount, group: readonly number[]): readonly Block[] => {
  const levels = levelsAt(account.analysis, group)
  const needs = ({ configured: { needed, game } }: (typeof levels)[number]): string =>
    `${String(needed)} of ${String(totalOf(game))}`
  const [first, changed] = [levels[0], levelsAt(answerOf(account), group)[0]]
  const before = first === undefined ? '' : needs(first)
  const after = changed === undefined ? '' : needs(changed)
  return [
    paragraph(
      0,
      2,
      strong(levelsText(levels.map(({ level }) => level))),
      span(` · takes weight ${before}${before === after ? '' : `, then ${after}`}`),
    ),
    ...levels.map(({ level }) =>
      paragraph(2, 4, dim(`${group.length > 1 ? `${levelWord(level)}: ` : ''}${levelMeaning(level)}`)),
    ),
  ]
}

const levelLines =
  (width: number, report: AnalysisReport, account: AnalyzedAccount) =>
  (group: readonly number[]): readonly Line[] => {
    const [before] = levelsAt(account.analysis, group)
    const [after] = levelsAt(answerOf(account), group)
    if (before === undefined || after === undefined) return []
    const head: readonly Line[] = [[], ...layOut(width)(levelHead(account, group))]
    return O.isNone(account.after)
      ? [...head, ...factsOf(report, before).flatMap(factLines(width))]
      : [
          ...head,
          pairHead(width),
          ...pairs(factsOf(report, before), factsOf(report, after)).flatMap(pairLines(width)),
        ]
  }

const departureLines = (width: number, report: AnalysisReport, account: AnalyzedAccount): readonly Line[] => {
  const groups = sharedLevels(account)
  if (account.departures.length === 0) return []
  return groups.flatMap((group) => {
    const departures = account.departures[group[0] ?? 0] ?? []
    const levels = levelsAt(account.analysis, group).map(({ level }) => level)
    return [
      [],
      [strong(`Leavers · ${levelsText(levels).toLowerCase()}`), dim(' · their keys stay configured')],
      ...departures.flatMap((departure, index) => {
        const [label, text] = departureText(report.names, departure)
        const role = O.isNone(departure.spare) ? 'bad' : departure.spare.value === 0 ? 'warn' : 'plain'
        return factLines(width)({ id: String(index), label, lines: [text], role })
      }),
    ]
  })
}

const accountLines =
  (width: number, report: AnalysisReport) =>
  (account: AnalyzedAccount): readonly Line[] => {
    const notes = noteTexts(report.names, answerOf(account))
    return [
      ...layOut(width)(headBlocks(report, account)),
      ...sharedLevels(account).flatMap(levelLines(width, report, account)),
      ...departureLines(width, report, account),
      ...(notes.length === 0 ? [] : [[], [strong('To know')]]),
      ...layOut(width)(notes.map((text) => paragraph(2, 4, span(text)))),
      [],
    ]
  }

/** The page of an analysis, in lines of at most a width. */
export const analysisPageOf =
  (width: number) =>
  (report: AnalysisReport): readonly Line[] => {
    const columns = Math.max(NARROWEST, Math.min(width, PAGE_WIDTH))
    return [
      ...report.accounts.flatMap(accountLines(columns, report)),
      ...layOut(columns)(NOT_EXPRESSED.map((text) => paragraph(0, 2, dim(text)))),
    ]
  }

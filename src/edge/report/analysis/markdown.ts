/** An analysis as Markdown, for a page or a comment: a table a level. */
import * as O from 'fp-ts/lib/Option.js'
import { isReachable } from '../../../advice/coalition/index.js'
import { shown } from '../styled.js'
import { joined, levelWord } from '../words.js'
import {
  calledLostText,
  departureText,
  levelsText,
  noteTexts,
  numbersText,
  signersText,
  suppositionText,
} from './account-words.js'
import { factsOf, reachText } from './facts.js'
import { levelMeaning, NOT_EXPRESSED } from './level-words.js'
import {
  answerOf,
  headingOf,
  levelsAt,
  onlySupposed,
  sharedLevels,
  type AnalysisReport,
  type AnalyzedAccount,
} from './report.js'
import { isSame, pairs } from './text/columns.js'

/** Nothing that a name or a file says can begin markup. */
const escaped = (text: string): string => shown(text).replace(/[\\`*[\]<>|]/g, (sign) => `\\${sign}`)

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

const cell = (lines: readonly string[]): string => lines.map(escaped).join('<br>')

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n')

const levelText =
  (report: AnalysisReport, account: AnalyzedAccount) =>
  (group: readonly number[]): readonly string[] => {
    const levels = levelsAt(account.analysis, group)
    const [before, after] = [levels[0], levelsAt(answerOf(account), group)[0]]
    if (before === undefined || after === undefined) return []
    const facts = factsOf(report, before)
    const needs = [before, after].map(({ configured }) => String(configured.needed))
    const changed = needs[0] === needs[1] ? '' : `, then ${needs[1] ?? ''}`
    return [
      `### ${levelsText(levels.map(({ level }) => level))}: takes weight ${needs[0] ?? ''}${changed}`,
      levels.map(({ level }) => `- ${levelWord(level)}: ${levelMeaning(level)}`).join('\n'),
      O.isNone(account.after)
        ? table(
            ['', ''],
            facts.map(({ label, lines }) => [`**${label}**`, cell(lines)]),
          )
        : table(
            ['', 'Before', 'After'],
            pairs(facts, factsOf(report, after)).map((pair) => [
              `**${pair.label}**`,
              O.isSome(pair.before) ? cell(pair.before.value.lines) : '–',
              isSame(pair) ? 'the same' : O.isSome(pair.after) ? cell(pair.after.value.lines) : '–',
            ]),
          ),
    ]
  }

const departuresText = (report: AnalysisReport, account: AnalyzedAccount): readonly string[] =>
  account.departures.length === 0
    ? []
    : sharedLevels(account).flatMap((group) => [
        `### Leavers, ${levelsText(levelsAt(account.analysis, group).map(({ level }) => level)).toLowerCase()}`,
        table(
          ['', 'What is left'],
          (account.departures[group[0] ?? 0] ?? []).map((departure) =>
            departureText(report.names, departure).map(escaped),
          ),
        ),
      ])

const accountText =
  (report: AnalysisReport) =>
  (account: AnalyzedAccount): readonly string[] => {
    const { names } = report
    const answer = answerOf(account)
    const supposed = onlySupposed(account)
    const never = answer.levels.filter(({ reach }) => reach._tag === 'Never')
    return [
      `## ${escaped(headingOf(names, account.analysis))}`,
      `${numbersText(account.analysis.changed.account)}: ${escaped(signersText(names, account.analysis.changed.account))}`,
      ...(account.calledLost.length === 0
        ? []
        : [`**Called lost** ${escaped(calledLostText(names, account.calledLost))}`]),
      ...(supposed.length === 0
        ? []
        : [`**What if** ${escaped(joined(supposed.map((one) => suppositionText(names, one))))}?`]),
      ...(isReachable(answer)
        ? ['Every level can be reached.']
        : never.map(
            (level) =>
              `**✗ ${levelWord(level.level).toUpperCase()} CAN NEVER BE REACHED**: ${escaped(reachText(names, level) ?? '')}`,
          )),
      ...sharedLevels(account).flatMap(levelText(report, account)),
      ...departuresText(report, account),
      ...noteTexts(names, answer).map(escaped),
    ]
  }

/** The document. */
export const analysisMarkdown = (report: AnalysisReport): string =>
  `${[...report.accounts.flatMap(accountText(report)), ...NOT_EXPRESSED].join('\n\n')}\n`

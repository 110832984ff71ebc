/** Results as Markdown: tables of what was found and promised, and the people of each counterexample. */
import * as O from 'fp-ts/lib/Option.js'
import type { Finding } from '../../../../advice/lint/index.js'
import {
  levelOf,
  verdictOf,
  type Answered,
  type Asserted,
  type Policy,
  type Tested,
} from '../../../../advice/policy/index.js'
import type { Failure, ThresholdLevel } from '../../../../kernel/model/index.js'
import { counted, joined } from '../../words.js'
import { changeText, effectText, notFoundText, timesText, suppressionText } from '../change-words.js'
import type { Suppression } from '../check-report.js'
import { evidenceOf, otherOf, type Evidence } from '../evidence.js'
import { answerMessage } from '../result-message.js'
import { nearbyText } from '../shown-place.js'
import { ANSWER_LOOKS, TEST_LOOKS } from '../symbols.js'
import { sumText } from '../text/evidence.js'
import { markdownTable, markdownText as md } from './escaped.js'

/** How much holds of what was asked for. */
const toleratedText = (answer: Answered['answer']): string => {
  if (answer._tag !== 'Violated' || O.isNone(answer.counterexample.tolerated)) return ''
  const { asked, holds, unit } = answer.counterexample.tolerated.value
  return `Tolerated: ${counted(holds, unit)} (asked: ${String(asked)}).`
}

const orDash = (text: O.Option<string>): string => (O.isSome(text) ? md(text.value) : '')

/** The keys of an exhibit, and their sum. */
const evidenceTable = (
  evidence: Evidence,
  level: O.Option<ThresholdLevel>,
  file: string,
  before = '',
): readonly string[] => {
  const { exhibit, rows } = evidence
  const units = exhibit.units.length === 0 ? '' : ` (${exhibit.units.join(', ')})`
  return [
    `${md(`${before}${exhibit.title}${units}`)}: **${md(sumText(evidence, level))}**`,
    markdownTable(
      ['key', 'weight', 'holder', 'vendor', 'places', 'described'],
      rows.map(({ alias, weight, holder, vendor, location, place }) => [
        md(alias),
        String(weight),
        orDash(holder),
        orDash(vendor),
        md(location.join(', ')),
        O.isSome(place) ? md(nearbyText(place.value, file)) : '',
      ]),
      [1],
    ),
  ]
}

/** Findings as rows of one table. */
export const findingsTable = (
  findings: readonly { readonly finding: Finding; readonly suppressed: O.Option<Suppression> }[],
): string =>
  markdownTable(
    ['', 'rule', 'account', 'what', 'help', 'line'],
    findings.map(({ finding: { severity, rule, account, says, help, fix, place }, suppressed }) => [
      O.isSome(suppressed) ? `${severity}, ${md(suppressionText(suppressed.value))}` : severity,
      md(rule),
      orDash(account),
      md(says),
      md(O.isSome(fix) ? `${help}; fix: ${fix.value.says} (${effectText(fix.value)})` : help),
      String(place.position.line),
    ]),
  )

/** The people of a finding. */
export const findingEvidence = (policy: O.Option<Policy>, finding: Finding): readonly string[] => {
  const context = { policy, account: finding.account, other: O.none }
  return finding.exhibits.flatMap((one) =>
    evidenceTable(evidenceOf(context)(one), O.none, finding.place.file, `${finding.rule}, `),
  )
}

/** Assertions as rows of one table. */
export const claimsTable = (all: readonly Asserted[], says: (answered: Answered) => string): string =>
  markdownTable(
    ['', 'assertion', 'account', 'claim', 'line'],
    all.flatMap(({ assertion, account, answers }) =>
      answers.map((answered) => {
        const { symbol, word } = ANSWER_LOOKS[answered.answer._tag]
        const line = String(assertion.place.position.line)
        return [`${symbol} ${word}`, md(assertion.id), md(account), md(says(answered)), line]
      }),
    ),
  )

const remedyText = (policy: Policy, { remedy }: Asserted): readonly string[] => {
  if (O.isNone(remedy)) return []
  switch (remedy.value._tag) {
    case 'Repair': {
      const changes = remedy.value.changes.map((change) => changeText(policy, change)).join('; ')
      const smallest = remedy.value.isSmallest ? 'Smallest repair' : 'A repair'
      return [`${smallest} that keeps all other claims: ${md(changes)}`]
    }
    case 'Conflict': {
      const { assertions, reasons, ends } = remedy.value.conflict
      return [
        `No weights and thresholds keep ${md(assertions.join(', '))} at once:`,
        reasons
          .map(
            ({ assertion, says: reason, times }) => `- ${md(`${assertion}: ${reason}${timesText(times)}`)}`,
          )
          .join('\n'),
        `So: ${md(ends)}`,
      ]
    }
    case 'NotFound':
      return [md(notFoundText(remedy.value))]
  }
}

/** What an assertion that does not hold has to show. */
export const assertedDetails = (policy: Policy, asserted: Asserted): readonly string[] => {
  const { assertion, account, answers, spoiled } = asserted
  if (verdictOf(asserted) === 'Holds') return []
  return [
    `#### ${ANSWER_LOOKS[verdictOf(asserted)].symbol} ${md(assertion.id)}, ${md(account)}`,
    ...answers.flatMap((answered) => {
      const { answer, claim } = answered
      if (answer._tag === 'Holds') return []
      const context = { policy: O.some(policy), account: O.some(account), other: otherOf(claim) }
      const help = answer._tag === 'Vacuous' ? answer.help : answer._tag === 'Unknown' ? answer.why.help : ''
      const exhibits = answer._tag === 'Violated' ? answer.counterexample.exhibits : []
      return [
        `**${ANSWER_LOOKS[answer._tag].word}**: ${md([answerMessage(answered), toleratedText(answer)].join(' '))}`,
        ...(help === '' ? [] : [`help: ${md(help)}`]),
        ...exhibits.flatMap((one) =>
          evidenceTable(evidenceOf(context)(one), O.some(levelOf(claim)), assertion.place.file),
        ),
      ]
    }),
    ...spoiled.map(
      ({ change, breaks }) => `Tried: ${md(changeText(policy, change))} breaks ${md(joined(breaks))}`,
    ),
    ...remedyText(policy, asserted),
  ]
}

/** Tests as rows of one table. */
export const testsTable = (tests: readonly Tested[]): string =>
  markdownTable(
    ['', 'test', 'account', 'what the engine says', 'line'],
    tests.map(({ test, outcome, says }) => {
      const { symbol, word } = TEST_LOOKS[outcome]
      const line = String(test.place.position.line)
      return [`${symbol} ${word}`, md(test.name), md(test.on), md(says), line]
    }),
  )

/** Failures as rows of one table. */
export const failuresTable = (failures: readonly Failure[], file: string): string =>
  markdownTable(
    ['', 'code', 'what', 'help', 'file', 'line'],
    failures.map(({ code, message, help, subject, position }) => [
      '✗ not read',
      md(code),
      md(message),
      orDash(help),
      md(O.getOrElse(() => file)(subject)),
      O.isSome(position) ? String(position.value.line) : '',
    ]),
  )

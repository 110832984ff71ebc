/** Results as SARIF says them: what is wrong and what is not known. What holds is no result. */
import * as O from 'fp-ts/lib/Option.js'
import {
  levelOf,
  verdictOf,
  type Asserted,
  type Place,
  type Policy,
  type Tested,
} from '../../../../advice/policy/index.js'
import type { Failure } from '../../../../kernel/model/index.js'
import type { Json } from '../../json-list.js'
import { kebab } from '../../words.js'
import { suppressionText } from '../change-words.js'
import type { CheckedFile, Result } from '../check-report.js'
import { evidenceOf, otherOf, type Evidence } from '../evidence.js'
import { assertedFingerprint, testedFingerprint } from '../fingerprint.js'
import { exhibitOf } from '../json/parts.js'
import { assertedMessage } from '../result-message.js'
import type { CheckCatalogue } from '../settings.js'
import { sumText } from '../text/evidence.js'
import { claimRule, failureRule, SARIF_LEVELS, TEST_RULE } from './descriptors.js'
import { fileLocation, locationOf, messageOf, relatedLocation } from './location.js'

/** The same result tomorrow, by the name that code scanning asks for and by ours. */
const fingerprints = (text: string): Json => ({ primaryLocationLineHash: text, 'quorate/v1': text })

/** Keys of an argument, where each is described. */
const signerPlaces = (evidence: readonly Evidence[]): readonly (readonly [Place, string])[] =>
  evidence.flatMap(({ exhibit, rows }) =>
    rows.flatMap(({ alias, weight, holder, place }) =>
      O.isNone(place)
        ? []
        : [
            [
              place.value,
              [
                `${exhibit.title}: ${alias}`,
                `weight ${String(weight)}`,
                ...(O.isSome(holder) ? [`held by ${holder.value}`] : []),
              ].join(', '),
            ] as const,
          ],
    ),
  )

const related = (places: readonly (readonly [Place, string])[]): Readonly<Record<string, Json>> =>
  places.length === 0
    ? {}
    : { relatedLocations: places.map(([place, says], index) => relatedLocation(place, says, index)) }

const findingResult = (
  policy: O.Option<Policy>,
  { finding, fingerprint, suppressed }: Extract<Result, { readonly _tag: 'Finding' }>,
): Json => {
  const { rule, severity, account, place, says, help, exhibits, fix } = finding
  const evidence = exhibits.map(evidenceOf({ policy, account, other: O.none }))
  return {
    ruleId: rule,
    level: SARIF_LEVELS[severity],
    message: messageOf(`${says}\nhelp: ${help}`),
    locations: [locationOf(place)],
    ...related([...finding.related.map((one) => [one.place, one.says] as const), ...signerPlaces(evidence)]),
    partialFingerprints: fingerprints(fingerprint),
    ...(O.isSome(suppressed)
      ? {
          suppressions: [
            {
              kind: suppressed.value._tag === 'Ignored' ? 'inSource' : 'external',
              status: 'accepted',
              justification: shownText(suppressionText(suppressed.value)),
            },
          ],
        }
      : {}),
    properties: {
      account: O.toNullable(account),
      exhibits: evidence.map(exhibitOf),
      fix: O.isSome(fix) ? fix.value.says : null,
    },
  }
}

const shownText = (text: string): string => (messageOf(text) as { readonly text: string }).text

const assertedResult = ({ says }: CheckCatalogue, policy: Policy, asserted: Asserted): readonly Json[] => {
  const { assertion, account, answers } = asserted
  const verdict = verdictOf(asserted)
  if (verdict === 'Holds') return []
  const told = answers.flatMap(({ claim, answer }) => {
    if (answer._tag !== 'Violated') return []
    const context = { policy: O.some(policy), account: O.some(account), other: otherOf(claim) }
    return answer.counterexample.exhibits.map((exhibit) => ({
      level: O.some(levelOf(claim)),
      evidence: evidenceOf(context)(exhibit),
    }))
  })
  return [
    {
      ruleId: claimRule(assertion.form),
      level: 'error',
      message: messageOf(
        [
          `${assertion.id}: ${assertedMessage(says, asserted)}`,
          ...told.map(({ level, evidence }) => `${evidence.exhibit.title}: ${sumText(evidence, level)}`),
        ].join('\n'),
      ),
      locations: [locationOf(assertion.place)],
      ...related(signerPlaces(told.map(({ evidence }) => evidence))),
      partialFingerprints: fingerprints(assertedFingerprint(policy, asserted)),
      properties: {
        assertion: assertion.id,
        account,
        verdict: kebab(verdict),
        counterexample: told.map(({ evidence }) => exhibitOf(evidence)),
      },
    },
  ]
}

const testedResult = (tested: Tested): readonly Json[] => {
  const { test, outcome, says } = tested
  if (outcome === 'Passed') return []
  return [
    {
      ruleId: TEST_RULE,
      level: 'error',
      message: messageOf(`test ${test.name}: ${says}`),
      locations: [locationOf(test.place)],
      partialFingerprints: fingerprints(testedFingerprint(tested)),
      properties: { test: test.name, account: test.on, verdict: kebab(outcome) },
    },
  ]
}

/** Where a failure is, as far as it is known. */
export const failureLocation = ({ subject, position }: Failure, file: string): Json => {
  const { line, column } = O.isSome(position) ? position.value : { line: undefined, column: undefined }
  return fileLocation(O.getOrElse(() => file)(subject), line, column)
}

/** A failure with what to do. */
export const failureMessage = ({ message, help }: Failure): Json =>
  messageOf(O.isSome(help) ? `${message}\nhelp: ${help.value}` : message)

const unreadableResult = (catalogue: CheckCatalogue, failure: Failure, file: string): Json => ({
  ruleId: failureRule(catalogue, failure.code),
  level: 'error',
  message: failureMessage(failure),
  locations: [failureLocation(failure, file)],
  properties: { code: failure.code },
})

/** The results of SARIF for one of ours: one, or none where all is well. */
export const sarifResults = (
  catalogue: CheckCatalogue,
  file: CheckedFile,
  result: Result,
): readonly Json[] => {
  switch (result._tag) {
    case 'Finding':
      return [findingResult(file.policy, result)]
    case 'Asserted':
      return assertedResult(catalogue, result.policy, result.asserted)
    case 'Tested':
      return testedResult(result.tested)
    case 'Unreadable':
      return [unreadableResult(catalogue, result.failure, file.file)]
  }
}

/** Files and results of a check as JSON. */
import * as O from 'fp-ts/lib/Option.js'
import type * as t from 'io-ts/lib/index.js'
import type { Edit, Fix } from '../../../../advice/lint/index.js'
import type { Claim, Policy, Tested } from '../../../../advice/policy/index.js'
import type { Failure } from '../../../../kernel/model/index.js'
import type { CheckedFile, Result, Suppression } from '../check-report.js'
import { rulePage } from '../documentation.js'
import { evidenceOf } from '../evidence.js'
import { assertionOf } from './assertion.js'
import type { fileJson, resultJson } from './codecs.js'
import { exhibitOf, locationOf } from './parts.js'

/** One result, as the codec says. */
export type ResultJson = t.TypeOf<typeof resultJson>
type FindingJson = Extract<ResultJson, { readonly kind: 'finding' }>
type TestJson = Extract<ResultJson, { readonly kind: 'test' }>

const editOf = (edit: Edit): NonNullable<FindingJson['fix']>['edits'][number] => {
  const { file, path } = edit
  switch (edit._tag) {
    case 'Set':
      return { file, path, edit: 'set', to: edit.to }
    case 'Remove':
      return { file, path, edit: 'remove' }
    case 'Append':
      return { file, path, edit: 'append', yaml: edit.yaml }
  }
}

const fixOf = ({ says, effect, edits }: Fix): FindingJson['fix'] => ({
  says,
  effect,
  edits: edits.map(editOf),
})

const suppressionOf = (suppression: Suppression): FindingJson['suppressed'] =>
  suppression._tag === 'Ignored'
    ? { by: 'ignore', reason: suppression.reason, until: O.toNullable(suppression.until) }
    : { by: 'baseline', file: suppression.file }

const findingOf = (
  policy: O.Option<Policy>,
  { finding, fingerprint, suppressed }: Extract<Result, { readonly _tag: 'Finding' }>,
): FindingJson => ({
  kind: 'finding',
  id: finding.rule,
  severity: finding.severity,
  account: O.toNullable(finding.account),
  location: locationOf(finding.place),
  message: finding.says,
  help: finding.help,
  exhibits: finding.exhibits.map((one) =>
    exhibitOf(evidenceOf({ policy, account: finding.account, other: O.none })(one)),
  ),
  related: finding.related.map(({ place, says }) => ({ location: locationOf(place), message: says })),
  fix: O.isSome(finding.fix) ? fixOf(finding.fix.value) : null,
  fingerprint,
  suppressed: O.isSome(suppressed) ? suppressionOf(suppressed.value) : null,
  docs: rulePage(finding.rule),
})

const TEST_VERDICTS: Readonly<Record<Tested['outcome'], TestJson['verdict']>> = {
  Passed: 'passed',
  Failed: 'failed',
  Unknown: 'unknown',
}

const testOf = ({ test, outcome, says }: Tested): TestJson => ({
  kind: 'test',
  id: test.name,
  account: test.on,
  verdict: TEST_VERDICTS[outcome],
  location: locationOf(test.place),
  message: says,
  expected: test.expect.verdict,
})

const unreadableOf = ({ code, message, help, subject, position }: Failure, file: string): ResultJson => ({
  kind: 'unreadable',
  id: code,
  severity: 'error',
  location: {
    file: O.getOrElse(() => file)(subject),
    line: O.isSome(position) ? position.value.line : null,
    column: O.isSome(position) ? position.value.column : null,
  },
  message,
  help: O.toNullable(help),
})

/** One result of a file. */
export const resultOf = (says: (claim: Claim) => string, file: CheckedFile, result: Result): ResultJson => {
  switch (result._tag) {
    case 'Finding':
      return findingOf(file.policy, result)
    case 'Asserted':
      return assertionOf(says, result.policy, result.asserted)
    case 'Tested':
      return testOf(result.tested)
    case 'Unreadable':
      return unreadableOf(result.failure, file.file)
  }
}

/** A file with all of its results. */
export const fileOf = (says: (claim: Claim) => string, file: CheckedFile): t.TypeOf<typeof fileJson> => ({
  file: file.file,
  digest: O.toNullable(file.digest),
  accounts: file.accounts,
  results: file.results.map((result) => resultOf(says, file, result)),
})

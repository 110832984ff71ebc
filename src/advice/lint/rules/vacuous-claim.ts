/** `vacuous-claim`: a promise that nothing could break. */
import * as O from 'fp-ts/lib/Option.js'
import { exampleFile } from '../example-file.js'
import type { LintInput } from '../lint-input.js'
import { perPolicy, type FoundInPolicy } from '../per-policy.js'
import type { LintRule } from '../rule.js'

const [id, severity] = ['vacuous-claim', 'warning'] as const

const find = ({ asserted }: LintInput): readonly FoundInPolicy[] =>
  asserted.flatMap(({ assertion, account, answers }): readonly FoundInPolicy[] => {
    const vacuous = answers.flatMap(({ answer }) => (answer._tag === 'Vacuous' ? [answer] : []))
    const [first] = vacuous
    if (first === undefined) return []
    return [
      {
        account,
        place: assertion.place,
        says: `${assertion.id} promises nothing of ${account}: ${first.says}.`,
        help: first.help,
        evidence: [assertion.id],
        fix: O.some({
          says: `remove ${assertion.id}`,
          effect: 'suggested',
          edits: [{ file: assertion.place.file, path: assertion.place.path, _tag: 'Remove' }],
        }),
      },
    ]
  })

const file = (count: number): string =>
  exampleFile({
    signers: { anna: 1, bruno: 1 },
    thresholds: [2, 2, 2],
    more: [
      'assert:',
      `  - { id: all-pay, on: vault, claim: { any: ${count}, of: [anna, bruno], can: medium } }`,
    ],
  })

export const vacuousClaim: LintRule = {
  _tag: 'Lint',
  id,
  severity,
  summary: 'a claim speaks of nobody, or of more people than there are',
  rationale:
    'A claim over an empty group is true and worthless: it was meant for people who are not in the group. Such a claim fails by itself; this says what is wrong with it.',
  decidedBy:
    'The answer to the claim is `Vacuous`, for the reason that the page of the claim gives. A warning only, because the claim itself ends the check with 1.',
  source: 'own: vacuous is not holds',
  numbers: {},
  examples: [
    { says: 'three of two', policy: file(3), finds: ['all-pay promises nothing of vault'] },
    { says: 'two of two', policy: file(2), finds: [] },
  ],
  check: perPolicy(id, severity, find),
}

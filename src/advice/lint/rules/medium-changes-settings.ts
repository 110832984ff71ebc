/** `medium-changes-settings`: flags and the home domain need medium, not high. */
import * as O from 'fp-ts/lib/Option.js'
import { winsOnlyIn } from '../../coalition/index.js'
import { exampleFile } from '../example-file.js'
import { claimsOf, isChosen } from '../intent.js'
import { perAccount, type Found } from '../per-account.js'
import type { LintRule } from '../rule.js'
import { openLevels, unmeantAlone } from '../strong-keys.js'
import { exhibitAt, isReached, placeOfLevel, whoAll, type Subject } from '../subject.js'

const [id, severity] = ['medium-changes-settings', 'note'] as const

const SETTINGS: readonly string[] = [
  'set_options.flags',
  'set_options.home_domain',
  'set_options.inflation_dest',
]

/** Whether a claim speaks of these settings: then somebody knows. */
const isKnown = (subject: Subject): boolean =>
  isChosen(subject) || claimsOf(subject).some((claim) => 'at' in claim && SETTINGS.includes(claim.at.said))

const find = (subject: Subject): readonly Found[] => {
  const { account, levels } = subject
  const { Medium, High } = levels
  const gain = O.toUndefined(winsOnlyIn(High.game)(Medium.game))
  // Who pays everything away alone is told already, and more urgently.
  const isTold = openLevels(subject).includes('Medium') || unmeantAlone(subject, 'Medium').length > 0
  if (!isReached(High) || gain === undefined || isKnown(subject) || isTold) return []
  const exhibit = exhibitAt(subject, Medium, 'who sets flags', gain)
  return [
    {
      place: placeOfLevel(subject, 'Medium'),
      says: `Settings of ${account.name} change with medium: ${whoAll(subject)(exhibit.keys)} (${exhibit.sum} of ${exhibit.quota}) can set its flags and its home domain, although they do not reach high.`,
      help: 'know it; on an account that issues credit, claim who can sign `set_options.flags`',
      exhibits: [exhibit],
      related: [{ place: placeOfLevel(subject, 'High'), says: 'the high threshold' }],
      evidence: ['Medium', ...gain.toSorted()],
    },
  ]
}

export const mediumChangesSettings: LintRule = {
  _tag: 'Lint',
  id,
  severity,
  summary: 'people who do not reach high can set the flags and the home domain',
  rationale:
    'People think that every change of the account itself needs high. Signers, weights and thresholds do; flags and the home domain need medium. On an issuer the flags decide who may hold the credit and whether it can be taken back, and the flag "immutable" can never be unset.',
  decidedBy:
    'a coalition with w(S) ≥ q at medium and w(S) < q at high. Silent where a claim speaks of set_options.flags, set_options.home_domain or set_options.inflation_dest, where one key pays alone and another rule tells so, and on accounts that were filled from a preset.',
  source:
    'stellar-core `SetOptionsOpFrame::getThresholdLevel`: high only with a weight, a threshold or a signer',
  numbers: {},
  examples: [
    {
      says: 'two pay, three change the signers',
      policy: exampleFile({ signers: { anna: 1, bruno: 1, carla: 1, dora: 1 }, thresholds: [1, 2, 3] }),
      finds: ['can set its flags and its home domain'],
    },
    {
      says: 'the same, and a claim says that it is known',
      policy: exampleFile({
        signers: { anna: 1, bruno: 1, carla: 1, dora: 1 },
        thresholds: [1, 2, 3],
        more: [
          'assert:',
          '  - { id: flags, on: vault, claim: { any: 2, of: [anna, bruno, carla, dora], can: set_options.flags } }',
        ],
      }),
      finds: [],
    },
  ],
  check: perAccount(id, severity, find),
}

/** `merge-as-payment`: whoever pays can also take the account over, or merge it away. */
import * as O from 'fp-ts/lib/Option.js'
import { levelOf } from '../../policy/index.js'
import { fewestSignatures } from '../../coalition/index.js'
import { exampleFile } from '../example-file.js'
import { claimsOf, isChosen } from '../intent.js'
import { perAccount, when, type Found } from '../per-account.js'
import type { LintRule } from '../rule.js'
import { areSameLevels } from '../same-rule.js'
import { isShared, openLevels, unmeantAlone } from '../strong-keys.js'
import { exhibitAt, isReached, placeOfLevel, whoAll, type Subject } from '../subject.js'

const [id, severity] = ['merge-as-payment', 'note'] as const

const find = (subject: Subject): readonly Found[] => {
  const { account, levels } = subject
  const { High, Medium } = levels
  const isKnown = isChosen(subject) || claimsOf(subject).some((claim) => levelOf(claim) === 'High')
  const isTold = openLevels(subject).includes('High') || unmeantAlone(subject, 'High').length > 0
  const fewest = fewestSignatures(High.game)
  const isSo =
    isShared(subject) && !isKnown && !isTold && isReached(High) && isReached(Medium) && O.isSome(fewest)
  if (!isSo || !areSameLevels(account.account, 'Medium', 'High')) return []
  const exhibit = exhibitAt(subject, High, 'who pays', fewest.value)
  return when(true, () => ({
    place: placeOfLevel(subject, 'High'),
    says: `Whoever pays from ${account.name} can also replace every signer, or merge it away: ${whoAll(subject)(exhibit.keys)} (${exhibit.sum}) reach medium ${Medium.game.quota} and high ${High.game.quota}.`,
    help: 'raise high, where changes are to need more than payments; or claim who can high',
    exhibits: [exhibit],
    related: [{ place: placeOfLevel(subject, 'Medium'), says: 'the medium threshold' }],
    evidence: ['High', 'Medium'],
  }))
}

export const mergeAsPayment: LintRule = {
  _tag: 'Lint',
  id,
  severity,
  summary: 'exactly those who can pay can also replace the signers and merge the account away',
  rationale:
    'Merging and changing the signers need high, so that they can be made harder than a payment. Where high admits the same people, whoever got as many keys as a payment takes has the account, not only what is in it today.',
  decidedBy:
    'medium and high admit the same coalitions, on accounts of two or more signers. Silent where any claim speaks of high, and on accounts that were filled from a preset.',
  source: 'stellar-core `MergeOpFrame::getThresholdLevel`, `SetOptionsOpFrame::getThresholdLevel`',
  numbers: {},
  examples: [
    {
      says: 'two of three, for everything',
      policy: exampleFile({ signers: { anna: 1, bruno: 1, carla: 1 }, thresholds: [2, 2, 2] }),
      finds: ['Whoever pays from vault can also replace every signer'],
    },
    {
      says: 'two pay, three change the signers',
      policy: exampleFile({ signers: { anna: 1, bruno: 1, carla: 1, dora: 1 }, thresholds: [2, 2, 3] }),
      finds: [],
    },
    {
      says: 'two of three, and a claim says that it is meant',
      policy: exampleFile({
        signers: { anna: 1, bruno: 1, carla: 1 },
        thresholds: [2, 2, 2],
        more: [
          'assert:',
          '  - { id: all, on: vault, claim: { any: 2, of: [anna, bruno, carla], can: high } }',
        ],
      }),
      finds: [],
    },
  ],
  check: perAccount(id, severity, find),
}

/** `merge-as-payment`: whoever pays can also take the account over, or merge it away. */
import * as O from 'fp-ts/lib/Option.js'
import { levelOf } from '../../policy/index.js'
import { totalOf } from '../../../kernel/model/index.js'
import { entails, fewestSignatures } from '../../coalition/index.js'
import { suggestion, toThreshold } from '../fix-of.js'
import { exampleFile } from '../example-file.js'
import { claimsOf, isChosen } from '../intent.js'
import { perAccount, type Found } from '../per-account.js'
import type { LintRule } from '../rule.js'
import { areSameLevels } from '../same-rule.js'
import { isShared, openLevels, unmeantAlone } from '../strong-keys.js'
import { exhibitAt, placeOfLevel, whoAll, type Subject } from '../subject.js'

const [id, severity] = ['merge-as-payment', 'note'] as const

/** A higher threshold that keeps somebody out, and with which any one key may still be lost; if there is one. */
const stricter = ({ levels: { High } }: Subject): number | undefined => {
  const heaviest = Math.max(...High.game.players.map(({ weight }) => weight))
  const spare = totalOf(High.game) - heaviest
  return spare > High.game.quota && !entails({ ...High.game, quota: spare })(High.game) ? spare : undefined
}

const find = (subject: Subject): readonly Found[] => {
  const { account, levels } = subject
  const { High, Medium } = levels
  const isKnown = isChosen(subject) || claimsOf(subject).some((claim) => levelOf(claim) === 'High')
  const isTold = openLevels(subject).includes('High') || unmeantAlone(subject, 'High').length > 0
  const fewest = O.toUndefined(fewestSignatures(High.game))
  if (!isShared(subject) || isKnown || isTold || fewest === undefined) return []
  const most = stricter(subject)
  if (most === undefined || !areSameLevels(account.account, 'High', 'Medium')) return []
  const exhibit = exhibitAt(subject, High, 'who pays', fewest)
  return [
    {
      place: placeOfLevel(subject, 'High'),
      says: `Whoever pays from ${account.name} can also replace every signer, or merge it away: ${whoAll(subject)(exhibit.keys)} (${exhibit.sum}) reach medium ${Medium.game.quota} and high ${High.game.quota}.`,
      help: `high can be up to ${most}, and any one key may still be lost; where it is meant, claim who can reach high`,
      exhibits: [exhibit],
      related: [{ place: placeOfLevel(subject, 'Medium'), says: 'the medium threshold' }],
      evidence: ['High', 'Medium'],
      fix: suggestion(subject, `raise high to ${most}`, [toThreshold(subject, 'High', most)]),
    },
  ]
}

export const mergeAsPayment: LintRule = {
  _tag: 'Lint',
  id,
  severity,
  summary: 'exactly those who can pay can also replace the signers and merge the account away',
  rationale:
    'Merging and changing the signers need high, so that they can be made harder than a payment. Where high admits the same people, whoever got as many keys as a payment takes has the account, not only what is in it today.',
  decidedBy:
    'medium and high admit the same coalitions on an account of several signers, and a stricter high would leave any one key to spare: T − max w > q. Silent where any claim speaks of high, and on accounts that were filled from a preset.',
  source: 'stellar-core `MergeOpFrame::getThresholdLevel`, `SetOptionsOpFrame::getThresholdLevel`',
  numbers: {},
  examples: [
    {
      says: 'three of five, for everything',
      policy: exampleFile({
        signers: { anna: 1, bruno: 1, carla: 1, dora: 1, emil: 1 },
        thresholds: [3, 3, 3],
      }),
      finds: ['Whoever pays from vault can also replace every signer'],
    },
    {
      says: 'two pay, three change the signers',
      policy: exampleFile({ signers: { anna: 1, bruno: 1, carla: 1, dora: 1 }, thresholds: [2, 2, 3] }),
      finds: [],
    },
    {
      says: 'two of three: a stricter high would leave no key to spare',
      policy: exampleFile({ signers: { anna: 1, bruno: 1, carla: 1 }, thresholds: [2, 2, 2] }),
      finds: [],
    },
    {
      says: 'three of five, and a claim says that it is meant',
      policy: exampleFile({
        signers: { anna: 1, bruno: 1, carla: 1, dora: 1, emil: 1 },
        thresholds: [3, 3, 3],
        more: [
          'assert:',
          '  - { id: all, on: vault, claim: { any: 3, of: [anna, bruno, carla, dora, emil], can: high } }',
        ],
      }),
      finds: [],
    },
  ],
  check: perAccount(id, severity, find),
}

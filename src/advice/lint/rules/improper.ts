/** `improper`: two groups that share nobody can both take the account over. */
import { proper } from '../../coalition/index.js'
import { totalOf } from '../../../kernel/model/index.js'
import { exampleFile } from '../example-file.js'
import { suggestion, toThreshold } from '../fix-of.js'
import { isMeantToAct } from '../intent.js'
import { perAccount, type Found } from '../per-account.js'
import type { LintRule } from '../rule.js'
import { openLevels, unmeantAlone } from '../strong-keys.js'
import { exhibitAt, isReached, placeOfLevel, whoAll, type Subject } from '../subject.js'

const [id, severity] = ['improper', 'warning'] as const

const find = (subject: Subject): readonly Found[] => {
  const { account, levels } = subject
  const view = levels.High
  const isTold = openLevels(subject).includes('High') || unmeantAlone(subject, 'High').length > 0
  const answer = proper(view.game)
  if (isTold || !isReached(view) || answer._tag === 'Proper') return []
  const [one, other] = answer.rivals
  const isMeant = isMeantToAct(subject)
  if (isMeant('High', one) && isMeant('High', other)) return []
  const [a, b] = [
    exhibitAt(subject, view, 'one side', one),
    exhibitAt(subject, view, 'the other side', other),
  ]
  const to = Math.floor(totalOf(view.game) / 2) + 1
  return [
    {
      place: placeOfLevel(subject, 'High'),
      says: `Two groups that share nobody both reach high on ${account.name}: ${whoAll(subject)(a.keys)} (${a.sum} of ${a.quota}), and ${whoAll(subject)(b.keys)} (${b.sum} of ${b.quota}). Either can remove the other; whoever is first wins.`,
      help: `raise high to ${to}, more than half of all weights; where it is meant, claim that so many can reach high`,
      exhibits: [a, b],
      evidence: ['High', ...subject.players.map((player) => player.id).toSorted()],
      fix: suggestion(subject, `raise high to ${to}`, [toThreshold(subject, 'High', to)]),
    },
  ]
}

export const improper: LintRule = {
  _tag: 'Lint',
  id,
  severity,
  summary: 'two groups that share nobody can both reach high',
  rationale:
    'People fall out, and half of the keys can be stolen. Where two disjoint groups reach high, each can remove the other and keep the account: not an agreement decides, but a race.',
  decidedBy:
    'a coalition that weighs from q to T − q at high; never where 2q > T. One key that reaches high alone is told by `single-key-high`. Silent where `can` claims say of both groups that they can high, and on accounts that were filled from a preset.',
  source: 'the theory of simple games: proper games (Taylor and Zwicker 1999)',
  numbers: {},
  examples: [
    {
      says: 'two of four',
      policy: exampleFile({ signers: { anna: 1, bruno: 1, carla: 1, dora: 1 }, thresholds: [2, 2, 2] }),
      finds: ['Two groups that share nobody both reach high on vault'],
    },
    {
      says: 'two of four pay, three change the signers',
      policy: exampleFile({ signers: { anna: 1, bruno: 1, carla: 1, dora: 1 }, thresholds: [2, 2, 3] }),
      finds: [],
    },
    {
      says: 'two of four, and a claim says that it is meant',
      policy: exampleFile({
        signers: { anna: 1, bruno: 1, carla: 1, dora: 1 },
        thresholds: [2, 2, 2],
        more: [
          'assert:',
          '  - { id: two, on: vault, claim: { any: 2, of: [anna, bruno, carla, dora], can: high } }',
        ],
      }),
      finds: [],
    },
  ],
  check: perAccount(id, severity, find),
}

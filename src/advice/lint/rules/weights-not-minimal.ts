/** `weights-not-minimal`: the same rule can be written in smaller numbers. */
import * as O from 'fp-ts/lib/Option.js'
import { gameAt } from '../../coalition/index.js'
import { exampleFile } from '../example-file.js'
import { changed, equivalence } from '../fix-of.js'
import { perAccount, type Found } from '../per-account.js'
import { keysOfNoSay, unequalClasses } from '../player-classes.js'
import type { LintRule } from '../rule.js'
import { isSameRule } from '../same-rule.js'
import { changesTo, smallerNumbers } from '../smaller-weights.js'
import { ranked, reachedLevels, who, type Subject } from '../subject.js'

const [id, severity] = ['weights-not-minimal', 'note'] as const

/** Whether other findings tell of the same numbers, or more than the signers counts. */
const isTold = (subject: Subject): boolean =>
  reachedLevels(subject).length < 3 ||
  gameAt('High')(subject.account.account).conditional.length > 0 ||
  unequalClasses(subject).length > 0 ||
  keysOfNoSay(subject).length > 0

const find = (subject: Subject): readonly Found[] => {
  const { account, players } = subject
  if (players.length < 2 || players.every(({ weight }) => weight === 1) || isTold(subject)) return []
  const smaller = O.toUndefined(smallerNumbers(subject))
  if (smaller === undefined) return []
  const changes = changesTo(subject, smaller)
  const after = O.toUndefined(changed(account.account, changes))
  if (after === undefined || !isSameRule(account.account, after)) return []
  const { weights, quotas } = smaller
  const keys = ranked(
    subject,
    players.map((player) => player.id),
  )
  const said = keys.map((key) => `${who(subject)(key)} ${String(weights.get(key))}`).join(', ')
  return [
    {
      place: account.place,
      says: `The rule of ${account.name} can be written in smaller numbers: ${said}, with low ${quotas.Low}, medium ${quotas.Medium} and high ${quotas.High}. Exactly the same people can act.`,
      help: 'write the smaller numbers, or keep these where room between them is wanted',
      evidence: [...players.map(({ id: key, weight }) => `${key} ${weight}`)].sort(),
      fix: equivalence(subject, 'write the same rule in smaller numbers', changes),
    },
  ]
}

export const weightsNotMinimal: LintRule = {
  _tag: 'Lint',
  id,
  severity,
  summary: 'the same rule can be written in smaller numbers',
  rationale:
    'People check weights in their heads, and adding 1 and 2 goes wrong less often than adding 35 and 65. Numbers that suggest shares of a company mean only who can act with whom. Weights end at 255, and small ones leave room for signers to come.',
  decidedBy:
    'strictly falling weights of the classes of interchangeable signers are tried from the smallest on; at each level the lightest group that can act must weigh more than the heaviest that cannot. The search ends after 20,000 groups and says nothing then. What it finds is proved to be the same rule at every level. Silent where `dummy-signer` or `unequal-but-interchangeable` tell of the weights.',
  source: 'minimal integer representations of weighted games (Freixas and Kurz 2014)',
  numbers: {},
  examples: [
    {
      says: 'shares in per cent',
      policy: exampleFile({ signers: { anna: 50, bruno: 25, carla: 25 }, thresholds: [50, 75, 75] }),
      finds: ['anna 2, bruno 1, carla 1, with low 2, medium 3 and high 3'],
      fixed: exampleFile({ signers: { anna: 2, bruno: 1, carla: 1 }, thresholds: [2, 3, 3] }),
    },
    {
      says: 'numbers that cannot be smaller',
      policy: exampleFile({ signers: { anna: 3, bruno: 2, carla: 2, dora: 1 }, thresholds: [5, 5, 5] }),
      finds: [],
    },
  ],
  check: perAccount(id, severity, find),
}

/** `unequal-but-interchangeable`: weights that promise a difference which there is not. */
import * as O from 'fp-ts/lib/Option.js'
import { exampleFile } from '../example-file.js'
import { equivalence } from '../fix-of.js'
import type { Fix } from '../finding.js'
import { perAccount, type Found } from '../per-account.js'
import { equalizing, unequalClasses } from '../player-classes.js'
import type { LintRule } from '../rule.js'
import { changesTo, smallerNumbers } from '../smaller-weights.js'
import { exhibitAt, placeOfKey, ranked, weightOf, whoAll, type Subject } from '../subject.js'

const [id, severity] = ['unequal-but-interchangeable', 'note'] as const

/**
 * The first weight for all of them that is proved to change nothing; where there is none, other numbers
 * for everybody, in which equals weigh the same.
 */
const equalized = (subject: Subject, keys: readonly string[]): O.Option<Fix> => {
  for (const to of equalizing(subject, keys)) {
    const changes = keys
      .map((key) => ({ _tag: 'Weight' as const, key, from: weightOf(subject, key), to }))
      .filter(({ from }) => from !== to)
    const fix = equivalence(subject, `give ${whoAll(subject)(keys)} weight ${to}`, changes)
    if (O.isSome(fix)) return fix
  }
  const smaller = smallerNumbers(subject)
  return O.isSome(smaller)
    ? equivalence(subject, 'write weights that say what they mean', changesTo(subject, smaller.value))
    : O.none
}

const find = (subject: Subject): readonly Found[] =>
  unequalClasses(subject).map((unordered) => {
    const keys = ranked(subject, unordered)
    const weights = keys.map((key) => weightOf(subject, key))
    return {
      place: placeOfKey(subject, keys[0] ?? ''),
      says: `${whoAll(subject)(keys)} can stand in for each other everywhere on ${subject.account.name}, although they weigh ${weights.join(', ')}: the difference means nothing.`,
      help: 'give them one weight, or weights with which the heavier ones have more of a say',
      exhibits: keys.map((key) => exhibitAt(subject, subject.levels.Medium, 'the signer', [key])),
      related: keys.slice(1).map((key) => ({ place: placeOfKey(subject, key), says: 'means the same' })),
      evidence: keys.toSorted(),
      fix: equalized(subject, keys),
    }
  })

export const unequalButInterchangeable: LintRule = {
  _tag: 'Lint',
  id,
  severity,
  summary: 'signers of different weights who can stand in for each other everywhere',
  rationale:
    'Somebody gave one signer more weight than another, and meant something by it. With these thresholds it makes no difference: every group that acts with the one acts with the other.',
  decidedBy:
    'equally many swings at low, medium and high, and different weights. Equal weights are proved to leave the same rule at every level before they are proposed.',
  source: 'the desirability relation of simple games (Isbell 1956; Taylor and Zwicker 1999)',
  numbers: {},
  examples: [
    {
      says: 'any two of three, although the weights say otherwise',
      policy: exampleFile({ signers: { anna: 3, bruno: 2, carla: 2 }, thresholds: [4, 4, 4] }),
      finds: ['anna, bruno and carla can stand in for each other everywhere'],
      fixed: exampleFile({ signers: { anna: 2, bruno: 2, carla: 2 }, thresholds: [4, 4, 4] }),
    },
    {
      says: 'the chief and one more, or all others, although the second weighs 2',
      policy: exampleFile({ signers: { chief: 3, second: 2, carla: 1, dora: 1 }, thresholds: [4, 4, 4] }),
      finds: ['second, carla and dora can stand in for each other everywhere'],
      fixed: exampleFile({ signers: { chief: 2, second: 1, carla: 1, dora: 1 }, thresholds: [3, 3, 3] }),
    },
    {
      says: 'more weight that means more',
      policy: exampleFile({ signers: { anna: 2, bruno: 1, carla: 1, dora: 1 }, thresholds: [3, 3, 3] }),
      finds: [],
    },
  ],
  check: perAccount(id, severity, find),
}

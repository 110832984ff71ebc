/** `many-signatures`: a payment takes many people at once. */
import * as O from 'fp-ts/lib/Option.js'
import { fewestSignatures } from '../../coalition/index.js'
import { exampleFile } from '../example-file.js'
import { perAccount, when, type Found } from '../per-account.js'
import type { LintRule, RuleNumber } from '../rule.js'
import { numberOf } from '../rule-number.js'
import { exhibitAt, isReached, placeOfLevel, whoAll, type Subject } from '../subject.js'

const [id, severity] = ['many-signatures', 'note'] as const

const most: RuleNumber = {
  summary: 'how many signatures a payment may take at least',
  standard: 4,
  least: 1,
  most: 20,
}

const find = (subject: Subject): readonly Found[] => {
  const { account, levels, input } = subject
  const fewest = O.toUndefined(fewestSignatures(levels.Medium.game))
  const allowed = numberOf(input, id, 'most', most)
  if (fewest === undefined || !isReached(levels.Medium)) return []
  const exhibit = exhibitAt(subject, levels.Medium, 'a smallest group', fewest)
  return when(fewest.length > allowed, () => ({
    place: placeOfLevel(subject, 'Medium'),
    says: `A payment from ${account.name} takes ${fewest.length} signatures at least, for example of ${whoAll(subject)(exhibit.keys)}; more than ${allowed} are seldom at hand when it matters.`,
    help: 'lower medium, and keep high where it is; or allow more in `rules`',
    exhibits: [exhibit],
    evidence: ['Medium', String(fewest.length)],
  }))
}

const SEVEN = { anna: 1, bruno: 1, carla: 1, dora: 1, emil: 1, franca: 1, gian: 1 }

export const manySignatures: LintRule = {
  _tag: 'Lint',
  id,
  severity,
  summary: 'the smallest group that can pay is large',
  rationale:
    'A transaction waits until the last one has signed. Where that takes too long, people give their keys to whoever is at hand, and the rule is met on paper only.',
  decidedBy: 'the least m such that the m heaviest weigh q at medium is more than `most`',
  source: 'own',
  numbers: { most },
  examples: [
    {
      says: 'five of seven for a payment',
      policy: exampleFile({ signers: SEVEN, thresholds: [2, 5, 5] }),
      finds: ['takes 5 signatures at least'],
    },
    {
      says: 'the same, and the policy allows it',
      policy: exampleFile({
        signers: SEVEN,
        thresholds: [2, 5, 5],
        more: ['rules:', '  many-signatures: { most: 5 }'],
      }),
      finds: [],
    },
  ],
  check: perAccount(id, severity, find),
}

/** `thresholds-same-rule`: two thresholds that differ, and let the same people act. */
import type { ThresholdLevel } from '../../../kernel/model/index.js'
import { exampleFile } from '../example-file.js'
import { equivalence, toThreshold } from '../fix-of.js'
import { perAccount, when, type Found } from '../per-account.js'
import type { LintRule } from '../rule.js'
import { areSameLevels } from '../same-rule.js'
import { isReached, placeOfLevel, word, type Subject } from '../subject.js'

const [id, severity] = ['thresholds-same-rule', 'note'] as const

const PAIRS = [
  ['Low', 'Medium'],
  ['Medium', 'High'],
] as const satisfies readonly (readonly [ThresholdLevel, ThresholdLevel])[]

const find = (subject: Subject): readonly Found[] =>
  PAIRS.flatMap((pair) => {
    const [a, b] = pair.map((level) => subject.levels[level])
    if (a === undefined || b === undefined || !isReached(a) || !isReached(b)) return []
    const [lower, higher] = a.threshold < b.threshold ? [a, b] : [b, a]
    // 0 and 1 are one number to the network, and to everybody who writes them.
    const differ = Math.max(1, a.threshold) !== Math.max(1, b.threshold)
    return when(differ && areSameLevels(subject.account.account, higher.level, lower.level), () => ({
      place: placeOfLevel(subject, higher.level),
      says: `${word(higher.level)} ${higher.threshold} is no stricter than ${word(lower.level)} ${lower.threshold} on ${subject.account.name}: no group weighs ${lower.threshold === higher.threshold - 1 ? `exactly ${lower.threshold}` : `from ${lower.threshold} to ${higher.threshold - 1}`}, so that the same people reach both.`,
      help: `write the same number twice, or raise ${word(higher.level)} until it keeps somebody out`,
      related: [{ place: placeOfLevel(subject, lower.level), says: `${word(lower.level)} says the same` }],
      evidence: [a.level, b.level],
      fix: equivalence(subject, `lower ${word(higher.level)} to ${lower.threshold}`, [
        toThreshold(subject, higher.level, lower.threshold),
      ]),
    }))
  })

export const thresholdsSameRule: LintRule = {
  _tag: 'Lint',
  id,
  severity,
  summary: 'two thresholds differ, and exactly the same people reach both',
  rationale:
    'Somebody meant one level to be stricter than the other. With these weights it is not: the sums that would make the difference do not occur.',
  decidedBy:
    'no coalition weighs from the lower threshold to one less than the higher one; both rules are compared for all coalitions, in both directions. 0 and 1 are not told apart, because the network does not.',
  source: 'the weights themselves',
  numbers: {},
  examples: [
    {
      says: 'weights of 2, and thresholds of 3 and 4',
      policy: exampleFile({ signers: { anna: 2, bruno: 2, carla: 2 }, thresholds: [3, 3, 4] }),
      finds: ['high 4 is no stricter than medium 3'],
      fixed: exampleFile({ signers: { anna: 2, bruno: 2, carla: 2 }, thresholds: [3, 3, 3] }),
    },
    {
      says: 'weights of 2, and thresholds of 4 and 6',
      policy: exampleFile({ signers: { anna: 2, bruno: 2, carla: 2 }, thresholds: [4, 4, 6] }),
      finds: [],
    },
  ],
  check: perAccount(id, severity, find),
}

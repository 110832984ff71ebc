/** `level-unreachable`: the signers can be changed, but nobody can pay, or bump the sequence number. */
import { totalOf, type ThresholdLevel } from '../../../kernel/model/index.js'
import { exampleFile } from '../example-file.js'
import { suggestion, toThreshold } from '../fix-of.js'
import { perAccount, when, type Found } from '../per-account.js'
import type { LintRule } from '../rule.js'
import { exhibitAt, isReached, placeOfLevel, word, type Subject } from '../subject.js'

const [id, severity] = ['level-unreachable', 'error'] as const

const MEANS = {
  Medium: 'nobody can pay from it',
  Low: 'none of its transactions is accepted, because the source of a transaction needs low',
} as const

const foundAt =
  (subject: Subject) =>
  (level: Exclude<ThresholdLevel, 'High'>): readonly Found[] => {
    const { account, levels, players } = subject
    const { reach, game, threshold } = levels[level]
    const [total, high] = [totalOf(game), levels.High.threshold]
    const everybody = players.map((player) => player.id)
    return when(reach._tag === 'Never' && reach.why === 'too-little-weight', () => ({
      place: placeOfLevel(subject, level),
      says: `Nobody reaches ${word(level)} on ${account.name}: all together weigh ${total}, and it takes ${threshold}. Until somebody lowers it, ${MEANS[level]}.`,
      help: `lower ${word(level)} to ${total} or less`,
      exhibits: [exhibitAt(subject, levels[level], 'everybody', everybody)],
      evidence: [level, ...everybody.toSorted()],
      fix: suggestion(subject, `lower ${word(level)} to ${high}, as high is`, [
        toThreshold(subject, level, high),
      ]),
    }))
  }

const find = (subject: Subject): readonly Found[] =>
  isReached(subject.levels.High) ? (['Medium', 'Low'] as const).flatMap(foundAt(subject)) : []

export const levelUnreachable: LintRule = {
  _tag: 'Lint',
  id,
  severity,
  summary: 'nobody reaches the medium or the low threshold, although the high one can be reached',
  rationale:
    'The account is frozen until a transaction of another account lowers the threshold. If it is low that nobody reaches, not even that transaction can be one of its own: somebody else has to be its source.',
  decidedBy: 'T < q at medium or at low, and T ≥ q at high',
  source:
    'stellar-core `TransactionFrame::commonValid` asks the source of a transaction for low, `OperationFrame::checkSignature` that of an operation for its level',
  numbers: {},
  examples: [
    {
      says: 'a medium threshold above all weights',
      policy: exampleFile({ signers: { anna: 1, bruno: 1, carla: 1 }, thresholds: [1, 5, 3] }),
      finds: ['Nobody reaches medium on vault'],
    },
    {
      says: 'thresholds that everybody together reaches',
      policy: exampleFile({ signers: { anna: 1, bruno: 1, carla: 1 }, thresholds: [1, 2, 3] }),
      finds: [],
    },
  ],
  check: perAccount(id, severity, find),
}

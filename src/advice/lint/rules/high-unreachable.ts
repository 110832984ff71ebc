/** `high-unreachable`: nobody can ever change the signers. */
import { totalOf } from '../../../kernel/model/index.js'
import { exampleFile } from '../example-file.js'
import { suggestion, toThreshold } from '../fix-of.js'
import { isChosen, isMeantNotToAct } from '../intent.js'
import { perAccount, when, type Found } from '../per-account.js'
import type { LintRule } from '../rule.js'
import { exhibitAt, placeOfLevel, type Subject } from '../subject.js'

const [id, severity] = ['high-unreachable', 'error'] as const

const nobody = (subject: Subject): readonly Found[] => {
  const { account } = subject
  const isMeant = isChosen(subject) || isMeantNotToAct(subject)('High', account.account.id)
  return when(!isMeant, () => ({
    place: account.masterPlace,
    says: `Nobody can ever sign for ${account.name}: no signer has any weight. What it holds stays there.`,
    help: 'give a signer weight; where it is locked on purpose, claim that its own key cannot reach high',
    evidence: ['High', 'no-signer'],
  }))
}

const short = (subject: Subject): readonly Found[] => {
  const { account, levels, players } = subject
  const [needed, total] = [levels.High.threshold, totalOf(levels.High.game)]
  const everybody = players.map((player) => player.id)
  return [
    {
      place: placeOfLevel(subject, 'High'),
      says: `Nobody can ever change the signers of ${account.name}: all together weigh ${total}, and high takes ${needed}. A lost key can never be replaced.`,
      help: `lower high to ${total} or less, or give signers ${needed - total} more weight, before anything is submitted`,
      exhibits: [exhibitAt(subject, levels.High, 'everybody', everybody)],
      evidence: ['High', ...everybody.toSorted()],
      fix: suggestion(subject, `lower high to ${total}`, [toThreshold(subject, 'High', total)]),
    },
  ]
}

const find = (subject: Subject): readonly Found[] => {
  const { reach } = subject.levels.High
  if (reach._tag !== 'Never') return []
  if (reach.why === 'no-signer') return nobody(subject)
  return reach.why === 'too-little-weight' ? short(subject) : []
}

export const highUnreachable: LintRule = {
  _tag: 'Lint',
  id,
  severity,
  summary: 'nobody can ever change the signers: all weights together are less than the high threshold',
  rationale:
    'The network accepts every combination of weights and thresholds, also one that nobody can meet. From then on no signer can be replaced and no threshold lowered, for ever; where the other levels are out of reach as well, what the account holds is lost.',
  decidedBy:
    'T < q at high, where T is the weight of all who can sign and q the threshold, at least 1. Transactions that were authorized in advance are told by `only-conditional-signers`. An account that nobody can sign for at all is not told where a claim says that its own key cannot high, or where it comes from a preset: then it is locked on purpose.',
  source:
    'stellar-core `SetOptionsOpFrame::doCheckValid` looks at ranges only, never at whether a threshold can be reached',
  numbers: {},
  examples: [
    {
      says: 'three signers of weight 1, and a high threshold of 4',
      policy: exampleFile({ signers: { anna: 1, bruno: 1, carla: 1 }, thresholds: [2, 2, 4] }),
      finds: ['all together weigh 3, and high takes 4'],
    },
    {
      says: 'a high threshold that everybody together just reaches',
      policy: exampleFile({ signers: { anna: 1, bruno: 1, carla: 1 }, thresholds: [2, 2, 3] }),
      finds: [],
    },
    {
      says: 'an account that is locked for ever, on purpose',
      policy: exampleFile({
        address: 'issuer',
        signers: {},
        thresholds: [0, 0, 0],
        more: ['assert:', '  - { id: locked, on: vault, claim: { key: issuer, cannot: high } }'],
      }),
      finds: [],
    },
  ],
  check: perAccount(id, severity, find),
}

/** `undeclared-veto`: nobody acts without one of several signers, and no claim says so. */
import { totalOf, type ThresholdLevel } from '../../../kernel/model/index.js'
import { exampleFile } from '../example-file.js'
import { suggestion, toThreshold } from '../fix-of.js'
import { perAccount, type Found } from '../per-account.js'
import type { LintRule } from '../rule.js'
import { unmeantVetoes } from '../strong-keys.js'
import { exhibitAt, placeOfKey, weightOf, who, words, type Subject } from '../subject.js'

const [id, severity] = ['undeclared-veto', 'warning'] as const

const LEVELS = ['High', 'Medium'] as const

const foundOf =
  (subject: Subject) =>
  ([key, levels]: readonly [string, readonly ThresholdLevel[]]): Found => {
    const { account, players } = subject
    const view = subject.levels[levels.includes('Medium') ? 'Medium' : 'High']
    const others = players.map((player) => player.id).filter((other) => other !== key)
    const left = totalOf(view.game) - weightOf(subject, key)
    const locks = levels.includes('High') ? ' If that key is lost, the signers are frozen for ever.' : ''
    return {
      place: placeOfKey(subject, key),
      says: `Nobody reaches ${words(levels)} on ${account.name} without ${who(subject)(key)}: all the others weigh ${left} of ${view.game.quota}.${locks}`,
      help: 'lower the weight of the key or the threshold; where it is meant, claim that it is needed',
      exhibits: [exhibitAt(subject, view, 'everybody else', others)],
      evidence: [...levels, key],
      fix:
        left > 0
          ? suggestion(
              subject,
              `lower ${words(levels)} to ${left}, which the others reach`,
              levels.map((level) => toThreshold(subject, level, left)),
            )
          : suggestion(subject, 'add a signer', []),
    }
  }

const find = (subject: Subject): readonly Found[] => {
  const levelsOf = new Map<string, readonly ThresholdLevel[]>()
  for (const level of LEVELS)
    for (const key of unmeantVetoes(subject, level)) levelsOf.set(key, [...(levelsOf.get(key) ?? []), level])
  return [...levelsOf].map(foundOf(subject))
}

export const undeclaredVeto: LintRule = {
  _tag: 'Lint',
  id,
  severity,
  summary: 'nobody reaches a level without one of several signers, and no claim says that it is meant',
  rationale:
    'A veto is power, and a single point of failure. It often comes about by accident, when weights are raised or a signer leaves, and shows only when the one who has it says no, or is gone.',
  decidedBy:
    'T − w(x) < q at high or medium for some of the signers, not for all of them. Who reaches the level alone is told by `single-key-high` or `single-key-medium`; where everybody is needed, `one-key-loss-locks` tells. Silent where a `needs` claim names the key or an `every` claim cannot be met without it, and on accounts that were filled from a preset.',
  source: 'the theory of simple games: veto players (Taylor and Zwicker 1999)',
  numbers: {},
  examples: [
    {
      says: 'all others together are one short',
      policy: exampleFile({
        signers: { chair: 2, anna: 1, bruno: 1, carla: 1 },
        thresholds: [2, 3, 4],
      }),
      finds: ['Nobody reaches high on vault without chair'],
    },
    {
      says: 'the same, and a claim says that it is meant',
      policy: exampleFile({
        signers: { chair: 2, anna: 1, bruno: 1, carla: 1 },
        thresholds: [2, 3, 4],
        more: ['assert:', '  - { id: chair, on: vault, claim: { needs: chair, for: high } }'],
      }),
      finds: [],
    },
    {
      says: 'the others reach it together',
      policy: exampleFile({
        signers: { chair: 2, anna: 1, bruno: 1, carla: 1 },
        thresholds: [2, 3, 3],
      }),
      finds: [],
    },
  ],
  check: perAccount(id, severity, find),
}

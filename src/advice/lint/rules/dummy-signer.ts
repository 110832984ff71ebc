/** `dummy-signer`: a signature that never makes a difference, at any level. */
import * as O from 'fp-ts/lib/Option.js'
import { exampleFile } from '../example-file.js'
import { changed, equivalence, type NumberChange } from '../fix-of.js'
import { perAccount, when, type Found } from '../per-account.js'
import { keysOfNoSay } from '../player-classes.js'
import type { LintRule } from '../rule.js'
import { isSameRule } from '../same-rule.js'
import { exhibitAt, placeOfKey, reachedLevels, weightOf, who, type Subject } from '../subject.js'

const [id, severity] = ['dummy-signer', 'warning'] as const

const foundOf =
  (subject: Subject) =>
  (key: string): readonly Found[] => {
    const { account, levels } = subject
    const weight = weightOf(subject, key)
    const removal: readonly NumberChange[] = [{ _tag: 'Weight', key, from: weight, to: 0 }]
    // Beside transactions authorized in advance, or secrets that are out, a little weight may matter.
    const after = O.toUndefined(changed(account.account, removal))
    return when(after !== undefined && isSameRule(account.account, after), () => ({
      place: placeOfKey(subject, key),
      says: `${who(subject)(key)} never makes a difference on ${account.name}: whoever reaches a level with weight ${weight} of theirs reaches it without.`,
      help: 'remove the signer, or give it a weight with which it has a say',
      exhibits: [exhibitAt(subject, levels.Medium, 'the signer', [key])],
      evidence: [key],
      fix: equivalence(
        subject,
        key === account.account.id ? 'switch the master key off' : `remove signer ${who(subject)(key)}`,
        removal,
      ),
    }))
  }

// Where a level is out of reach, weights are about to change anyway.
const find = (subject: Subject): readonly Found[] =>
  reachedLevels(subject).length < 3 ? [] : keysOfNoSay(subject).flatMap(foundOf(subject))

export const dummySigner: LintRule = {
  _tag: 'Lint',
  id,
  severity,
  summary: 'a signer whose signature never makes a difference, at any level',
  rationale:
    'The holder believes to have a say, and others count on it as a spare key. It is neither: no group reaches anything with it that it would not reach without. It takes a place among the signers and half a lumen of reserve.',
  decidedBy:
    'no coalition of the others weighs from q − w(x) to q − 1, at all three levels, with secrets disclosed or not and with any transaction authorized in advance. The removal is proved to leave the same rule at every level.',
  source: 'the theory of simple games: a dummy belongs to no minimal winning coalition',
  numbers: {},
  examples: [
    {
      says: 'four weights of 2 and one of 1, of which 4 or 6 are needed',
      policy: exampleFile({
        signers: { anna: 2, bruno: 2, carla: 2, dora: 2, emil: 1 },
        thresholds: [4, 4, 6],
      }),
      finds: ['emil never makes a difference on vault'],
      fixed: exampleFile({
        others: ['emil'],
        signers: { anna: 2, bruno: 2, carla: 2, dora: 2 },
        thresholds: [4, 4, 6],
      }),
    },
    {
      says: 'the same signer, with a low threshold that it reaches',
      policy: exampleFile({
        signers: { anna: 2, bruno: 2, carla: 2, dora: 2, emil: 1 },
        thresholds: [1, 4, 6],
      }),
      finds: [],
    },
  ],
  check: perAccount(id, severity, find),
}

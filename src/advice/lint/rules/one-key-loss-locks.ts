/** `one-key-loss-locks`: one lost key, and the signers can never be changed again. */
import { totalOf } from '../../../kernel/model/index.js'
import { gameAt, vetoPlayers } from '../../coalition/index.js'
import { exampleFile } from '../example-file.js'
import { suggestion, toThreshold } from '../fix-of.js'
import { perAccount, type Found } from '../per-account.js'
import type { LintRule } from '../rule.js'
import { isShared, isToldAloneAtHigh, unmeantVetoes } from '../strong-keys.js'
import { exhibitAt, isReached, placeOfKey, placeOfLevel, weightOf, whoAll, type Subject } from '../subject.js'

const [id, severity] = ['one-key-loss-locks', 'warning'] as const

const find = (subject: Subject): readonly Found[] => {
  const { account, levels, players } = subject
  const view = levels.High
  if (!isShared(subject) || !isReached(view)) return []
  const told = unmeantVetoes(subject, 'High')
  const secrets = gameAt('High')(account.account).disclosable.map((player) => player.id)
  const keys = vetoPlayers(view.game).filter(
    (key) => ![...told, ...secrets].includes(key) && !isToldAloneAtHigh(subject, key),
  )
  const [first] = keys
  if (first === undefined) return []
  const everybody = players.map((player) => player.id)
  const left = everybody.filter((key) => key !== first)
  const spare = totalOf(view.game) - Math.max(...keys.map((key) => weightOf(subject, key)))
  const which = keys.length === 1 ? whoAll(subject)(keys) : `one of ${whoAll(subject)(keys)}`
  return [
    {
      place: placeOfLevel(subject, 'High'),
      says: `If ${which} is lost, the signers of ${account.name} can never be changed again: the others weigh ${totalOf(view.game) - weightOf(subject, first)}, and high takes ${view.game.quota}.`,
      help: 'add a spare key, or lower high, so that the others can replace a lost key',
      exhibits: [exhibitAt(subject, view, 'who is left', left)],
      related: keys.map((key) => ({
        place: placeOfKey(subject, key),
        says: 'without it nobody reaches high',
      })),
      evidence: ['High', ...keys.toSorted()],
      fix:
        spare > 0
          ? suggestion(subject, `lower high to ${spare}`, [toThreshold(subject, 'High', spare)])
          : suggestion(subject, 'add a spare key', []),
    },
  ]
}

export const oneKeyLossLocks: LintRule = {
  _tag: 'Lint',
  id,
  severity,
  summary: 'the loss of one key locks the signers for ever',
  rationale:
    'Keys are lost: a phone falls into the water, a holder dies, a seed cannot be read any more. Where the others do not reach high without the lost key, they can never replace it, and the next loss locks more.',
  decidedBy:
    'T − w(x) < q at high for a key x, on accounts of two or more keys. Left out are keys of which `single-key-high` or `undeclared-veto` tells already, and secrets, of which `only-conditional-signers` tells.',
  source:
    'stellar-core `SetOptionsOpFrame::getThresholdLevel`: every change of signers, weights or thresholds needs high',
  numbers: {},
  examples: [
    {
      says: 'three of three change the signers',
      policy: exampleFile({ signers: { anna: 1, bruno: 1, carla: 1 }, thresholds: [2, 2, 3] }),
      finds: ['If one of anna, bruno and carla is lost'],
    },
    {
      says: 'two of three change the signers',
      policy: exampleFile({ signers: { anna: 1, bruno: 1, carla: 1 }, thresholds: [2, 2, 2] }),
      finds: [],
    },
  ],
  check: perAccount(id, severity, find),
}

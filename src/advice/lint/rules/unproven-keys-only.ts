/** `unproven-keys-only`: the account works on paper, with keys that nobody may have. */
import * as O from 'fp-ts/lib/Option.js'
import { totalOf, type ThresholdLevel } from '../../../kernel/model/index.js'
import { afterLoss } from '../../coalition/index.js'
import { list } from '../../policy/index.js'
import { byName } from '../by-name.js'
import { exampleFile } from '../example-file.js'
import { perAccount, type Found } from '../per-account.js'
import type { LintRule } from '../rule.js'
import {
  exhibitAt,
  placeOfKey,
  placeOfLevel,
  reachedLevels,
  who,
  word,
  words,
  type Subject,
} from '../subject.js'
import { saysOfUse, whyUnusable } from '../usable.js'

const [id, severity] = ['unproven-keys-only', 'error'] as const

interface Doubt {
  readonly key: string
  readonly why: string
}

const doubtsOf = ({ input, players }: Subject): readonly Doubt[] =>
  byName(input)(players.filter(({ weight }) => weight > 0).map(({ id: key }) => key)).flatMap((key) => {
    const why = whyUnusable(input, key)
    return O.isSome(why) ? [{ key, why: why.value }] : []
  })

const find = (subject: Subject): readonly Found[] => {
  if (!saysOfUse(subject.input)) return []
  const doubts = doubtsOf(subject)
  const without = doubts.map(({ key }) => key)
  const leftOf = (level: ThresholdLevel): number => totalOf(afterLoss(without)(subject.levels[level].game))
  const levels = reachedLevels(subject).filter(({ level, game }) => leftOf(level) < game.quota)
  const [view] = levels
  if (view === undefined) return []
  const left = subject.players.map((player) => player.id).filter((key) => !without.includes(key))
  return [
    {
      place: placeOfLevel(subject, view.level),
      says: `Only keys that perhaps nobody has reach ${words(levels.map(({ level }) => level))} of ${subject.account.name}: without ${list(doubts.map(({ key, why }) => `${who(subject)(key)} (${why})`))}, the others weigh ${leftOf(view.level)}, and ${word(view.level)} takes ${view.game.quota}.`,
      help: 'let the holders sign a message and add the proofs, or replace what is lost while others still can',
      exhibits: [exhibitAt(subject, view, 'who is left', left)],
      related: doubts.map(({ key, why }) => ({ place: placeOfKey(subject, key), says: why })),
      evidence: [...levels.map(({ level }) => level), ...without.toSorted()],
    },
  ]
}

export const unprovenKeysOnly: LintRule = {
  _tag: 'Lint',
  id,
  severity,
  summary: 'a level is reached only with keys that are lost or that nobody has shown to have',
  rationale:
    'A key that was mistyped, or whose seed was never written down, has a weight and no holder. The account looks reachable and is locked. A signed message shows that somebody has the key before anything depends on it.',
  decidedBy:
    'T − w(lost keys) − w(keys without a valid proof) < q at a level that all keys together reach. Proofs are asked for only where the policy gives any key one; secrets and payloads sign no messages and count.',
  source: 'SEP-53: signed messages; the network never asks whether anybody has the key of a signer',
  numbers: {},
  examples: [
    {
      says: 'two of three, and two are lost',
      policy: exampleFile({
        signers: { anna: 1, bruno: 1, carla: 1 },
        thresholds: [2, 2, 2],
        about: { anna: 'lost: 2026-01-31', bruno: 'lost: 2026-02-28' },
      }),
      finds: ['anna (lost on 2026-01-31)'],
    },
    {
      says: 'two of three, and one is lost',
      policy: exampleFile({
        signers: { anna: 1, bruno: 1, carla: 1 },
        thresholds: [2, 2, 2],
        about: { anna: 'lost: 2026-01-31' },
      }),
      finds: [],
    },
  ],
  check: perAccount(id, severity, find),
}

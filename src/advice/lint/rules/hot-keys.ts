/** `hot-keys`: machines that are online can pay without anybody. */
import * as O from 'fp-ts/lib/Option.js'
import { isWinning, weightIn } from '../../../kernel/model/index.js'
import { byName } from '../by-name.js'
import { exampleFile } from '../example-file.js'
import { isMeantToAct } from '../intent.js'
import { perAccount, type Found } from '../per-account.js'
import type { LintRule } from '../rule.js'
import { isShared } from '../strong-keys.js'
import {
  exhibitAt,
  isReached,
  placeOfKey,
  placeOfLevel,
  whoAll,
  word,
  words,
  type Subject,
} from '../subject.js'

const [id, severity] = ['hot-keys', 'warning'] as const

const isOnline = ({ input: { policy } }: Subject, key: string): boolean => {
  const online = policy.keysByStrkey.get(key)?.online ?? O.none
  return O.isSome(online) && online.value
}

const find = (subject: Subject): readonly Found[] => {
  const { account, players } = subject
  const hot = byName(subject.input)(
    players.map((player) => player.id).filter((key) => isOnline(subject, key)),
  )
  const levels = (['High', 'Medium'] as const).filter((level) => {
    const view = subject.levels[level]
    return isReached(view) && isWinning(hot)(view.game) && !isMeantToAct(subject)(level, hot)
  })
  const [level] = levels
  if (level === undefined || !isShared(subject)) return []
  const { game } = subject.levels[level]
  const all = hot.length === players.length
  return [
    {
      place: placeOfLevel(subject, level),
      says: `${all ? `All keys of ${account.name} are online, and` : `Keys of ${account.name} that are online`} reach ${words(levels)} without anybody: ${whoAll(subject)(hot)} weigh ${weightIn(hot)(game)}, and ${word(level)} takes ${game.quota}.`,
      help: `keep so much weight offline that the keys online weigh less than ${game.quota}`,
      exhibits: [exhibitAt(subject, subject.levels[level], 'keys that are online', hot)],
      related: hot.map((key) => ({
        place: placeOfKey(subject, key),
        says: 'signs on a machine that is online',
      })),
      evidence: [...levels, ...hot.toSorted()],
    },
  ]
}

export const hotKeys: LintRule = {
  _tag: 'Lint',
  id,
  severity,
  summary: 'keys that are online can act alone',
  rationale:
    'What signs by itself signs for whoever breaks in. Where the machines online are enough, no person has to agree, and the keys in the safe protect nothing.',
  decidedBy:
    'w(keys with `online: true`) ≥ q at high or at medium, on accounts of two or more keys; silent where a claim says that those keys can act.',
  source: 'key management: hot and cold keys',
  numbers: {},
  examples: [
    {
      says: 'two machines pay, and the person is for show',
      policy: exampleFile({
        signers: { 'bot-1': 1, 'bot-2': 1, anna: 2 },
        thresholds: [2, 2, 3],
        about: { 'bot-1': 'online: true', 'bot-2': 'online: true', anna: 'online: false' },
      }),
      finds: ['Keys of vault that are online reach medium'],
    },
    {
      says: 'a machine prepares, a person agrees',
      policy: exampleFile({
        signers: { 'bot-1': 1, anna: 1, bruno: 1 },
        thresholds: [2, 2, 2],
        about: { 'bot-1': 'online: true', anna: 'online: false', bruno: 'online: false' },
      }),
      finds: [],
    },
  ],
  check: perAccount(id, severity, find),
}

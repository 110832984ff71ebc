/** `recovery-servers`: those who keep spare keys can act without the owner. */
import * as O from 'fp-ts/lib/Option.js'
import { isWinning } from '../../../kernel/model/index.js'
import { dictators, fewestSignatures } from '../../coalition/index.js'
import { exampleFile } from '../example-file.js'
import { isMeantToAct } from '../intent.js'
import { perAccount, type Found } from '../per-account.js'
import type { LintRule } from '../rule.js'
import { exhibitAt, placeOfKey, whoAll, words, type Subject } from '../subject.js'

const [id, severity] = ['recovery-servers', 'warning'] as const

const find = (subject: Subject): readonly Found[] => {
  const { account, levels, players, input } = subject
  const servers = players
    .map((player) => player.id)
    .filter((key) => {
      const custody = input.policy.keysByStrkey.get(key)?.custody ?? O.none
      return O.isSome(custody) && custody.value === 'recovery-server'
    })
  const reached = [levels.High, levels.Medium].filter(
    ({ game, level }) =>
      isWinning(servers)(game) &&
      // One server that acts alone is a key that acts alone, of which other rules tell.
      !dictators(game).some((key) => servers.includes(key)) &&
      !isMeantToAct(subject)(level, servers),
  )
  const [view] = reached
  if (servers.length === 0 || view === undefined) return []
  const among = { ...view.game, players: view.game.players.filter(({ id: key }) => servers.includes(key)) }
  const fewest = O.getOrElse((): readonly string[] => servers)(fewestSignatures(among))
  const exhibit = exhibitAt(subject, view, 'signed by servers', fewest)
  return [
    {
      place: placeOfKey(subject, exhibit.keys[0] ?? ''),
      says: `Recovery servers reach ${words(reached.map(({ level }) => level))} on ${account.name} without its owner: ${whoAll(subject)(exhibit.keys)} weigh ${exhibit.sum} of ${exhibit.quota}.`,
      help: 'let them need a key of the owner as well; where it is meant, claim that they can',
      exhibits: [exhibit],
      related: exhibit.keys
        .slice(1)
        .map((key) => ({ place: placeOfKey(subject, key), says: 'a recovery server as well' })),
      evidence: [...reached.map(({ level }) => level), ...fewest.toSorted()],
    },
  ]
}

const about = {
  phone: 'holder: anna',
  'server-1': 'custody: recovery-server',
  'server-2': 'custody: recovery-server',
}

export const recoveryServers: LintRule = {
  _tag: 'Lint',
  id,
  severity,
  summary: 'recovery servers together reach high or medium without the owner',
  rationale:
    'A recovery server signs for whoever proves to be the owner, by a text message or a mail. Where the servers together are enough, whoever takes over a telephone number, or runs or breaks the servers, has the account.',
  decidedBy:
    'the weights of all keys with custody `recovery-server` together ≥ q at high or medium. Silent where a `can` claim says that these keys can.',
  source: 'SEP-30, which lets the owner choose how many servers it takes',
  numbers: {},
  examples: [
    {
      says: 'two servers are as good as the phone',
      policy: exampleFile({
        signers: { phone: 2, 'server-1': 1, 'server-2': 1 },
        about,
        thresholds: [2, 2, 2],
      }),
      finds: ['Recovery servers reach medium and high on vault'],
    },
    {
      says: 'the servers need a paper key as well',
      policy: exampleFile({
        signers: { phone: 3, paper: 1, 'server-1': 1, 'server-2': 1 },
        about,
        thresholds: [3, 3, 3],
      }),
      finds: [],
    },
  ],
  check: perAccount(id, severity, find),
}

/** `lost-key`: nobody has the key any more, and it still has weight. */
import * as O from 'fp-ts/lib/Option.js'
import { totalOf } from '../../../kernel/model/index.js'
import { afterLoss } from '../../coalition/index.js'
import { exampleFile } from '../example-file.js'
import { suggestion, type NumberChange } from '../fix-of.js'
import { perAccount, type Found } from '../per-account.js'
import type { LintRule } from '../rule.js'
import { exhibitAt, isReached, placeOfKey, who, type Subject } from '../subject.js'
import { lostOn } from '../usable.js'

const [id, severity] = ['lost-key', 'warning'] as const

/** What those who are left weigh at medium and at high. */
const leftText = ({ levels }: Subject, lost: readonly string[]): string =>
  (['Medium', 'High'] as const)
    .map((level) => levels[level])
    .filter(isReached)
    .map(({ level, game }) => {
      const left = totalOf(afterLoss(lost)(game))
      return `${left} of ${game.quota} for ${level.toLowerCase()}`
    })
    .join(' and ')

const find = (subject: Subject): readonly Found[] => {
  const { input, players, levels, account } = subject
  const lost = players.filter(({ id: key, weight }) => weight > 0 && O.isSome(lostOn(input, key)))
  if (lost.length === 0) return []
  const keys = lost.map((player) => player.id)
  const left = players.map((player) => player.id).filter((key) => !keys.includes(key))
  const leftSays = leftText(subject, keys)
  return lost.map(({ id: key, weight }): Found => {
    const removal: NumberChange = { _tag: 'Weight', key, from: weight, to: 0 }
    return {
      place: placeOfKey(subject, key),
      says: `${who(subject)(key)} is lost since ${O.getOrElse(() => 'a day')(lostOn(input, key))} and still weighs ${weight} on ${account.name}.${leftSays === '' ? '' : ` Those who are left weigh ${leftSays}.`}`,
      help: 'replace it by a new key while the others still reach high',
      exhibits: [exhibitAt(subject, levels.High, 'who is left', left)],
      evidence: [key],
      fix: suggestion(subject, `remove ${who(subject)(key)}`, [removal]),
    }
  })
}

const about = { carla: 'lost: 2026-01-31' } as const

export const lostKey: LintRule = {
  _tag: 'Lint',
  id,
  severity,
  summary: 'a lost key still has weight',
  rationale:
    'A lost key counts in every sum and signs nothing: the account has fewer spare keys than it seems. What is lost may also be found, by somebody else.',
  decidedBy:
    'A key with a `lost` date is a signer; what is left is T − w(lost keys), next to q at medium and at high.',
  source: 'own',
  numbers: {},
  examples: [
    {
      says: 'carla is lost, and the other two must both sign',
      policy: exampleFile({ signers: { anna: 1, bruno: 1, carla: 1 }, thresholds: [2, 2, 2], about }),
      finds: ['carla is lost since 2026-01-31 and still weighs 1 on vault. Those who are left weigh 2 of 2'],
    },
    {
      says: 'nobody is lost',
      policy: exampleFile({ signers: { anna: 1, bruno: 1 }, thresholds: [2, 2, 2] }),
      finds: [],
    },
  ],
  check: perAccount(id, severity, find),
}

/** `single-holder`: somebody who acts alone, with several keys. */
import * as O from 'fp-ts/lib/Option.js'
import { isWinning } from '../../../kernel/model/index.js'
import { dictators, fewestSignatures } from '../../coalition/index.js'
import { unitsOf } from '../../policy/index.js'
import { exampleFile } from '../example-file.js'
import { isMeantToAct } from '../intent.js'
import { perAccount, type Found } from '../per-account.js'
import type { LintRule } from '../rule.js'
import { exhibitAt, placeOfKey, who, whoAll, words, type LevelView, type Subject } from '../subject.js'

const [id, severity] = ['single-holder', 'warning'] as const

/** Keys by holder; keys of which nobody said who holds them belong to nobody here. */
const keysByHolder = ({ input: { policy }, levels }: Subject): ReadonlyMap<string, readonly string[]> => {
  const units = unitsOf(policy, 'holder', levels.High.game)
  const keys = new Map<string, readonly string[]>()
  for (const [key, [holder]] of units.of)
    if (holder !== undefined) keys.set(holder, [...(keys.get(holder) ?? []), key])
  return keys
}

/** Levels that the keys reach together and none of them reaches alone. */
const levelsOf = (subject: Subject, keys: readonly string[]): readonly LevelView[] =>
  [subject.levels.High, subject.levels.Medium].filter(
    ({ game, level }) =>
      isWinning(keys)(game) &&
      !dictators(game).some((key) => keys.includes(key)) &&
      !isMeantToAct(subject)(level, keys),
  )

/** The fewest keys of a holder that reach a level. */
const fewestOf = ({ game }: LevelView, keys: readonly string[]): readonly string[] =>
  O.getOrElse(() => keys)(
    fewestSignatures({ ...game, players: game.players.filter((player) => keys.includes(player.id)) }),
  )

const foundOf =
  (subject: Subject) =>
  ([holder, keys]: readonly [string, readonly string[]]): readonly Found[] => {
    const levels = levelsOf(subject, keys)
    const [view] = levels
    if (view === undefined) return []
    const { policy } = subject.input
    const signing = fewestOf(view, keys)
    const exhibit = exhibitAt(subject, view, 'signed by', signing)
    const aliases = exhibit.keys.map((key) => policy.keysByStrkey.get(key)?.alias ?? who(subject)(key))
    return [
      {
        place: placeOfKey(subject, exhibit.keys[0] ?? ''),
        says: `${holder} alone reaches ${words(levels.map(({ level }) => level))} on ${subject.account.name}, with ${String(aliases.length)} keys: ${aliases.join(' and ')} weigh ${exhibit.sum} of ${exhibit.quota}.`,
        help: 'give one of the keys to somebody else; where it is meant, claim that these keys can',
        exhibits: [{ ...exhibit, units: [holder] }],
        related: exhibit.keys.slice(1).map((key) => ({
          place: placeOfKey(subject, key),
          says: `${whoAll(subject)([key])} is of the same holder`,
        })),
        evidence: [...levels.map(({ level }) => level), ...signing.toSorted()],
      },
    ]
  }

const find = (subject: Subject): readonly Found[] => {
  const holders = keysByHolder(subject)
  const known = [...holders.values()].flat().length
  // Somebody's own account on several devices: there is nobody else to agree.
  return holders.size === 1 && known === subject.players.length ? [] : [...holders].flatMap(foundOf(subject))
}

export const singleHolder: LintRule = {
  _tag: 'Lint',
  id,
  severity,
  summary: 'one person reaches high or medium alone, through several keys',
  rationale:
    'Three keys look like three people. Where two of them are of one person, a rule of two is a rule of one: that person, or whoever robs, bribes or deceives them, acts alone.',
  decidedBy:
    'for every holder, the weights of their keys together ≥ q at high or medium, and no single one of them. Silent where all keys have the same holder, and where a `can` claim says that these keys can.',
  source: 'the holders that the policy names; the network knows keys, not people',
  numbers: {},
  examples: [
    {
      says: 'two of three keys are of one person',
      policy: exampleFile({
        signers: { phone: 1, laptop: 1, bruno: 1 },
        about: { phone: 'holder: anna', laptop: 'holder: anna', bruno: 'holder: bruno' },
        thresholds: [2, 2, 2],
      }),
      finds: ['anna alone reaches medium and high on vault, with 2 keys'],
    },
    {
      says: 'all keys are of one person',
      policy: exampleFile({
        signers: { phone: 1, laptop: 1, paper: 1 },
        about: { phone: 'holder: anna', laptop: 'holder: anna', paper: 'holder: anna' },
        thresholds: [2, 2, 2],
      }),
      finds: [],
    },
    {
      says: 'three keys, three people',
      policy: exampleFile({
        signers: { phone: 1, laptop: 1, bruno: 1 },
        about: { phone: 'holder: anna', laptop: 'holder: carla', bruno: 'holder: bruno' },
        thresholds: [2, 2, 2],
      }),
      finds: [],
    },
  ],
  check: perAccount(id, severity, find),
}

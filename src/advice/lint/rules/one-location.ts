/** `one-location`: one fire locks the account, or one burglary empties it. */
import { totalOf, weightIn } from '../../../kernel/model/index.js'
import { exampleFile } from '../example-file.js'
import { perAccount, type Found } from '../per-account.js'
import type { LintRule } from '../rule.js'
import { exhibitAt, placeOfKey, placeOfLevel, whoAll, word, words, type Subject } from '../subject.js'
import { unitPowers, type UnitPower } from '../unit-power.js'

const [id, severity] = ['one-location', 'warning'] as const

const actsSays = (subject: Subject, { unit, keys, acts: [level], acts }: UnitPower): readonly string[] => {
  if (level === undefined) return []
  const { game } = subject.levels[level]
  return [
    `Whoever breaks into ${unit} reaches ${words(acts)} of ${subject.account.name}: ${whoAll(subject)(keys)} weigh ${weightIn(keys)(game)}, and ${word(level)} takes ${game.quota}.`,
  ]
}

const locksSays = (subject: Subject, { unit, only, locks: [level], locks }: UnitPower): readonly string[] => {
  if (level === undefined) return []
  const { game } = subject.levels[level]
  const left = totalOf(game) - weightIn(only)(game)
  return [
    `If ${unit} burns down, nobody reaches ${words(locks)} of ${subject.account.name} any more: ${whoAll(subject)(only)} have no copy elsewhere, the others weigh ${left}, and ${word(level)} takes ${game.quota}.`,
  ]
}

const find = (subject: Subject): readonly Found[] =>
  unitPowers(subject, 'location').flatMap((power): readonly Found[] => {
    const { unit, keys, only, acts, locks } = power
    const [level] = [...acts, ...locks]
    if (level === undefined) return []
    const gone = subject.players.map((player) => player.id).filter((key) => !only.includes(key))
    return [
      {
        place: placeOfLevel(subject, level),
        says: [...actsSays(subject, power), ...locksSays(subject, power)].join(' '),
        help:
          acts.length > 0
            ? `keep fewer keys at ${unit}`
            : `keep copies of some of these keys elsewhere, or raise the weight of keys elsewhere`,
        exhibits: [
          ...acts.slice(0, 1).map((at) => exhibitAt(subject, subject.levels[at], `keys at ${unit}`, keys)),
          ...locks.slice(0, 1).map((at) => exhibitAt(subject, subject.levels[at], 'who is left', gone)),
        ],
        related: keys.map((key) => ({ place: placeOfKey(subject, key), says: `has a copy at ${unit}` })),
        evidence: [unit, 'acts', ...acts, 'locks', ...locks, ...keys.toSorted()],
      },
    ]
  })

const PLACES = { anna: 'location: office', bruno: 'location: office', carla: 'location: home' } as const

export const oneLocation: LintRule = {
  _tag: 'Lint',
  id,
  severity,
  summary: 'one place alone locks the account, or is enough to act',
  rationale:
    'A fire, a flood, a burglary or a raid takes everything that is in one place. Copies in several places make loss less likely and theft more: a key is lost with all of its places, and stolen with any of them.',
  decidedBy:
    'For each place p, at high and at medium: w(keys with a copy in p) ≥ q, and T − w(keys only in p) < q, where no key does it alone. Keys without a place are nowhere.',
  source: 'places fall as a whole; `survives` and `withstands` by location promise that they may',
  numbers: {},
  examples: [
    {
      says: 'two of three, and two of them in one drawer: a burglar can pay, a fire locks',
      policy: exampleFile({
        signers: { anna: 1, bruno: 1, carla: 1 },
        thresholds: [2, 2, 2],
        about: PLACES,
      }),
      finds: ['bruno weigh 2, and high takes 2. If office burns down'],
    },
    {
      says: 'three places',
      policy: exampleFile({
        signers: { anna: 1, bruno: 1, carla: 1 },
        thresholds: [2, 2, 2],
        about: { ...PLACES, bruno: 'location: [bank, cabin]' },
      }),
      finds: [],
    },
  ],
  check: perAccount(id, severity, find),
}

/** Exhibits: sets of keys weighed by a rule, as an argument shows them. */
import { weightIn, type Coalition, type Game, type ThresholdLevel } from '../../kernel/model/index.js'
import type { Exhibit } from './answer.js'
import { nameOf, type Asked } from './asked.js'

/** A set of keys with its weight in the account's own rule; heaviest first, then by name. */
export const exhibitOf =
  (asked: Asked, game: Game) =>
  (title: string, keys: Coalition, units: readonly string[] = []): Exhibit => {
    const weights = new Map(game.players.map(({ id, weight }) => [id, weight]))
    const heavier = (a: string, b: string): number => (weights.get(b) ?? 0) - (weights.get(a) ?? 0)
    const name = (key: string): string => nameOf(asked.policy, key)
    const earlier = (a: string, b: string): number => (name(a) < name(b) ? -1 : 1)
    const sorted = [...keys].sort((a, b) => heavier(a, b) || earlier(a, b))
    return {
      title,
      units,
      keys: sorted,
      weights: sorted.map((key) => weights.get(key) ?? 0),
      sum: weightIn(keys)(game),
      quota: game.quota,
      rule: 'own',
    }
  }

/** `a`, `a and b`, `a, b and c`; `nobody` where there is none. */
export const list = (names: readonly string[]): string =>
  names.length < 2
    ? (names[0] ?? 'nobody')
    : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1] ?? ''}`

/** Keys by their names, as a list in a sentence. */
export const namesOf = (asked: Asked, keys: Coalition): string =>
  list(keys.map((key) => nameOf(asked.policy, key)))

/** `medium 3`: the level with what it takes. */
export const quotaText = (level: ThresholdLevel, game: Game): string =>
  `${level.toLowerCase()} ${String(game.quota)}`

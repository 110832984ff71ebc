/**
 * Chances: how likely a thief can act, or nobody can, if each key is stolen or lost with a given chance
 * of its own. Only as true as the independence that it assumes: keys of one vendor, or in one house,
 * fall together, and for them there are units.
 */
import { dualOf, type Game } from '../../kernel/model/index.js'
import type { Measure } from './measure.js'
import { normalFormOf, weightAt } from './normal-form.js'

/** The chance of a key, by the player's id. */
export type ChanceOf = (id: string) => number

/** Chance that the keys that fall, each by itself, are a winning coalition. */
export const theftChance =
  (chanceOf: ChanceOf) =>
  (game: Game): number => {
    const form = normalFormOf(game)
    const { quota, ids } = form
    const chances = new Float64Array(quota + 1)
    chances[0] = 1
    ids.forEach((id, place) => {
      const [chance, weight] = [chanceOf(id), weightAt(form, place)]
      if (weight === 0) return
      for (let sum = quota - 1; sum >= 0; sum--) {
        const [to, before] = [Math.min(quota, sum + weight), chances[sum] as number]
        chances[to] = (chances[to] as number) + before * chance
        chances[sum] = before * (1 - chance)
      }
    })
    return chances[quota] as number
  }

/** Chance that the keys that are lost, each by itself, leave nobody who can act. */
export const lockoutChance =
  (chanceOf: ChanceOf) =>
  (game: Game): number =>
    theftChance(chanceOf)(dualOf(game))

/** Chance that a key with copies is stolen: with any of them. */
export const stolenCopyChance = (chance: number, copies: number): number => 1 - (1 - chance) ** copies

/** Chance that a key with copies is lost: with all of them. */
export const lostCopyChance = (chance: number, copies: number): number => chance ** copies

export const chanceMeasure: Measure = {
  id: 'chance',
  summary: 'how likely theft and lockout are, if keys fall one by one with a chance of 5 in 100',
  formula: 'the weight distribution with p for each key: P(w(stolen) ≥ q), and P(T − w(lost) < q)',
  cost: 'O(n·q)',
  source: 'own; every key independent of the others',
  ask: (game) => ({ theft: theftChance(() => 0.05)(game), lockout: lockoutChance(() => 0.05)(game) }),
}

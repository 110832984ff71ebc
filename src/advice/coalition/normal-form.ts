/**
 * The normal form of a game: players heaviest first, weights clipped at the quota and divided by what
 * they have in common. The same coalitions win; sums stay small, which is what makes every measure
 * cheap. A game that nobody or everybody wins has one form each, whatever its weights were.
 */
import { totalOf, type Coalition, type Game } from '../../kernel/model/index.js'

/** A game made small. A coalition is a bit mask: bit `i` is the player at place `i`. */
export interface NormalForm {
  /** Heaviest first; among equals in the order of the game. */
  readonly ids: readonly string[]
  /** In the same order; none is above the quota. */
  readonly weights: readonly number[]
  readonly quota: number
  readonly total: number
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b))

interface Weighing {
  readonly weights: readonly number[]
  readonly quota: number
}

const reduced = ({ weights, quota }: Weighing): Weighing => {
  const common = Math.max(1, weights.reduce(gcd, 0))
  return { weights: weights.map((w) => w / common), quota: Math.ceil(quota / common) }
}

const clipped = ({ weights, quota }: Weighing): Weighing => ({
  weights: weights.map((w) => Math.min(w, quota)),
  quota,
})

/** The normal form of a game. */
export const normalFormOf = (game: Game): NormalForm => {
  const players = [...game.players].sort((a, b) => b.weight - a.weight)
  const ids = players.map(({ id }) => id)
  if (game.quota === 0 || totalOf(game) < game.quota)
    return { ids, weights: ids.map(() => 0), quota: game.quota === 0 ? 0 : 1, total: 0 }
  // Clipping can make a common factor appear: 7, 4, 4, 2 of 6 is 3, 2, 2, 1 of 3.
  const weighing = { weights: players.map(({ weight }) => weight), quota: game.quota }
  const { weights, quota } = reduced(clipped(reduced(weighing)))
  return { ids, weights, quota, total: weights.reduce((sum, w) => sum + w, 0) }
}

/** Weight of the player at a place. */
export const weightAt = (form: NormalForm, place: number): number => form.weights[place] ?? 0

/** Players of a bit mask, heaviest first. */
export const coalitionOf =
  ({ ids }: NormalForm) =>
  (mask: number): Coalition =>
    ids.filter((_, place) => ((mask >>> place) & 1) === 1)

/** What the players from each place on weigh together; one entry more than there are players. */
export const suffixTotals = ({ weights }: NormalForm): readonly number[] => {
  const totals = [0]
  for (const weight of [...weights].reverse()) totals.push((totals.at(-1) ?? 0) + weight)
  return totals.reverse()
}

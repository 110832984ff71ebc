/**
 * The second look: every set that a measure hands out is weighed again here, by plain addition over the
 * game as it was given, sharing nothing with the algorithm that found it. A set that does not weigh what
 * was claimed is a fault of ours and no answer, so it throws.
 */
import type { Coalition, Game } from '../../kernel/model/index.js'
import type { NormalForm } from './normal-form.js'

const weigh = (game: Game, coalition: Coalition): number => {
  let sum = 0
  for (const player of game.players) if (coalition.includes(player.id)) sum += player.weight
  return sum
}

const demand = (holds: boolean, claim: string, coalition: Coalition): void => {
  if (!holds) throw new Error(`invariant: ${claim}: [${coalition.join(', ')}]`)
}

/** A coalition that wins. */
export const winning = (game: Game, coalition: Coalition): Coalition => {
  demand(weigh(game, coalition) >= game.quota, 'told as winning, and it loses', coalition)
  return coalition
}

/** A coalition that loses. */
export const losing = (game: Game, coalition: Coalition): Coalition => {
  demand(weigh(game, coalition) < game.quota, 'told as losing, and it wins', coalition)
  return coalition
}

/** A coalition without whom nobody wins. */
export const blocking = (game: Game, coalition: Coalition): Coalition => {
  const others = game.players.map(({ id }) => id).filter((id) => !coalition.includes(id))
  demand(weigh(game, others) < game.quota, 'told as blocking, and others win', coalition)
  return coalition
}

const withoutEach = (coalition: Coalition): readonly Coalition[] =>
  coalition.map((one) => coalition.filter((id) => id !== one))

/** A coalition that wins, and loses as soon as anybody leaves it. */
export const minimalWinning = (game: Game, coalition: Coalition): Coalition => {
  for (const rest of withoutEach(winning(game, coalition)))
    demand(weigh(game, rest) < game.quota, 'told as minimal, and a part of it wins', coalition)
  return coalition
}

/** A coalition that blocks, and no longer as soon as anybody leaves it. */
export const minimalBlocking = (game: Game, coalition: Coalition): Coalition => {
  for (const rest of withoutEach(blocking(game, coalition))) {
    const others = game.players.map(({ id }) => id).filter((id) => !rest.includes(id))
    demand(weigh(game, others) >= game.quota, 'told as minimal, and a part of it blocks', coalition)
  }
  return coalition
}

/** Two coalitions that share nobody. */
export const disjoint = (a: Coalition, b: Coalition): readonly [Coalition, Coalition] => {
  demand(!a.some((id) => b.includes(id)), 'told as disjoint, and they share somebody', [...a, ...b])
  return [a, b]
}

/** Sums, and lightest members, of all coalitions of eight players in a row. */
const octet = (weights: readonly number[]): { readonly sums: Float64Array; readonly least: Float64Array } => {
  const sums = new Float64Array(256)
  const least = new Float64Array(256).fill(Number.POSITIVE_INFINITY)
  for (let mask = 0; mask < 256; mask++)
    weights.forEach((weight, place) => {
      if (((mask >>> place) & 1) === 0) return
      sums[mask] = (sums[mask] as number) + weight
      least[mask] = Math.min(least[mask] as number, weight)
    })
  return { sums, least }
}

/**
 * The check of `minimalWinning` for bit masks, for streams too long to name every player: the weights of
 * eight players at a time are added up beforehand.
 */
export const minimalWinningMask = (game: Game, { ids }: NormalForm): ((mask: number) => number) => {
  const { quota } = game
  const weights = ids.map((id) => game.players.find((player) => player.id === id)?.weight ?? Number.NaN)
  const a = octet(weights.slice(0, 8))
  const b = octet(weights.slice(8, 16))
  const c = octet(weights.slice(16, 24))
  const d = octet(weights.slice(24, 32))
  return (mask) => {
    const [i, j, k, l] = [mask & 255, (mask >>> 8) & 255, (mask >>> 16) & 255, mask >>> 24]
    const sum = (a.sums[i] as number) + (b.sums[j] as number) + (c.sums[k] as number) + (d.sums[l] as number)
    const least = Math.min(
      a.least[i] as number,
      b.least[j] as number,
      c.least[k] as number,
      d.least[l] as number,
    )
    // An empty coalition has no lightest member: it must win, and nobody can leave it.
    if (!(sum >= quota && sum - least < quota))
      throw new Error(`invariant: told as minimal winning, and it is not: mask ${mask}`)
    return mask
  }
}

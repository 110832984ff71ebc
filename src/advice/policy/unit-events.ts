/**
 * What falls when units are lost or stolen: the question of three forms of claims. How many units are
 * tolerated comes from the measures of loss and theft, keys with several copies included; the worst event
 * of so many units is what an argument shows.
 */
import * as O from 'fp-ts/lib/Option.js'
import { dualOf, type Coalition, type Game } from '../../kernel/model/index.js'
import {
  lossTolerance,
  lostWith,
  stolenWith,
  theftTolerance,
  type Tolerance,
  type Units,
} from '../coalition/index.js'
import { othersIn, weighed, weighOf } from './weigh.js'

/** What happens to the units, and who is to act, or not, afterwards. */
export type Threat =
  /** Keys are lost with all their copies; the others are to act. */
  | 'survives'
  /** Keys are stolen with any copy; the thief is not to act. */
  | 'withstands'
  /** Keys are stolen with any copy; the others are to act, without the thief's keys. */
  | 'recovers'

/** How many units the account tolerates. */
export const toleranceAgainst = (threat: Threat, units: Units, game: Game): Tolerance => {
  switch (threat) {
    case 'survives':
      return lossTolerance(units)(game)
    case 'withstands':
      return theftTolerance(units)(game)
    case 'recovers':
      // The others cannot act when the stolen keys block, which is winning in the dual game.
      return theftTolerance(units)(dualOf(game))
  }
}

/** Units that fall, the keys that fall with them, and the set that is weighed for it. */
export interface Struck {
  readonly units: readonly string[]
  readonly fallen: Coalition
  /** The thief's keys, or whoever is left. */
  readonly acting: Coalition
}

/** What these units bring down. */
export const struckBy = (threat: Threat, units: Units, game: Game, hit: readonly string[]): Struck => {
  const fallen = (threat === 'survives' ? lostWith : stolenWith)(units)(hit)(game)
  return { units: hit, fallen, acting: threat === 'withstands' ? fallen : othersIn(game, fallen) }
}

/** Events that are tried at most where keys have several copies. */
const MAX_EVENTS = 20_000

function* subsets(names: readonly string[], count: number, from = 0): Generator<readonly string[]> {
  if (count === 0) yield []
  else
    for (let at = from; at <= names.length - count; at++)
      for (const rest of subsets(names, count - 1, at + 1)) yield [names[at] ?? '', ...rest]
}

const choose = (n: number, k: number): number => {
  let ways = 1
  for (let i = 1; i <= k; i++) ways = (ways * (n - k + i)) / i
  return ways
}

/** The so many units with which most weight falls, all where there are fewer; none where there are too many to try. */
export const worstEvent = (threat: Threat, units: Units, game: Game, count: number): O.Option<Struck> => {
  const weighing = game.players.filter(({ weight }) => weight > 0)
  const names = [...new Set(weighing.flatMap(({ id }) => units.of.get(id) ?? []))]
  const size = Math.min(count, names.length)
  const weigh = weighOf(game)
  const weightOf = (hit: readonly string[]): number =>
    weighed(weigh, struckBy(threat, units, game, hit).fallen).sum
  if (weighing.every(({ id }) => new Set(units.of.get(id)).size < 2)) {
    const weights = new Map<string, number>()
    for (const { id, weight } of weighing)
      for (const name of units.of.get(id) ?? []) weights.set(name, (weights.get(name) ?? 0) + weight)
    const sorted = [...names].sort((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0))
    return O.some(struckBy(threat, units, game, sorted.slice(0, size)))
  }
  if (choose(names.length, size) > MAX_EVENTS) return O.none
  let worst: { readonly hit: readonly string[]; readonly weight: number } | undefined
  for (const hit of subsets(names, size)) {
    const weight = weightOf(hit)
    if (worst === undefined || weight > worst.weight) worst = { hit, weight }
  }
  return worst === undefined ? O.none : O.some(struckBy(threat, units, game, worst.hit))
}

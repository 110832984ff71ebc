/**
 * Minimal blocking coalitions: whose absence, refusal or loss of keys is enough to stop everybody. They
 * are the minimal winning coalitions of the dual game.
 */
import { dualOf, type Coalition, type Game } from '../../kernel/model/index.js'
import { take, type Bounded } from './bounded.js'
import type { Measure } from './measure.js'
import { walkMinimal } from './minimal-winning.js'
import { coalitionOf, normalFormOf } from './normal-form.js'
import * as recheck from './recheck.js'

/** All minimal blocking coalitions, one by one. Where nobody can act, the empty one blocks. */
export function* eachMinimalBlocking(game: Game): Generator<Coalition, void, undefined> {
  const form = normalFormOf(dualOf(game))
  const coalition = coalitionOf(form)
  for (const mask of walkMinimal(form)) yield recheck.minimalBlocking(game, coalition(mask))
}

/** Minimal blocking coalitions, at most `limit` of them. */
export const minimalBlocking =
  (limit: number) =>
  (game: Game): Bounded<Coalition> =>
    take(limit)(eachMinimalBlocking(game))

export const minimalBlockingMeasure: Measure = {
  id: 'minimal-blocking',
  summary: 'whose loss or refusal is enough to stop everybody',
  formula: 'minimal winning coalitions of the dual game [T − q + 1; w]',
  cost: 'O(n) for each coalition found; asked for up to a limit',
  source: 'Taylor and Zwicker, Simple Games (1999), duality',
  ask: minimalBlocking(100),
}

/**
 * Minimal winning coalitions: who can act, with nobody to spare. They say everything about a game: who
 * contains one of them wins, who contains none does not.
 *
 * Depth first over the players, heaviest first. The last one taken is then the lightest of its
 * coalition, so that a coalition that wins only with its last member is minimal; and a branch is left as
 * soon as all that is still to come could not fill it, so that every branch that is walked ends in a
 * coalition.
 */
import type { Coalition, Game } from '../../kernel/model/index.js'
import { take, type Bounded } from './bounded.js'
import { coalitionOf, normalFormOf, suffixTotals, type NormalForm } from './normal-form.js'
import type { Measure } from './measure.js'
import * as recheck from './recheck.js'

/**
 * Steps through a normal form's minimal winning coalitions: each call gives the next bit mask, and
 * undefined after the last. Nothing is kept but the branch being walked.
 */
export const minimalWalker = (form: NormalForm): (() => number | undefined) => {
  const { quota } = form
  const weights = Int32Array.from(form.weights)
  const suffix = Int32Array.from(suffixTotals(form))
  const taken = new Int32Array(weights.length)
  let [depth, mask, sum, next] = [0, 0, 0, 0]
  // Where nobody is needed, the walk is over before it begins: nobody is the only minimal coalition.
  if (quota === 0) return () => (next++ === 0 ? 0 : undefined)
  return () => {
    for (;;) {
      if (sum + (suffix[next] as number) < quota) {
        if (depth === 0) return undefined
        const last = taken[--depth] as number
        sum -= weights[last] as number
        mask &= ~(1 << last)
        next = last + 1
      } else {
        const place = next++
        const reached = sum + (weights[place] as number)
        if (reached >= quota) return (mask | (1 << place)) >>> 0
        taken[depth++] = place
        mask |= 1 << place
        sum = reached
      }
    }
  }
}

/** All of them, as an iteration. */
export function* walkMinimal(form: NormalForm): Generator<number, void, undefined> {
  const next = minimalWalker(form)
  for (let mask = next(); mask !== undefined; mask = next()) yield mask
}

/** Minimal winning coalitions as bit masks over `ids`, one by one, each weighed again. */
export interface MaskStream {
  readonly ids: readonly string[]
  readonly masks: Generator<number, void, undefined>
}

function* rechecked(game: Game, form: NormalForm): Generator<number, void, undefined> {
  const check = recheck.minimalWinningMask(game, form)
  const next = minimalWalker(form)
  for (let mask = next(); mask !== undefined; mask = next()) yield check(mask)
}

/** The stream of all minimal winning coalitions, for millions of them. */
export const minimalWinningMasks = (game: Game): MaskStream => {
  const form = normalFormOf(game)
  return { ids: form.ids, masks: rechecked(game, form) }
}

/** All minimal winning coalitions, one by one. */
export function* eachMinimalWinning(game: Game): Generator<Coalition, void, undefined> {
  const form = normalFormOf(game)
  const coalition = coalitionOf(form)
  for (const mask of walkMinimal(form)) yield recheck.minimalWinning(game, coalition(mask))
}

/** Minimal winning coalitions, at most `limit` of them. */
export const minimalWinning =
  (limit: number) =>
  (game: Game): Bounded<Coalition> =>
    take(limit)(eachMinimalWinning(game))

export const minimalWinningMeasure: Measure = {
  id: 'minimal-winning',
  summary: 'who can act together, with nobody to spare',
  formula: 'all S with w(S) ≥ q and w(S) − w(x) < q for every x in S',
  cost: 'O(n) for each coalition found; at most 352,716 of them with 21 players, asked for up to a limit',
  source: 'Taylor and Zwicker, Simple Games (1999); depth-first search over players sorted by weight',
  ask: minimalWinning(100),
}

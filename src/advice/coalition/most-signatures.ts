/**
 * The worst minimal coalition: the most signatures that can be needed without one of them being in vain.
 * Who collects from the light signers first pays this price, and it must fit into one envelope.
 */
import * as O from 'fp-ts/lib/Option.js'
import type { Coalition, Game } from '../../kernel/model/index.js'
import type { Measure } from './measure.js'
import { coalitionOf, normalFormOf, weightAt } from './normal-form.js'
import * as recheck from './recheck.js'

/** A largest minimal winning coalition. None where nobody can act. */
export const mostSignatures = (game: Game): O.Option<Coalition> => {
  const form = normalFormOf(game)
  const { quota, ids } = form
  if (quota === 0) return O.some([])
  // The most players before the one at hand, for each weight below the quota, and who they are.
  const most = new Int8Array(quota).fill(-1)
  const who = new Uint32Array(quota)
  most[0] = 0
  let best = { size: 0, mask: 0 }
  for (let place = 0; place < ids.length; place++) {
    const weight = weightAt(form, place)
    for (let sum = quota - 1; sum >= 0; sum--) {
      const size = most[sum] as number
      if (size < 0) continue
      const mask = ((who[sum] as number) | (1 << place)) >>> 0
      const reached = sum + weight
      if (reached >= quota) {
        // Heavier players came before: this one is the lightest, so the coalition is minimal.
        if (size + 1 > best.size) best = { size: size + 1, mask }
      } else if (size + 1 > (most[reached] as number)) {
        most[reached] = size + 1
        who[reached] = mask
      }
    }
  }
  return best.size === 0 ? O.none : O.some(recheck.minimalWinning(game, coalitionOf(form)(best.mask)))
}

export const mostSignaturesMeasure: Measure = {
  id: 'most-signatures',
  summary: 'the largest group of which everybody is needed',
  formula: 'for each lightest member: the most of the heavier ones that weigh from q − w to q − 1',
  cost: 'O(n·q)',
  source: 'own; the table of a knapsack',
  ask: mostSignatures,
}

/**
 * Entailment: does everybody who can act under one rule also act under the other? Decided for all 2ⁿ
 * coalitions at once: for each weight that the first rule can reach, the least that the same people can
 * weigh under the second. If that is still enough at the quota, no coalition refutes; if not, the people
 * behind it are the refutation.
 */
import * as O from 'fp-ts/lib/Option.js'
import type { Coalition, Game } from '../../kernel/model/index.js'
import { minimised } from './minimised.js'
import { normalFormOf, weightAt } from './normal-form.js'
import * as recheck from './recheck.js'

/** The least weight under the other rule, and the mask of those who have it. */
interface Least {
  readonly weight: number
  readonly mask: number
}

const leastBeyond = (a: Game, b: Game): O.Option<readonly [number, readonly string[]]> => {
  const form = normalFormOf(a)
  const { quota, ids } = form
  if (quota > form.total) return O.none
  const other = new Map(b.players.map(({ id, weight }) => [id, weight]))
  const least = new Float64Array(quota + 1).fill(Number.POSITIVE_INFINITY)
  const who = new Uint32Array(quota + 1)
  least[0] = 0
  ids.forEach((id, place) => {
    const [weight, cost] = [weightAt(form, place), other.get(id) ?? 0]
    if (weight === 0) return
    // Downwards, so that nobody is counted twice; from the quota itself nobody needs to be added.
    for (let sum = quota - 1; sum >= 0; sum--) {
      const [to, total] = [Math.min(quota, sum + weight), (least[sum] as number) + cost]
      if (total >= (least[to] as number)) continue
      least[to] = total
      who[to] = (who[sum] as number) | (1 << place)
    }
  })
  const found: Least = { weight: least[quota] as number, mask: who[quota] as number }
  return O.some([found.weight, ids.filter((_, place) => ((found.mask >>> place) & 1) === 1)])
}

/** A minimal coalition that wins in `a` and loses in `b`; none where `a` entails `b`. */
export const winsOnlyIn =
  (b: Game) =>
  (a: Game): O.Option<Coalition> => {
    const found = leastBeyond(a, b)
    if (O.isNone(found)) return O.none
    const [weight, coalition] = found.value
    return weight >= b.quota
      ? O.none
      : O.some(recheck.losing(b, recheck.minimalWinning(a, minimised(a, coalition))))
  }

/** Whether everybody who can act in `a` can act in `b`. */
export const entails =
  (b: Game) =>
  (a: Game): boolean =>
    O.isNone(winsOnlyIn(b)(a))

/**
 * The window between two rules: while a change is under way, can somebody act who can act neither before
 * nor after? Decided for all coalitions at once: for each pair of what people weigh before and after,
 * as long as both lose, the most that the same people can weigh meanwhile. If that is enough, the people
 * behind it are the answer.
 *
 * This is a question about three rules, so it is no measure of the catalogue, which asks about one.
 */
import * as O from 'fp-ts/lib/Option.js'
import type { Coalition, Game } from '../../kernel/model/index.js'
import { minimised } from './minimised.js'
import { coalitionOf, normalFormOf, weightAt, type NormalForm } from './normal-form.js'
import * as recheck from './recheck.js'

/** As many pairs of weights as are kept: those of quotas up to 255 are 65,025. */
const MOST_PAIRS = 1 << 20

type WeightOf = (id: string) => number

/** What each player adds in a rule; who is none adds nothing. */
const weightsIn = ({ ids, weights }: NormalForm): WeightOf => {
  const known = new Map(ids.map((id, place) => [id, weights[place] ?? 0]))
  return (id) => known.get(id) ?? 0
}

/** For each pair of losing weights, before and after, the most weight meanwhile and the mask behind it. */
interface Heaviest {
  readonly most: Int32Array
  readonly who: Uint32Array
}

const heaviestLosers = (mid: NormalForm, before: NormalForm, after: NormalForm): Heaviest => {
  const [rows, columns] = [before.quota, after.quota]
  const most = new Int32Array(rows * columns).fill(-1)
  const who = new Uint32Array(rows * columns)
  const [wasOf, willBeOf] = [weightsIn(before), weightsIn(after)]
  most[0] = 0
  mid.ids.forEach((id, place) => {
    const [gain, was, willBe] = [weightAt(mid, place), wasOf(id), willBeOf(id)]
    if (gain === 0) return
    // Downwards, so that nobody is counted twice; at the quotas people win, and are of no interest.
    for (let row = rows - 1 - was; row >= 0; row--)
      for (let column = columns - 1 - willBe; column >= 0; column--) {
        const from = row * columns + column
        const to = from + was * columns + willBe
        if ((most[from] as number) < 0 || (most[from] as number) + gain <= (most[to] as number)) continue
        most[to] = (most[from] as number) + gain
        who[to] = (who[from] as number) | (1 << place)
      }
  })
  return { most, who }
}

/**
 * A minimal coalition that wins in `mid`, and in neither `before` nor `after`; none where everybody who
 * wins in between wins before or after. Of several one that weighs least before: whoever is new to power. Players may differ: who is no player of a rule adds nothing to it.
 *
 * Only players of `mid` can be in it, so that 32 are enough although two accounts may have 41 keys.
 * Quotas are those of accounts, at most 255; larger ones throw where the table of both exceeds 2²⁰ pairs.
 */
export const gainsInWindow =
  (before: Game, after: Game) =>
  (mid: Game): O.Option<Coalition> => {
    const [form, was, willBe] = [normalFormOf(mid), normalFormOf(before), normalFormOf(after)]
    if (form.total < form.quota || was.quota === 0 || willBe.quota === 0) return O.none
    if (was.quota * willBe.quota > MOST_PAIRS)
      throw new Error('invariant: quotas of a window are those of accounts')
    const { most, who } = heaviestLosers(form, was, willBe)
    const at = most.findIndex((weight) => weight >= form.quota)
    if (at < 0) return O.none
    const found = recheck.minimalWinning(mid, minimised(mid, coalitionOf(form)(who[at] as number)))
    return O.some(recheck.losing(after, recheck.losing(before, found)))
  }

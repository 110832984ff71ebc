/** Why no weights do what is wished: a trade, as short as it is easily found, and counted before it is told. */
import * as O from 'fp-ts/lib/Option.js'
import { THRESHOLD_LEVELS } from '../../../kernel/model/index.js'
import { placesOf } from './demands.js'
import { edgesOf } from './edges.js'
import { farkasTrade } from './farkas-trade.js'
import { ruleTable } from './rule-table.js'
import { swapTrade } from './swap-trade.js'
import { isTrade, type Side, type Trade } from './trade.js'
import { weighable } from './weighable.js'
import { keysOfWishes, type Wish } from './wish.js'

/** Groups in the order of the levels, and then as the wishes name their keys. */
const inOrder = (wishes: readonly Wish[], { winning, losing }: Trade): Trade => {
  const places = new Map(keysOfWishes(wishes).map((key, place) => [key, place]))
  const placesOf = ({ keys }: Side): readonly number[] =>
    keys.map((key) => places.get(key) ?? 0).sort((a, b) => a - b)
  const compare = (a: Side, b: Side): number => {
    const [mine, theirs] = [placesOf(a), placesOf(b)]
    const at = mine.findIndex((place, index) => place !== theirs[index])
    const levels = THRESHOLD_LEVELS.indexOf(a.level) - THRESHOLD_LEVELS.indexOf(b.level)
    return levels !== 0 ? levels : at < 0 ? 0 : (mine[at] ?? 0) - (theirs[at] ?? Infinity)
  }
  const named = (sides: readonly Side[]): readonly Side[] =>
    sides.toSorted(compare).map(({ level, keys }) => ({
      level,
      keys: keys.toSorted((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0)),
    }))
  return { winning: named(winning), losing: named(losing) }
}

/** The fewest levels that cannot be together, and why. */
const tradeFor = (wishes: readonly Wish[]): O.Option<Trade> => {
  const table = ruleTable(wishes)
  const places = placesOf(
    table.classes.length,
    wishes.map(({ level }) => level),
  )
  const found = weighable(places, edgesOf(table))
  if (found._tag === 'Weighable') return O.none
  const trade = swapTrade(table) ?? farkasTrade(table, found.proof)
  if (trade === undefined) return O.none
  if (!isTrade(wishes)(trade)) throw new Error('invariant: a proof that there are no weights adds up')
  return O.some(inOrder(wishes, trade))
}

/** Some of the levels, fewest first. */
const someOf = (wishes: readonly Wish[]): readonly (readonly Wish[])[] =>
  wishes
    .reduce<readonly (readonly Wish[])[]>(
      (all, wish) => [...all, ...all.map((some) => [...some, wish])],
      [[]],
    )
    .filter((some) => some.length > 0)
    .toSorted((a, b) => a.length - b.length)

/** Why no weights do what is wished, by as few levels as possible; none where the proof is too long to read. */
export const impossibility = (wishes: readonly Wish[]): O.Option<Trade> => {
  for (const some of someOf(wishes)) {
    const trade = tradeFor(some)
    if (O.isSome(trade)) return trade
  }
  return O.none
}

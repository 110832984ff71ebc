/**
 * The minimal covers of one component, as sets of items: the cheapest is found by the search that suits
 * the component, the others come after it in order of cost.
 */
import { itemSetsOf, type ClassCover, type Ending, type Spend } from './class-cover.js'
import type { Component } from './component.js'
import { minimalCovers } from './minimal-covers.js'
import { narrowSearch, type Found } from './narrow-search.js'
import type { Cover } from './problem.js'
import { wideSearch } from './wide-search.js'

/** A cover, and whether it is proved that none that was not listed before it is cheaper. */
export interface RankedCover extends Cover {
  readonly isProved: boolean
}

/** What the listing search may spend on its first cover before a search for the cheapest is worth its while. */
const allowanceFor = ({ needed }: Component): number => Math.max(20, Math.floor(4000 / needed.length))

function* ranked(
  component: Component,
  { counts, cost }: ClassCover,
  isProved: boolean,
): Generator<RankedCover> {
  for (const items of itemSetsOf(component, counts)) yield { items, cost, isProved }
}

const isSame = (a: ClassCover, b: ClassCover): boolean => a.counts.every((count, i) => count === b.counts[i])

/** Up to so many classes the simple search is the faster one, also where every account knows every key. */
const NARROW = 24

/** The cheapest cover by the search that suits the number of items. */
const cheapestOf = (component: Component, places: readonly number[], spend: Spend): Found =>
  component.classes.length <= NARROW
    ? narrowSearch(component, places, spend)
    : wideSearch(component, places, spend)

/** The minimal covers of a component that fit into the places, cheapest first. */
export function* componentCovers(
  component: Component,
  places: readonly number[],
  spend: Spend,
): Generator<RankedCover, Ending> {
  let left = component.needed.length === 1 ? Infinity : allowanceFor(component)
  const budget = { isSpent: false }
  const quick = minimalCovers(component, places, 0, () => {
    if (left-- <= 0) return true
    budget.isSpent = spend()
    return budget.isSpent
  })
  const first = quick.next()
  if (first.done !== true) {
    left = Infinity
    yield* ranked(component, first.value, true)
    for (;;) {
      const next = quick.next()
      if (next.done === true) return next.value
      yield* ranked(component, next.value, true)
    }
  }
  if (first.value === 'exhausted') return 'exhausted'

  const { cover, isProved } = budget.isSpent
    ? narrowSearch(component, places, () => true)
    : cheapestOf(component, places, spend)
  if (cover === undefined) return isProved ? 'exhausted' : 'budget'
  yield* ranked(component, cover, isProved)
  if (!isProved) return 'budget'
  const others = minimalCovers(component, places, cover.cost, spend)
  for (;;) {
    const next = others.next()
    if (next.done === true) return next.value
    if (!isSame(next.value, cover)) yield* ranked(component, next.value, true)
  }
}

/**
 * Weights of formulas: the lightest people who are enough for one, the heaviest who are just enough, and
 * the heaviest who are not. Where no key stands twice, sums over the formula give all three; elsewhere
 * every set of its keys is tried.
 */
import * as O from 'fp-ts/lib/Option.js'
import { isReadOnce, keysIn, type Formula } from './formula.js'
import { searchHeaviestJustEnough, searchHeaviestNotEnough, searchLightest } from './formula-search.js'
import { together, weighed, type Weigh, type Weighed } from './weigh.js'

const NOBODY: Weighed = { keys: [], sum: 0 }

const all = (parts: readonly Weighed[]): Weighed => parts.reduce(together, NOBODY)

const lightest = (weigh: Weigh, formula: Formula): Weighed =>
  formula._tag === 'Key'
    ? weighed(weigh, [formula.key])
    : all(
        formula.of
          .map((part) => lightest(weigh, part))
          .sort((a, b) => a.sum - b.sum)
          .slice(0, formula.count),
      )

const heaviestJustEnough = (weigh: Weigh, formula: Formula): Weighed =>
  formula._tag === 'Key'
    ? weighed(weigh, [formula.key])
    : all(
        formula.of
          .map((part) => heaviestJustEnough(weigh, part))
          .sort((a, b) => b.sum - a.sum)
          .slice(0, formula.count),
      )

/** One part fewer than is asked for may be there with everybody: the parts that gain most by it. */
const heaviestNotEnough = (weigh: Weigh, formula: Formula): Weighed => {
  if (formula._tag === 'Key') return NOBODY
  const parts = formula.of
    .map((part) => ({
      most: weighed(weigh, keysIn(part)),
      least: heaviestNotEnough(weigh, part),
    }))
    .sort((a, b) => b.most.sum - b.least.sum - (a.most.sum - a.least.sum))
  return all(parts.map(({ most, least }, place) => (place < formula.count - 1 ? most : least)))
}

/** The lightest people who are enough for a formula that can be met; none where the search is too large. */
export const lightestEnough = (weigh: Weigh, formula: Formula): O.Option<Weighed> =>
  isReadOnce(formula) ? O.some(lightest(weigh, formula)) : searchLightest(weigh, formula)

/** The heaviest people of whom each is needed for a formula that can be met. */
export const heaviestWithJustEnough = (weigh: Weigh, formula: Formula): O.Option<Weighed> =>
  isReadOnce(formula) ? O.some(heaviestJustEnough(weigh, formula)) : searchHeaviestJustEnough(weigh, formula)

/** The heaviest of a formula's people who are not enough for it. */
export const heaviestWithout = (weigh: Weigh, formula: Formula): O.Option<Weighed> =>
  isReadOnce(formula) ? O.some(heaviestNotEnough(weigh, formula)) : searchHeaviestNotEnough(weigh, formula)

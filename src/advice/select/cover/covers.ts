/**
 * All minimal covers of a problem, cheapest first. The components are covered each for itself; their
 * covers are combined lazily, so that the first thousand of a million million cost no more than that.
 */
import { leastPlaces, type Ending, type Spend } from './class-cover.js'
import { componentCovers, type RankedCover } from './component-covers.js'
import { componentsOf, type Component } from './component.js'
import { priorityQueue } from './priority-queue.js'
import { placesOf, type CoverProblem } from './problem.js'

/** The covers of one component as far as they were asked for. */
interface Source {
  readonly at: (index: number) => RankedCover | Ending
}

const sourceOf = (covers: Generator<RankedCover, Ending>): Source => {
  const known: RankedCover[] = []
  let ending: Ending | undefined
  return {
    at: (index) => {
      while (known.length <= index && ending === undefined) {
        const next = covers.next()
        if (next.done === true) ending = next.value
        else known.push(next.value)
      }
      return known[index] ?? ending ?? 'exhausted'
    },
  }
}

/** One cover of each component. */
interface Combination {
  readonly at: readonly number[]
  /** Components before this one are not moved on any more: each combination is reached once. */
  readonly from: number
  readonly parts: readonly RankedCover[]
  readonly cost: number
  readonly size: number
}

const combination = (at: readonly number[], from: number, parts: readonly RankedCover[]): Combination => ({
  at,
  from,
  parts,
  cost: parts.reduce((sum, { cost }) => sum + cost, 0),
  size: parts.reduce((sum, { items }) => sum + items.length, 0),
})

const isBefore = (a: Combination, b: Combination): boolean => {
  if (a.cost !== b.cost) return a.cost < b.cost
  if (a.size !== b.size) return a.size < b.size
  const differing = a.at.findIndex((index, i) => index !== b.at[i])
  return differing >= 0 && (a.at[differing] as number) < (b.at[differing] as number)
}

/** The least number of places that each list must give to cover the problem, by its rows taken singly. */
export const fewestPlaces = (problem: CoverProblem): readonly number[] =>
  sumOf(problem.places.length, componentsOf(problem).map(leastPlaces))

const sumOf = (length: number, all: readonly (readonly number[])[]): readonly number[] =>
  Array.from({ length }, (_, list) => all.reduce((sum, one) => sum + (one[list] as number), 0))

/** What a component may take: all places but those that the others need at least. */
const sourcesOf = (
  problem: CoverProblem,
  components: readonly Component[],
  spend: Spend,
): readonly Source[] => {
  const least = components.map(leastPlaces)
  const total = sumOf(problem.places.length, least)
  return components.map((component, i) => {
    const places = problem.places.map(
      (n, list) => n - (total[list] as number) + ((least[i] as readonly number[])[list] as number),
    )
    return sourceOf(componentCovers(component, places, spend))
  })
}

/** The minimal covers of a problem that fit into the places, cheapest first. */
export function* minimalCoversOf(problem: CoverProblem, spend: Spend): Generator<RankedCover, Ending> {
  const components = componentsOf(problem)
  if (fewestPlaces(problem).some((n, list) => n > (problem.places[list] as number))) return 'exhausted'
  const isUniform = problem.holderCost === 0 && problem.items.every(({ cost }) => cost === 1)
  const sources = sourcesOf(problem, components, spend)
  const fitsPlaces = ({ parts }: Combination): boolean =>
    placesOf(problem)(parts.flatMap(({ items }) => items)).every(
      (n, list) => n <= (problem.places[list] as number),
    )

  const firsts: RankedCover[] = []
  for (const source of sources) {
    const first = source.at(0)
    if (typeof first === 'string') return first
    firsts.push(first)
  }
  const queue = priorityQueue<Combination>(isBefore)
  queue.push(
    combination(
      components.map(() => 0),
      0,
      firsts,
    ),
  )
  for (;;) {
    const next = queue.pop()
    if (next === undefined) return 'exhausted'
    const fits = fitsPlaces(next)
    if (fits)
      yield {
        items: next.parts.flatMap(({ items }) => items).sort((a, b) => a - b),
        cost: next.cost,
        isProved: next.parts.every(({ isProved }) => isProved),
      }
    // Where every item costs the same, whatever comes after one that is too long is longer.
    if (!fits && isUniform) continue
    if (!fits && spend()) return 'budget'
    for (let i = next.from; i < sources.length; i++) {
      const index = (next.at[i] as number) + 1
      const part = (sources[i] as Source).at(index)
      if (part === 'budget') return 'budget'
      if (part === 'exhausted') continue
      queue.push(combination(next.at.with(i, index), i, next.parts.with(i, part)))
    }
  }
}

/**
 * Whether there are weights at all, of any size: rows are added as they are broken, until numbers keep
 * all of them, or none keep those that came up.
 */
import { emptyTableau, solve, withRow } from '../../policy/index.js'
import { brokenDemands, demandOf, type Demand, type Places } from './demands.js'
import type { Edge } from './edges.js'
import type { Weighed } from './farkas-trade.js'

/** What is found. */
export type Weighable =
  | {
      readonly _tag: 'Weighable'
      /** Numbers in proportion: weights, quotas, and a last one that says nothing. */
      readonly numerators: readonly bigint[]
      readonly demands: readonly Demand[]
    }
  /** Demands that cannot all be met. */
  | { readonly _tag: 'NotWeighable'; readonly proof: readonly Weighed[] }

const proofOf = (demands: readonly Demand[], multipliers: readonly bigint[]): readonly Weighed[] =>
  demands.flatMap((demand, index) => {
    const times = multipliers[index] ?? 0n
    return times > 0n ? [{ demand, times }] : []
  })

/** Whether weights can say what edges say. It ends: there are finitely many edges, and none comes up twice. */
export const weighable = (places: Places, edges: readonly Edge[]): Weighable => {
  const ask = brokenDemands(places, edges)
  const demand = demandOf(places)
  // Nobody at all never acts: so each quota is at least 1.
  const demands = places.levels.map((level) =>
    demand(
      level,
      'lose',
      Array.from({ length: places.classes }, () => 0),
    ),
  )
  let tableau = demands.reduce((before, row) => withRow(row)(before), emptyTableau(places.unknowns))
  for (;;) {
    const solved = solve(tableau)
    if (solved._tag === 'Infeasible')
      return { _tag: 'NotWeighable', proof: proofOf(demands, solved.multipliers) }
    const broken = ask(solved)
    if (broken.length === 0) return { _tag: 'Weighable', numerators: solved.numerators, demands }
    demands.push(...broken)
    tableau = broken.reduce((before, row) => withRow(row)(before), solved.tableau)
  }
}

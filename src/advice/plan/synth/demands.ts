/**
 * Wishes as inequalities. Unknown are the weights of the classes, the quota of each level, and the
 * greatest of the quotas. Every group that is to act weighs at least the quota of its level; every other
 * group, at least 1 less.
 */
import { MAX_WEIGHT, type ThresholdLevel } from '../../../kernel/model/index.js'
import type { Row } from '../../policy/index.js'
import { heaviestOf, lightestOf, type Edge } from './edges.js'
import { isBroken, type Point, type Program, type Said } from './integer-program.js'
import type { Profile } from './profile.js'

/** What a wish says of one group. */
export interface Demand extends Row {
  readonly level: ThresholdLevel
  readonly must: 'win' | 'lose'
  readonly profile: Profile
}

/** Where the numbers stand. */
export interface Places {
  readonly classes: number
  readonly levels: readonly ThresholdLevel[]
  readonly unknowns: number
}

/** Weights first, then a quota for each level, then the greatest quota. */
export const placesOf = (classes: number, levels: readonly ThresholdLevel[]): Places => ({
  classes,
  levels,
  unknowns: classes + levels.length + 1,
})

/** What a wish says of a group, as a row. */
export const demandOf =
  ({ levels }: Places) =>
  (level: ThresholdLevel, must: Demand['must'], profile: Profile): Demand => {
    const sign = must === 'win' ? 1 : -1
    const quotas = levels.map((one) => (one === level ? -sign : 0))
    return {
      level,
      must,
      profile,
      coefficients: [...profile.map((count) => sign * count), ...quotas, 0],
      least: must === 'win' ? 0 : 1,
    }
  }

/** Rows of all numbers: each quota is at least 1 and no more than the greatest, and that is 255 at most. */
export const rangeRows = ({ classes, levels, unknowns }: Places): readonly Row[] => {
  const row = (entries: Readonly<Record<number, number>>, least: number): Row => ({
    coefficients: Array.from({ length: unknowns }, (_, place) => entries[place] ?? 0),
    least,
  })
  const greatest = unknowns - 1
  return [
    ...levels.flatMap((_, at) => [
      row({ [classes + at]: 1 }, 1),
      row({ [classes + at]: -1, [greatest]: 1 }, 0),
    ]),
    row({ [greatest]: -1 }, -MAX_WEIGHT),
  ]
}

/** No weight is more than the greatest quota: more would not make anybody else act. */
const clipRows = ({ classes, unknowns }: Places): readonly Row[] =>
  Array.from({ length: classes }, (_, place) => ({
    coefficients: Array.from({ length: unknowns }, (_one, at) =>
      at === place ? -1 : at === unknowns - 1 ? 1 : 0,
    ),
    least: 0,
  }))

/** Weights of a point in proportion. Where they are too large to be exact, the rows found are checked anyway. */
const weightsOf = ({ classes }: Places, { numerators }: Point): readonly number[] =>
  numerators.slice(0, classes).map(Number)

/** Demands at the edges that a point breaks: the worst of each kind. */
export const brokenDemands =
  (places: Places, edges: readonly Edge[]) =>
  (point: Point): readonly Demand[] => {
    const weights = weightsOf(places, point)
    const demand = demandOf(places)
    return edges
      .flatMap((edge) => {
        const [win, lose] = [lightestOf(edge, weights), heaviestOf(edge, weights)]
        return [
          ...(win === undefined ? [] : [demand(edge.level, 'win', win.profile)]),
          ...(lose === undefined ? [] : [demand(edge.level, 'lose', lose.profile)]),
        ]
      })
      .filter(isBroken(point))
  }

/** The wishes as a program. */
export const programOf = (places: Places, edges: readonly Edge[]): Program => {
  const broken = brokenDemands(places, edges)
  const clips = clipRows(places)
  return {
    unknowns: places.unknowns,
    ask: (point): Said => {
      const rows: readonly Row[] = [...clips.filter(isBroken(point)), ...broken(point)]
      return rows.length > 0 ? rows : 'kept'
    },
  }
}

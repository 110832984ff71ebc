/** Rules: a weight for each key, and what each level takes. */
import { THRESHOLD_LEVELS, type ThresholdLevel } from '../../../kernel/model/index.js'
import type { Places } from './demands.js'
import type { RuleTable } from './profile.js'

/** Weights of all keys that were named, and what each level takes. */
export interface Rule {
  /** 0 for a key that makes no difference: it is no signer. */
  readonly weights: ReadonlyMap<string, number>
  readonly quotas: Readonly<Record<ThresholdLevel, number>>
  /** Levels that nobody wished anything for, which take what the next one above takes. */
  readonly unasked: readonly ThresholdLevel[]
}

/** Every level's quota: of one without a wish, that of the next above it, or else of the highest below. */
const allQuotas = (known: ReadonlyMap<ThresholdLevel, number>): Rule['quotas'] => {
  const quotaOf = (level: ThresholdLevel): number => {
    const at = THRESHOLD_LEVELS.indexOf(level)
    const nearest = [...THRESHOLD_LEVELS.slice(at), ...THRESHOLD_LEVELS.slice(0, at).reverse()]
    return nearest.map((one) => known.get(one)).find((quota) => quota !== undefined) ?? 1
  }
  return { Low: quotaOf('Low'), Medium: quotaOf('Medium'), High: quotaOf('High') }
}

/** The rule that numbers of a table stand for, its keys in an order. */
export const ruleOf = (
  keys: readonly string[],
  table: RuleTable,
  places: Places,
  numbers: readonly number[],
): Rule => ({
  weights: new Map(
    keys.map((key) => [key, numbers[table.classes.findIndex((of) => of.includes(key))] as number]),
  ),
  quotas: allQuotas(
    new Map(places.levels.map((level, at) => [level, numbers[table.classes.length + at] as number])),
  ),
  unasked: THRESHOLD_LEVELS.filter((level) => !places.levels.includes(level)),
})

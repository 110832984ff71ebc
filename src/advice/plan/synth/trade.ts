/**
 * Trades: why there are no weights (Taylor and Zwicker). Some groups that are to act and as many that are
 * not, level by level, with the same signatures in all: what the first weigh together, the second weigh.
 * But the first would have to weigh more.
 */
import type { Coalition, ThresholdLevel } from '../../../kernel/model/index.js'
import { isSatisfiedBy } from '../../policy/index.js'
import type { Wish } from './wish.js'

/** A group and a level. */
export interface Side {
  readonly level: ThresholdLevel
  readonly keys: Coalition
}

/** Groups that are to act, and groups that are not; the same signatures, each as often. */
export interface Trade {
  readonly winning: readonly Side[]
  readonly losing: readonly Side[]
}

const counts = (items: readonly string[]): string => {
  const many = new Map<string, number>()
  for (const item of items) many.set(item, (many.get(item) ?? 0) + 1)
  return JSON.stringify([...many].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Whether a trade proves that no weights do what is wished: by plain counting. */
export const isTrade =
  (wishes: readonly Wish[]) =>
  ({ winning, losing }: Trade): boolean => {
    const isToAct = ({ level, keys }: Side): boolean | undefined => {
      const wish = wishes.find((one) => one.level === level)
      return wish === undefined ? undefined : isSatisfiedBy((key) => keys.includes(key))(wish.exactly)
    }
    const isPlain = ({ keys }: Side): boolean => new Set(keys).size === keys.length
    return (
      winning.length > 0 &&
      [...winning, ...losing].every(isPlain) &&
      winning.every((side) => isToAct(side) === true) &&
      losing.every((side) => isToAct(side) === false) &&
      counts(winning.map(({ level }) => level)) === counts(losing.map(({ level }) => level)) &&
      counts(winning.flatMap(({ keys }) => keys)) === counts(losing.flatMap(({ keys }) => keys))
    )
  }

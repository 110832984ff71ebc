/** Changes of the numbers of an account: how far each may go, and what is told of them. */
import { MAX_WEIGHT, THRESHOLD_LEVELS, thresholdAt } from '../../../kernel/model/index.js'
import type { Change } from '../asserted.js'
import { accountWith, type Ground } from './ground.js'
import type { Leeway } from './nearest.js'
import { placeOf, type Numbers } from './weighing.js'

/** How far each number may go: weights from 0 to 255, thresholds from 1. A threshold of 0 counts as 1. */
export const leewaysOf = ({ numbers, keys, subject }: Ground): readonly Leeway[] =>
  numbers.map((now, place) => {
    const level = THRESHOLD_LEVELS[place - keys.length]
    if (level === undefined) return { down: now, up: MAX_WEIGHT - now, fee: 0 }
    const isUnset = thresholdAt(level)(subject.account.thresholds) === 0
    return { down: now - 1, up: MAX_WEIGHT - now, fee: isUnset ? 1 : 0 }
  })

/** So many of some, each once, in their order. */
export const subsetsOf = <A>(count: number, items: readonly A[]): readonly (readonly A[])[] =>
  count === 0
    ? [[]]
    : items.flatMap((item, index) =>
        subsetsOf(count - 1, items.slice(index + 1)).map((rest) => [item, ...rest]),
      )

/** What changes from one account to another, thresholds first. */
export const changesOf = (ground: Ground, after: Numbers): readonly Change[] => {
  const { keys, numbers, subject } = ground
  const account = accountWith(ground, after)
  const thresholds = THRESHOLD_LEVELS.flatMap((level): readonly Change[] => {
    const place = placeOf(level, keys.length)
    const [from, to] = [
      thresholdAt(level)(subject.account.thresholds),
      thresholdAt(level)(account.thresholds),
    ]
    return numbers[place] === after[place] ? [] : [{ _tag: 'Threshold', level, from, to }]
  })
  const weights = keys.flatMap((key, index): readonly Change[] => {
    const [from, to] = [numbers[index] ?? 0, after[index] ?? 0]
    return from === to ? [] : [{ _tag: 'Weight', key, from, to }]
  })
  return [...thresholds, ...weights]
}

/**
 * Keys that no wish tells apart: each may stand in for each other, at every level. First those that
 * formulas themselves name alike, which makes tables small; then whatever the tables show.
 */
import type { Formula } from '../../policy/index.js'
import { countAt, type RuleTable } from './profile.js'
import type { Wish } from './wish.js'

/** A formula as text that does not depend on the order of its parts, with two keys exchanged. */
const exchanged = (formula: Formula, one: string, other: string): string => {
  if (formula._tag === 'Key') {
    const { key } = formula
    return key === one ? other : key === other ? one : key
  }
  const parts = formula.of.map((part) => exchanged(part, one, other)).sort()
  return `${String(formula.count)}(${parts.join()})`
}

/** Classes as far as formulas show them when two keys are exchanged in the text. */
export const writtenClasses = (
  wishes: readonly Wish[],
  keys: readonly string[],
): readonly (readonly string[])[] => {
  const textWith = (one: string, other: string): string =>
    wishes.map(({ exactly }) => exchanged(exactly, one, other)).join(' ')
  const asIs = textWith('', '')
  const classes: string[][] = []
  for (const key of keys) {
    const own = classes.find(([first]) => first !== undefined && textWith(first, key) === asIs)
    if (own === undefined) classes.push([key])
    else own.push(key)
  }
  return classes
}

/** In how many profiles that act one key of a class decides; equal for classes that are one. */
const decisive = (table: RuleTable, place: number): string => {
  const stride = table.strides[place] as number
  return table.levels
    .map(({ wins }) => {
      let count = 0
      for (let profile = 0; profile < table.profiles; profile++)
        if (wins[profile] === 1 && countAt(table, profile, place) > 0 && wins[profile - stride] === 0)
          count += combinations(table, profile, place)
      return String(count)
    })
    .join()
}

const choose = (n: number, k: number): number => {
  let result = 1
  for (let i = 1; i <= k; i++) result = (result * (n - k + i)) / i
  return result
}

/** In how many groups of a profile one given key of a class is. */
const combinations = (table: RuleTable, profile: number, place: number): number =>
  table.classes.reduce((product, { length }, at) => {
    const count = countAt(table, profile, at)
    return product * (at === place ? choose(length - 1, count - 1) : choose(length, count))
  }, 1)

const areOne = (table: RuleTable, one: number, other: number): boolean => {
  const { strides, classes, levels, profiles } = table
  const step = (strides[other] as number) - (strides[one] as number)
  const most = (classes[other] as readonly string[]).length
  for (let profile = 0; profile < profiles; profile++) {
    if (countAt(table, profile, one) === 0 || countAt(table, profile, other) === most) continue
    for (const { wins } of levels) if (wins[profile] !== wins[profile + step]) return false
  }
  return true
}

/** The classes of a table, where some of its classes turn out to be one. */
export const mergedClasses = (table: RuleTable): readonly (readonly string[])[] => {
  const sums = table.classes.map((_, place) => decisive(table, place))
  const firsts: number[] = []
  const merged: string[][] = []
  table.classes.forEach((keys, place) => {
    const at = firsts.findIndex((first) => sums[first] === sums[place] && areOne(table, first, place))
    if (at >= 0) return void (merged[at] as string[]).push(...keys)
    firsts.push(place)
    merged.push([...keys])
  })
  return merged
}

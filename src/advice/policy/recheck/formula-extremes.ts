/**
 * Extremes of a formula: the lightest people who satisfy it, the heaviest who have just enough for it,
 * the heaviest who do not. By recursion where no key stands twice; by truth tables where one does.
 */
import { isReadOnce, keysIn, type Formula } from '../formula.js'
import { formulaTable, minimalTable, minus, MOST_KEYS, winningTable } from './truth-table.js'
import { heaviest, lightest, weighs, type Weighed } from './weighed.js'

/** Whether a part asks for nobody, or for more than it has: then it says nothing that anybody meant. */
export const asksForTheImpossible = (formula: Formula): boolean =>
  formula._tag === 'AnyOf' &&
  (formula.count < 1 || formula.count > formula.of.length || formula.of.some(asksForTheImpossible))

/** `undefined`, where there are too many keys to table. */
type Decided = boolean | undefined

const lightestOf = (weighed: Weighed, formula: Formula): number =>
  formula._tag === 'Key'
    ? weighs(weighed, [formula.key])
    : lightest(
        formula.count,
        formula.of.map((part) => lightestOf(weighed, part)),
      )

const heaviestMinimalOf = (weighed: Weighed, formula: Formula): number =>
  formula._tag === 'Key'
    ? weighs(weighed, [formula.key])
    : heaviest(
        formula.count,
        formula.of.map((part) => heaviestMinimalOf(weighed, part)),
      )

/** The most weight within a formula that does not satisfy it; -1 where everybody satisfies it. */
const heaviestShortOf = (weighed: Weighed, formula: Formula): number => {
  if (formula._tag === 'Key') return 0
  if (formula.count < 1) return -1
  const parts = formula.of.map((part) => ({
    all: weighs(weighed, keysIn(part)),
    short: heaviestShortOf(weighed, part),
  }))
  // Count - 1 parts may be there in full, and the others have to fall short; some cannot.
  const always = parts.filter(({ short }) => short < 0)
  if (always.length >= formula.count) return -1
  const others = parts.filter(({ short }) => short >= 0)
  const base = [...always.map(({ all }) => all), ...others.map(({ short }) => short)]
  const gains = others.map(({ all, short }) => all - short)
  return base.reduce((sum, one) => sum + one, 0) + heaviest(formula.count - 1 - always.length, gains)
}

const distinct = (formula: Formula): readonly string[] => [...new Set(keysIn(formula))]

const weightsOf = (weighed: Weighed, keys: readonly string[]): readonly number[] =>
  keys.map((key) => weighs(weighed, [key]))

/** Whether everybody who satisfies the formula can act. */
export const allWhoSatisfyWin = (weighed: Weighed, formula: Formula): Decided => {
  if (isReadOnce(formula)) return lightestOf(weighed, formula) >= weighed.quota
  const keys = distinct(formula)
  if (keys.length > MOST_KEYS) return undefined
  const winning = winningTable(weightsOf(weighed, keys), weighed.quota)
  return minus(formulaTable(formula, keys), winning) === 0n
}

/** Whether nobody who has just enough for the formula can act. */
export const noneWithJustEnoughWins = (weighed: Weighed, formula: Formula): Decided => {
  if (isReadOnce(formula)) return heaviestMinimalOf(weighed, formula) < weighed.quota
  const keys = distinct(formula)
  if (keys.length > MOST_KEYS) return undefined
  const winning = winningTable(weightsOf(weighed, keys), weighed.quota)
  return (minimalTable(formulaTable(formula, keys), keys.length) & winning) === 0n
}

/** Whether everybody who can act satisfies the formula. */
export const allWhoWinSatisfy = (weighed: Weighed, formula: Formula): Decided => {
  const keys = distinct(formula)
  const outside = weighed.total - weighs(weighed, keys)
  if (isReadOnce(formula)) {
    const short = heaviestShortOf(weighed, formula)
    return short < 0 || outside + short < weighed.quota
  }
  if (keys.length > MOST_KEYS) return undefined
  const winning = winningTable(weightsOf(weighed, keys), weighed.quota - outside)
  return minus(winning, formulaTable(formula, keys)) === 0n
}

/** Whether these are known to be part of a choice that has just enough for the formula. */
export const isPartOfJustEnough = (present: ReadonlySet<string>, formula: Formula): boolean => {
  const keys = distinct(formula)
  if ([...present].some((key) => !keys.includes(key))) return false
  if (isReadOnce(formula)) return fitsInto(present, formula)
  if (keys.length > MOST_KEYS) return false
  const minimal = minimalTable(formulaTable(formula, keys), keys.length)
  const all = winningTable(
    keys.map((key) => (present.has(key) ? 1 : 0)),
    present.size,
  )
  return (minimal & all) !== 0n
}

/** Whether no part is asked for more than it has to give, people who are there counted first. */
const fitsInto = (present: ReadonlySet<string>, formula: Formula): boolean => {
  if (formula._tag === 'Key') return true
  const touched = formula.of.filter((part) => keysIn(part).some((key) => present.has(key)))
  return touched.length <= formula.count && touched.every((part) => fitsInto(present, part))
}

/** Formulas in words, and what is wrong with those that nobody can satisfy. */
import * as O from 'fp-ts/lib/Option.js'
import { isSatisfiedBy, type Formula } from './formula.js'

type AnyOf = Extract<Formula, { readonly _tag: 'AnyOf' }>

/** `anna`, `any 2 of employees`, `all of (any 1 of chair, any 2 of employees)`. */
export const formulaText = (formula: Formula): string => {
  if (formula._tag === 'Key') return formula.said
  const { count, said, of } = formula
  const isAll = count === of.length && count > 1
  const parts = said === '' ? `(${of.map(formulaText).join(', ')})` : said
  return isAll ? `all of ${parts}` : `any ${String(count)} of ${parts}`
}

/** A part that asks for more than it has, and so cannot be satisfied by anybody. */
export const impossibleIn = (formula: Formula): O.Option<AnyOf> => {
  if (formula._tag === 'Key') return O.none
  if (formula.count > formula.of.length) return O.some(formula)
  for (const part of formula.of) {
    const found = impossibleIn(part)
    if (O.isSome(found)) return found
  }
  return O.none
}

/** The smallest part that is not met and that all of them had to be: what people lack. */
export const unmetIn = (present: (key: string) => boolean, formula: Formula): Formula => {
  if (formula._tag === 'Key' || formula.count < formula.of.length || formula.said !== '') return formula
  const unmet = formula.of.find((part) => !isSatisfiedBy(present)(part))
  return unmet === undefined ? formula : unmetIn(present, unmet)
}

/**
 * What can be done where no weights do it. Where all of some parts are asked for, each part can be an
 * account of its own, and a transaction with an operation of each takes the signatures of all. Where one
 * of some parts is enough, no such thing is known: an account has one rule a level. Nothing is proposed
 * that was not found.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type { ThresholdLevel } from '../../../kernel/model/index.js'
import type { Formula } from '../../policy/index.js'
import type { Rule } from './rule.js'
import { STANDARD_EFFORT, synthesize, type Synthesis } from './synthesize.js'
import type { Wish } from './wish.js'

/** A part of a formula that an account can have exactly. */
export interface Possible {
  readonly formula: Formula
  readonly rule: Rule
}

/** What can be done instead. */
export type Instead =
  /** Several accounts; a transaction with an operation of each takes all that was wished for. */
  | { readonly _tag: 'Accounts'; readonly level: ThresholdLevel; readonly accounts: readonly Possible[] }
  /** Each of these is possible, and not that one of them is enough. */
  | { readonly _tag: 'Alternatives'; readonly level: ThresholdLevel; readonly parts: readonly Possible[] }
  /** Each of these levels is possible alone, and not all on one account. */
  | { readonly _tag: 'LevelsApart'; readonly levels: readonly ThresholdLevel[] }
  | { readonly _tag: 'Nothing' }

const NOTHING: Instead = { _tag: 'Nothing' }

const allOf = (parts: readonly Formula[]): Formula => {
  const [first, second] = parts
  return first !== undefined && second === undefined
    ? first
    : { _tag: 'AnyOf', count: parts.length, said: '', of: parts }
}

/** Parts that are all needed, however deep they stand. A group by its name is one part. */
const needed = (formula: Formula): readonly Formula[] =>
  formula._tag === 'AnyOf' && formula.count === formula.of.length && isMadeOfFormulas(formula)
    ? formula.of.flatMap(needed)
    : [formula]

const isMadeOfFormulas = ({ of }: Extract<Formula, { readonly _tag: 'AnyOf' }>): boolean =>
  of.some(({ _tag }) => _tag === 'AnyOf')

/** Parts of which one is enough. */
const enough = (formula: Formula): readonly Formula[] =>
  formula._tag === 'AnyOf' && formula.count === 1 && isMadeOfFormulas(formula)
    ? formula.of.flatMap(enough)
    : [formula]

const possible = (level: ThresholdLevel, formula: Formula): O.Option<Possible> => {
  const found = synthesize({ wishes: [{ level, exactly: formula }], master: O.none }, STANDARD_EFFORT)
  return E.isRight(found) && found.right._tag === 'Found'
    ? O.some({ formula, rule: found.right.rule })
    : O.none
}

/** Parts that one account can have together are one account: each goes to the first that takes it. */
const accountsFor = (level: ThresholdLevel, parts: readonly Formula[]): O.Option<readonly Possible[]> => {
  const accounts: { readonly parts: readonly Formula[]; readonly possible: Possible }[] = []
  for (const part of parts) {
    const joined = accounts.map((account) => possible(level, allOf([...account.parts, part])))
    const at = joined.findIndex(O.isSome)
    const found = joined[at] ?? possible(level, part)
    if (O.isNone(found)) return O.none
    if (at < 0) accounts.push({ parts: [part], possible: found.value })
    else accounts[at] = { parts: [...(accounts[at]?.parts ?? []), part], possible: found.value }
  }
  return O.some(accounts.map((account) => account.possible))
}

const insteadOf = ({ level, exactly }: Wish): Instead => {
  const parts = needed(exactly)
  if (parts.length > 1) {
    const accounts = accountsFor(level, parts)
    return O.isSome(accounts) && accounts.value.length > 1
      ? { _tag: 'Accounts', level, accounts: accounts.value }
      : NOTHING
  }
  const ways = enough(exactly)
  const found = ways.length > 1 ? ways.map((part) => possible(level, part)) : []
  return found.length > 0 && found.every(O.isSome)
    ? { _tag: 'Alternatives', level, parts: found.map(({ value }) => value) }
    : NOTHING
}

/** What can be done instead of wishes that no weights fulfil. */
export const insteadFor = (wishes: readonly Wish[], synthesis: Synthesis): Instead => {
  if (synthesis._tag === 'Found' || synthesis._tag === 'GaveUp') return NOTHING
  const levels =
    synthesis._tag === 'Impossible'
      ? new Set(synthesis.trade.winning.map(({ level }) => level))
      : new Set(
          wishes.filter(({ level, exactly }) => O.isNone(possible(level, exactly))).map(({ level }) => level),
        )
  const meant = wishes.filter(({ level }) => levels.has(level))
  const [only, ...others] = meant
  if (only === undefined) return { _tag: 'LevelsApart', levels: wishes.map(({ level }) => level) }
  if (others.length === 0) return insteadOf(only)
  return synthesis._tag === 'Impossible' &&
    meant.every(({ level, exactly }) => O.isSome(possible(level, exactly)))
    ? { _tag: 'LevelsApart', levels: meant.map(({ level }) => level) }
    : NOTHING
}

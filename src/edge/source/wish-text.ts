/**
 * Wishes as people write them on a command line: `chair and any 2 of directors`. Names joined by `and` or
 * by `or`, parentheses, and `any K of …`, `K of …`, `all of …` before a name, names with commas, or a list
 * in parentheses. A name of a group alone is all of it, as in a policy.
 */
import * as E from 'fp-ts/lib/Either.js'
import { keysIn, type Formula } from '../../advice/policy/index.js'
import { failure, type Failure } from '../../kernel/model/index.js'
import { MOST_MEMBERS } from './policy/members.js'
import { quoted } from './quoted.js'
import { didYouMean } from './text/nearest-name.js'
import { wrongAt, type Token } from './wish-tokens.js'
import { writtenWish, type Written } from './wish-syntax.js'

/** A key with the name that people have for it. */
export interface Member {
  readonly alias: string
  readonly key: string
}

/** What a name stands for. */
export type Meaning =
  | { readonly _tag: 'Key'; readonly member: Member }
  | { readonly _tag: 'Group'; readonly members: readonly Member[] }

/** The names that a wish may use. */
export interface Naming {
  readonly names: readonly string[]
  readonly meaningOf: (name: string) => Meaning | undefined
}

/** A wish that is being resolved. */
interface Scope {
  readonly text: string
  readonly naming: Naming
}

type Found<A> = E.Either<Failure, A>

const refuse = ({ text }: Scope, { at }: Token, message: string): Found<never> =>
  E.left(wrongAt(text, at, message))

const meaning = ({ naming }: Scope, { text }: Token): Found<Meaning> =>
  E.fromNullable(
    failure(
      'undefined-alias',
      `${quoted(text)} is no key and no group`,
      `${didYouMean(naming.names)(text)}define it under \`keys\` or \`groups\``,
    ),
  )(naming.meaningOf(text))

const keyOf = ({ alias, key }: Member): Formula => ({ _tag: 'Key', said: alias, key })

const membersOf = (found: Meaning): readonly Member[] =>
  found._tag === 'Key' ? [found.member] : found.members

/** A key, or all of a group. */
const ofName = (scope: Scope, name: Token): Found<Formula> => {
  const found = meaning(scope, name)
  if (E.isLeft(found)) return found
  if (found.right._tag === 'Key') return E.right(keyOf(found.right.member))
  const of = found.right.members.map(keyOf)
  return of.length === 0
    ? refuse(scope, name, `group ${quoted(name.text)} has no members`)
    : E.right({ _tag: 'AnyOf', count: of.length, said: name.text, of })
}

const each = <A, B>(items: readonly A[], read: (item: A) => Found<B>): Found<readonly B[]> => {
  const found: B[] = []
  for (const item of items) {
    const one = read(item)
    if (E.isLeft(one)) return one
    found.push(one.right)
  }
  return E.right(found)
}

/** Names alone: the keys that they stand for, each once. */
const ofNames = (scope: Scope, names: readonly Token[]): Found<readonly Formula[]> => {
  const found = each(names, (name) => meaning(scope, name))
  if (E.isLeft(found)) return found
  const members = found.right.flatMap(membersOf)
  const twice = members.find(({ key }, at) => members.findIndex((one) => one.key === key) < at)
  const [first] = names
  return twice !== undefined && first !== undefined
    ? refuse(scope, first, `the list names key ${quoted(twice.alias)} twice`)
    : E.right(members.map(keyOf))
}

/** Parts of a list: where all are names, they are keys; otherwise each part is a formula. */
const partsOf = (scope: Scope, of: readonly Written[]): Found<readonly Formula[]> => {
  const names = of.flatMap((one) => (one._tag === 'Name' ? [one.name] : []))
  if (names.length === of.length) return ofNames(scope, names)
  const group = names.find(({ text }) => scope.naming.meaningOf(text)?._tag === 'Group')
  return group === undefined
    ? each(of, (one) => resolved(scope, one))
    : refuse(
        scope,
        group,
        `group ${quoted(group.text)} stands beside formulas: write \`all of\` or \`any K of\` before it`,
      )
}

const ofSome = (scope: Scope, { at, count, of }: Extract<Written, { _tag: 'Some' }>): Found<Formula> => {
  const parts = partsOf(scope, of)
  if (E.isLeft(parts)) return parts
  const many = count === 'all' ? parts.right.length : count
  if (many < 1 || many > parts.right.length)
    return refuse(scope, at, `${String(many)} of ${String(parts.right.length)} is asked for`)
  const [first, second] = of
  const said = first?._tag === 'Name' && second === undefined ? first.name.text : ''
  return E.right({ _tag: 'AnyOf', count: many, said, of: parts.right })
}

const resolved = (scope: Scope, written: Written): Found<Formula> => {
  switch (written._tag) {
    case 'Name':
      return ofName(scope, written.name)
    case 'Some':
      return ofSome(scope, written)
    case 'Joined':
      return E.map((of: readonly Formula[]): Formula => ({
        _tag: 'AnyOf',
        count: written.word === 'or' ? 1 : of.length,
        said: '',
        of,
      }))(each(written.parts, (part) => resolved(scope, part)))
  }
}

/**
 * A wish as a formula.
 *
 * Failures: `bad-wish`, `too-large`, `undefined-alias`.
 */
export const parseWish =
  (naming: Naming) =>
  (text: string): E.Either<Failure, Formula> => {
    const written = writtenWish(text)
    if (E.isLeft(written)) return written
    const formula = resolved({ text, naming }, written.right)
    return E.isRight(formula) && keysIn(formula.right).length > MOST_MEMBERS
      ? E.left(failure('too-large', `the wish names more than ${String(MOST_MEMBERS)} keys`))
      : formula
  }

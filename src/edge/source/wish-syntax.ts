/** The form of a wish, before anybody knows what its names stand for. */
import * as E from 'fp-ts/lib/Either.js'
import type { Failure } from '../../kernel/model/index.js'
import { quoted } from './quoted.js'
import { tokensOf, wrongAt, type Token } from './wish-tokens.js'

/** A wish as it is written. */
export type Written =
  | { readonly _tag: 'Name'; readonly name: Token }
  /** `any 2 of …`, `all of …`. */
  | {
      readonly _tag: 'Some'
      readonly at: Token
      readonly count: number | 'all'
      readonly of: readonly Written[]
    }
  /** Two parts or more. */
  | { readonly _tag: 'Joined'; readonly word: 'and' | 'or'; readonly parts: readonly Written[] }

const KEYWORDS: readonly string[] = ['and', 'or', 'any', 'all', 'of', '(', ')', ',']

const DEEPEST = 20

/** A wish while it is read. */
interface Cursor {
  readonly text: string
  readonly tokens: readonly Token[]
  next: number
  depth: number
}

/** Why reading stopped. It never leaves this file. */
class Stopped extends Error {
  readonly why: Failure

  constructor(why: Failure) {
    super(why.message)
    this.why = why
  }
}

const stop = ({ text }: Cursor, message: string, token: Token | undefined): never => {
  throw new Stopped(wrongAt(text, token?.at ?? text.length, message))
}

const peek = ({ tokens, next }: Cursor): Token | undefined => tokens[next]

const take = (cursor: Cursor): Token =>
  cursor.tokens[cursor.next++] ?? stop(cursor, 'the wish ends too early', undefined)

const skip = (cursor: Cursor, sign: string): boolean => {
  if (peek(cursor)?.text !== sign) return false
  cursor.next += 1
  return true
}

const expect = (cursor: Cursor, sign: string): void => {
  if (!skip(cursor, sign)) stop(cursor, `\`${sign}\` is expected`, peek(cursor))
}

const nameAt = (cursor: Cursor): Written => {
  const name = take(cursor)
  return KEYWORDS.includes(name.text)
    ? stop(cursor, `${quoted(name.text)} stands where a name is expected`, name)
    : { _tag: 'Name', name }
}

const within = <A>(cursor: Cursor, read: (cursor: Cursor) => A): A => {
  if (++cursor.depth > DEEPEST) stop(cursor, 'parentheses are nested too deeply', peek(cursor))
  const inner = read(cursor)
  cursor.depth -= 1
  expect(cursor, ')')
  return inner
}

const listOf = (cursor: Cursor, read: (cursor: Cursor) => Written): readonly Written[] => {
  const items = [read(cursor)]
  while (skip(cursor, ',')) items.push(read(cursor))
  return items
}

/** What stands after `of`: names with commas, or anything in parentheses. */
const some = (cursor: Cursor, at: Token, count: number | 'all'): Written => {
  expect(cursor, 'of')
  const of = skip(cursor, '(') ? within(cursor, (inner) => listOf(inner, expression)) : listOf(cursor, nameAt)
  return { _tag: 'Some', at, count, of }
}

const isNumber = ({ text }: Token): boolean => /^[0-9]{1,3}$/.test(text)

const factor = (cursor: Cursor): Written => {
  const token = take(cursor)
  if (token.text === '(') return within(cursor, expression)
  if (token.text === 'all') return some(cursor, token, 'all')
  if (token.text === 'any') {
    const number = take(cursor)
    if (!isNumber(number)) stop(cursor, 'a number is expected after `any`', number)
    return some(cursor, token, Number(number.text))
  }
  if (isNumber(token) && peek(cursor)?.text === 'of') return some(cursor, token, Number(token.text))
  cursor.next -= 1
  return nameAt(cursor)
}

const expression = (cursor: Cursor): Written => {
  const first = factor(cursor)
  const word = peek(cursor)?.text
  if (word !== 'and' && word !== 'or') return first
  const parts = [first]
  while (skip(cursor, word)) parts.push(factor(cursor))
  const after = peek(cursor)
  if (after?.text === 'and' || after?.text === 'or')
    stop(cursor, '`and` and `or` are mixed: put what belongs together in parentheses', after)
  return { _tag: 'Joined', word, parts }
}

/**
 * The form of a wish.
 *
 * Failures: `bad-wish`, `too-large`.
 */
export const writtenWish = (text: string): E.Either<Failure, Written> => {
  const tokens = tokensOf(text)
  if (E.isLeft(tokens)) return tokens
  const cursor: Cursor = { text, tokens: tokens.right, next: 0, depth: 0 }
  try {
    const written = expression(cursor)
    const rest = peek(cursor)
    return rest === undefined ? E.right(written) : E.left(wrongAt(text, rest.at, 'the wish should end'))
  } catch (error) {
    if (error instanceof Stopped) return E.left(error.why)
    throw error
  }
}

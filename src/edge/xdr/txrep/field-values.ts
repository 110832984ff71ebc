/** Values of fields, as the type of the field wants them: one word, a member of an enum, so many bytes. */
import * as E from 'fp-ts/lib/Either.js'
import type { EnumShape } from './shape.js'
import { firstWordOf, parseInteger, type Parsed } from './values.js'

/** A value that is one word, such as all but texts are. */
export const word =
  <T>(parse: (text: string) => Parsed<T>) =>
  (text: string): Parsed<T> =>
    parse(firstWordOf(text))

/** A truth value. */
export const parseBool = word((text): Parsed<boolean> =>
  text === 'true' || text === 'false' ? E.right(text === 'true') : E.left('`true` or `false`'),
)

/** The number of a union. */
export const INT32 = { _tag: 'Int', bits: 32, isSigned: true } as const
/** The length of a list. */
export const UINT32 = { _tag: 'Int', bits: 32, isSigned: false } as const

/** A member by its name, or by its type and number: `MemoType#3`. */
export const parseMember = (shape: EnumShape) =>
  word((text): Parsed<number> => {
    const expected = `a name of the enum ${shape.name}`
    const numbered = /^([A-Za-z0-9]+)#(.+)$/.exec(text)
    if (numbered === null) {
      const value = shape.valueOf(text)
      return value === undefined ? E.left(expected) : E.right(value)
    }
    const number = parseInteger(INT32, numbered[2] ?? '')
    // The library spells some types in camel case; no two differ in that alone.
    const isType = numbered[1]?.toLowerCase() === shape.name.toLowerCase()
    return isType && E.isRight(number) && shape.nameOf(Number(number.right)) !== undefined
      ? E.right(Number(number.right))
      : E.left(expected)
  })

/** Bytes of which there must be so many. */
export const bounded =
  <T extends { readonly length: number }>(parse: (text: string) => Parsed<T>, min: number, max: number) =>
  (text: string): Parsed<T> => {
    const value = parse(text)
    if (E.isLeft(value) || (value.right.length >= min && value.right.length <= max)) return value
    return E.left(min === max ? `${String(min)} bytes` : `at most ${String(max)} bytes`)
  }

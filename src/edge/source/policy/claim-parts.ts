/** The smaller parts of claims: units, bounds, fractions, what to compare with. */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { rational, type Rational } from '../../../advice/coalition/index.js'
import { UNIT_KINDS, type UnitKind } from '../../../advice/policy/index.js'
import { failure, type Failure } from '../../../kernel/model/index.js'
import { quoted } from '../quoted.js'
import { problem, refuse, struct, unless, type Problem, type Read } from '../tree/problem.js'
import {
  choiceIn,
  countIn,
  entryOf,
  found,
  mapIn,
  required,
  textIn,
  unknownKeys,
} from '../tree/tree-reader.js'
import type { MapTree, Tree } from '../tree/tree.js'

/** A closed map of a claim, all of whose entries in `needed` are there. */
export const closedMap =
  (what: string, needed: readonly string[], optional: readonly string[] = []) =>
  (tree: Tree): Read<MapTree> => {
    const fields = [...needed, ...optional]
    const map = mapIn(what, `a map of ${fields.map(quoted).join(' and ')}`)(tree)
    if (E.isLeft(map)) return map
    const missing = needed
      .filter((name) => entryOf(name)(map.right) === undefined)
      .map((name) =>
        problem(map.right.offset, () => failure('missing-key', `\`${name}\` is missing in ${what}`)),
      )
    return unless([...unknownKeys(what, fields)(map.right), ...missing])(map)
  }

/** One part of a closed map that is there. */
export const partOf = <A>(map: MapTree, name: string, read: (tree: Tree) => Read<A>): Read<A> =>
  required(name, (): Failure => failure('missing-key', `\`${name}\` is missing`), map.offset, read)(map)

/** A part that may be left out. */
export const maybePart = <A>(
  map: MapTree,
  name: string,
  read: (tree: Tree) => Read<A>,
): Read<O.Option<A>> => {
  const entry = entryOf(name)(map)
  return entry === undefined ? E.right(O.none) : E.map((value: A) => O.some(value))(read(entry.value))
}

/** A kind of unit. */
export const unitIn = (what: string): ((tree: Tree) => Read<UnitKind>) => choiceIn(what, UNIT_KINDS)

/** `{ by: holder }`. */
export const byIn =
  (what: string) =>
  (tree: Tree): Read<UnitKind> => {
    const map = closedMap(what, ['by'])(tree)
    return E.isLeft(map) ? map : partOf(map.right, 'by', unitIn(`\`by\` of ${what}`))
  }

/** `{ lose: 2, by: key }`, or with `steal`. */
export const unitsIn =
  (what: string, verb: 'lose' | 'steal') =>
  (tree: Tree): Read<{ readonly count: number; readonly by: UnitKind }> => {
    const map = closedMap(what, [verb, 'by'])(tree)
    return E.isLeft(map)
      ? map
      : struct<{ readonly count: number; readonly by: UnitKind }>({
          count: partOf(map.right, verb, countIn(`\`${verb}\` of ${what}`)),
          by: partOf(map.right, 'by', unitIn(`\`by\` of ${what}`)),
        })
  }

/** From, to, or both. */
export interface Bounds<A> {
  readonly atLeast: O.Option<A>
  readonly atMost: O.Option<A>
}

const boundProblems = <A>(
  what: string,
  map: MapTree,
  { atLeast, atMost }: Bounds<A>,
  isAbove: (a: A, b: A) => boolean,
): readonly Problem[] => {
  if (O.isNone(atLeast) && O.isNone(atMost))
    return [
      problem(map.offset, () =>
        failure('missing-key', `${what} says no bound`, 'write `at-least`, `at-most` or both'),
      ),
    ]
  return O.isSome(atLeast) && O.isSome(atMost) && isAbove(atLeast.value, atMost.value)
    ? [
        problem(map.offset, () =>
          failure(
            'bounds-crossed',
            `\`at-least\` is above \`at-most\` in ${what}`,
            'nothing is between them',
          ),
        ),
      ]
    : []
}

/** `at-least` and `at-most` of a map, of which one has to be there. */
export const boundsOf =
  <A>(what: string, read: (what: string) => (tree: Tree) => Read<A>, isAbove: (a: A, b: A) => boolean) =>
  (map: MapTree): Read<Bounds<A>> => {
    const bounds = struct<Bounds<A>>({
      atLeast: maybePart(map, 'at-least', read(`\`at-least\` of ${what}`)),
      atMost: maybePart(map, 'at-most', read(`\`at-most\` of ${what}`)),
    })
    return E.isLeft(bounds) ? bounds : unless(boundProblems(what, map, bounds.right, isAbove))(bounds)
  }

const FRACTION = /^(0|[1-9][0-9]{0,8})(?:\/([1-9][0-9]{0,8}))?$/

/** Whether a fraction is above another. */
export const isAbove = (a: Rational, b: Rational): boolean =>
  a.numerator * b.denominator > b.numerator * a.denominator

/** `1/4`, `0` or `1`. */
export const fractionIn =
  (what: string) =>
  (tree: Tree): Read<Rational> => {
    const text = textIn(what, 'a fraction such as `1/4`')(tree)
    if (E.isLeft(text)) return text
    const [, numerator, denominator = '1'] = FRACTION.exec(text.right) ?? []
    const value = numerator === undefined ? undefined : rational(BigInt(numerator), BigInt(denominator))
    return value === undefined || isAbove(value, rational(1n, 1n))
      ? refuse(tree.offset, () =>
          failure(
            'bad-fraction',
            `${what} is ${found(tree)}; expected a fraction from 0 to 1`,
            'write it as `1/4`: decimals would be rounded',
          ),
        )
      : E.right(value)
  }

/** Readers for the parts of a tree: what was expected, what was found, what is allowed. */
import * as E from 'fp-ts/lib/Either.js'
import { failure, MAX_WEIGHT, type Failure, type Weight } from '../../../kernel/model/index.js'
import { didYouMean } from '../text/nearest-name.js'
import { problem, refuse, type Problem, type Read } from './problem.js'
import { listed, quoted } from '../quoted.js'
import type { Entry, MapTree, Tree } from './tree.js'

/** What a tree is, in words that follow "found". */
export const found = (tree: Tree): string => {
  switch (tree._tag) {
    case 'Map':
      return 'a map'
    case 'List':
      return 'a list'
    case 'Nothing':
      return 'nothing'
    case 'Text':
      return tree.isQuoted ? `the text ${quoted(tree.text)} in quotes` : quoted(tree.text)
  }
}

const wrongShape = (what: string, expected: string, tree: Tree) => (): Failure =>
  failure('wrong-shape', `${what} is ${found(tree)}; expected ${expected}`)

/** The tree as a map. */
export const mapIn =
  (what: string, expected: string) =>
  (tree: Tree): Read<MapTree> =>
    tree._tag === 'Map' ? E.right(tree) : refuse(tree.offset, wrongShape(what, expected, tree))

/** The tree as a text, in quotes or not. */
export const textIn =
  (what: string, expected: string) =>
  (tree: Tree): Read<string> =>
    tree._tag === 'Text' && tree.text !== ''
      ? E.right(tree.text)
      : refuse(tree.offset, wrongShape(what, expected, tree))

/** The entry of a name. */
export const entryOf =
  (name: string) =>
  (map: MapTree): Entry | undefined =>
    map.entries.find((entry) => entry.name === name)

/** Names that a closed map may not have. */
export const unknownKeys =
  (where: string, allowed: readonly string[]) =>
  (map: MapTree): readonly Problem[] =>
    map.entries
      .filter(({ name }) => !allowed.includes(name))
      .map(({ name, offset }) =>
        problem(offset, () =>
          failure(
            'unknown-key',
            `unknown key ${quoted(name)} in ${where}`,
            `${didYouMean(allowed)(name)}allowed here: ${listed(allowed)}`,
          ),
        ),
      )

/** Reads an entry that must be there; where it is not, the problem stands at the name of its map. */
export const required =
  <A>(name: string, why: () => Failure, offset: number, read: (tree: Tree, offset: number) => Read<A>) =>
  (map: MapTree): Read<A> => {
    const entry = entryOf(name)(map)
    return entry === undefined ? refuse(offset, why) : read(entry.value, entry.offset)
  }

/** The items of a list that holds something. */
export const listIn =
  (what: string, expected: string) =>
  (tree: Tree): Read<readonly Tree[]> => {
    if (tree._tag !== 'List') return refuse(tree.offset, wrongShape(what, expected, tree))
    return tree.items.length > 0
      ? E.right(tree.items)
      : refuse(tree.offset, () =>
          failure('wrong-shape', `${what} is an empty list; expected ${expected}`, 'leave it out'),
        )
  }

/** `true` or `false`, without quotes. */
export const truthIn =
  (what: string) =>
  (tree: Tree): Read<boolean> =>
    tree._tag === 'Text' && !tree.isQuoted && (tree.text === 'true' || tree.text === 'false')
      ? E.right(tree.text === 'true')
      : refuse(tree.offset, wrongShape(what, '`true` or `false`', tree))

/** One of some words. */
export const choiceIn =
  <W extends string>(what: string, words: readonly W[]) =>
  (tree: Tree): Read<W> => {
    const word = words.find((one) => tree._tag === 'Text' && tree.text === one)
    if (word !== undefined) return E.right(word)
    return refuse(tree.offset, () =>
      failure(
        'unknown-word',
        `${what} is ${found(tree)}`,
        `${tree._tag === 'Text' ? didYouMean(words)(tree.text) : ''}expected one of ${listed(words)}`,
      ),
    )
  }

const PLAIN_WHOLE = /^(?:0|[1-9][0-9]*)$/

/** Which whole numbers are meant, and how failures are called: `weight-not-a-number`, `weight-out-of-range`. */
interface Whole {
  readonly what: string
  readonly least: number
  readonly most: number
  readonly code: string
}

/** A whole number in plain decimal digits: no sign, no fraction, no quotes. */
const wholeIn =
  ({ what, least, most, code }: Whole) =>
  (tree: Tree): Read<number> => {
    const said = (fault: 'not-a-number' | 'out-of-range', help?: string) => () =>
      failure(
        `${code}-${fault}`,
        `${what} is ${found(tree)}; expected a whole number from ${String(least)} to ${String(most)}`,
        help,
      )
    if (tree._tag !== 'Text') return refuse(tree.offset, said('not-a-number'))
    if (tree.isQuoted) return refuse(tree.offset, said('not-a-number', 'write it without quotes'))
    if (/^-?[0-9]+$/.test(tree.text) && !PLAIN_WHOLE.test(tree.text))
      return refuse(tree.offset, said(tree.text.startsWith('-') ? 'out-of-range' : 'not-a-number'))
    if (!PLAIN_WHOLE.test(tree.text)) return refuse(tree.offset, said('not-a-number', 'write plain digits'))
    const number = Number(tree.text)
    return number >= least && number <= most ? E.right(number) : refuse(tree.offset, said('out-of-range'))
  }

/** A weight or threshold, 0 to 255. */
export const weightIn = (what: string): ((tree: Tree) => Read<Weight>) =>
  wholeIn({ what, least: 0, most: MAX_WEIGHT, code: 'weight' })

/** More of anything is in no policy. */
const MOST_COUNTED = 1000

/** How many of something: at least one. */
export const countIn = (what: string): ((tree: Tree) => Read<number>) =>
  wholeIn({ what, least: 1, most: MOST_COUNTED, code: 'count' })

/** A number of a rule, in the range that the rule declares. */
export const numberIn = (what: string, least: number, most: number): ((tree: Tree) => Read<number>) =>
  wholeIn({ what, least, most, code: 'number' })

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

const PLAIN_WHOLE = /^(?:0|[1-9][0-9]*)$/
const WEIGHT = `a whole number from 0 to ${String(MAX_WEIGHT)}`

/** A weight or threshold: plain decimal digits, no sign, no fraction, no quotes, 0 to 255. */
export const weightIn =
  (what: string) =>
  (tree: Tree): Read<Weight> => {
    const said = (code: string, help?: string) => () =>
      failure(code, `${what} is ${found(tree)}; expected ${WEIGHT}`, help)
    if (tree._tag !== 'Text') return refuse(tree.offset, said('weight-not-a-number'))
    if (tree.isQuoted) return refuse(tree.offset, said('weight-not-a-number', 'write it without quotes'))
    if (/^-?[0-9]+$/.test(tree.text) && !PLAIN_WHOLE.test(tree.text))
      return refuse(
        tree.offset,
        said(tree.text.startsWith('-') ? 'weight-out-of-range' : 'weight-not-a-number'),
      )
    if (!PLAIN_WHOLE.test(tree.text))
      return refuse(tree.offset, said('weight-not-a-number', 'write plain digits'))
    const weight = Number(tree.text)
    return weight <= MAX_WEIGHT ? E.right(weight) : refuse(tree.offset, said('weight-out-of-range'))
  }

/**
 * What an account file says of a key beside the key itself: who holds it, on which device, of which
 * vendor, and where its copies are. Nothing here decides authority; it says what falls at one stroke.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { failure } from '../../../kernel/model/index.js'
import { quoted } from '../quoted.js'
import { all, problem, refuse, struct, unless, type Problem, type Read } from '../tree/problem.js'
import { entryOf, textIn, unknownKeys } from '../tree/tree-reader.js'
import type { MapTree, Tree } from '../tree/tree.js'

/** Of one key. A key has copies in all its locations, and none is known where there are none. */
export interface KeyMetadata {
  readonly holder: O.Option<string>
  readonly device: O.Option<string>
  readonly vendor: O.Option<string>
  readonly location: readonly string[]
}

/** Where nothing is said of a key. */
export const NO_METADATA: KeyMetadata = { holder: O.none, device: O.none, vendor: O.none, location: [] }

/** What may be said of a key, the key itself among it. */
const FIELDS = ['key', 'holder', 'device', 'vendor', 'location'] as const

/** As names of keys: nothing that is written here is ever taken for a key, and none can hide a secret. */
const WORD = /^[a-z0-9][a-z0-9._-]{0,39}$/

const wordIn =
  (what: string) =>
  (tree: Tree): Read<string> => {
    const text = textIn(what, 'a word such as `zurich-office`')(tree)
    if (E.isLeft(text) || WORD.test(text.right)) return text
    return refuse(tree.offset, () =>
      failure(
        'bad-word',
        `${what} is ${quoted(text.right)}; expected a word`,
        'a word has 1 to 40 lower-case letters, digits, `-`, `_` and `.`, and starts with a letter or digit',
      ),
    )
  }

const twice = (what: string, trees: readonly Tree[], words: readonly string[]): readonly Problem[] =>
  words.flatMap((word, index) =>
    words.indexOf(word) === index
      ? []
      : [
          problem(trees[index]?.offset ?? 0, () =>
            failure('word-twice', `${what} names ${quoted(word)} twice`, 'name each place once'),
          ),
        ],
  )

const placesIn =
  (what: string) =>
  (tree: Tree): Read<readonly string[]> => {
    if (tree._tag !== 'List') return E.map((word: string) => [word])(wordIn(what)(tree))
    if (tree.items.length === 0)
      return refuse(tree.offset, () =>
        failure('wrong-shape', `${what} is an empty list; expected at least one place`, 'leave it out'),
      )
    const words = all(tree.items.map(wordIn(what)))
    return E.isLeft(words) ? words : unless(twice(what, tree.items, words.right))(words)
  }

const optional = <A>(entry: Tree | undefined, otherwise: A, read: (tree: Tree) => Read<A>): Read<A> =>
  entry === undefined ? E.right(otherwise) : read(entry)

/** What the map of a key says beside `key`. */
export const readMetadata =
  (alias: string) =>
  (map: MapTree): Read<KeyMetadata> => {
    const valueOf = (name: (typeof FIELDS)[number]): Tree | undefined => entryOf(name)(map)?.value
    const what = (name: string): string => `the ${name} of ${quoted(alias)}`
    const word = (name: 'holder' | 'device' | 'vendor'): Read<O.Option<string>> =>
      optional<O.Option<string>>(valueOf(name), O.none, (tree) =>
        E.map((said: string) => O.some(said))(wordIn(what(name))(tree)),
      )
    return unless(unknownKeys(`key ${quoted(alias)}`, FIELDS)(map))(
      struct<KeyMetadata>({
        holder: word('holder'),
        device: word('device'),
        vendor: word('vendor'),
        location: optional<readonly string[]>(valueOf('location'), [], placesIn(what('location'))),
      }),
    )
  }

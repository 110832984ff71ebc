/**
 * What a policy says of a key beside the key itself: who holds it, on which device, of which vendor,
 * where its copies are, since when. Nothing here decides authority; it says what falls at one stroke.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { CUSTODIES, type Day, type PolicyKey } from '../../../advice/policy/index.js'
import { failure } from '../../../kernel/model/index.js'
import { quoted } from '../quoted.js'
import { all, problem, refuse, struct, unless, type Problem, type Read } from '../tree/problem.js'
import { choiceIn, entryOf, truthIn, unknownKeys } from '../tree/tree-reader.js'
import type { MapTree, Tree } from '../tree/tree.js'
import { dayIn } from './day.js'
import { readProof } from './key-proof.js'
import { secondTimes } from './second-times.js'
import { wordIn } from './word.js'

/** Of one key. */
export type KeyFacts = Omit<PolicyKey, 'alias' | 'key' | 'place'>

/** Where nothing is said of a key. */
export const NO_FACTS: KeyFacts = {
  holder: O.none,
  role: O.none,
  device: O.none,
  vendor: O.none,
  location: [],
  custody: O.none,
  online: O.none,
  added: O.none,
  lost: O.none,
  proof: O.none,
}

/** What may be said of a key, the key itself among it. */
const FIELDS = [
  'key',
  'holder',
  'role',
  'device',
  'vendor',
  'location',
  'custody',
  'online',
  'added',
  'lost',
  'proof',
] as const

type Field = (typeof FIELDS)[number]

const twice = (what: string, trees: readonly Tree[], words: readonly string[]): readonly Problem[] =>
  secondTimes(words).map((index) =>
    problem(trees[index]?.offset ?? 0, () =>
      failure('word-twice', `${what} names ${quoted(words[index] ?? '')} twice`, 'name each place once'),
    ),
  )

const placesIn =
  (what: string) =>
  (tree: Tree): Read<readonly string[]> => {
    if (tree._tag !== 'List') return E.map((word: string) => [word])(wordIn(what)(tree))
    if (tree.items.length === 0)
      return refuse(tree.offset, () =>
        failure('wrong-shape', `${what} is an empty list; expected at least one place`, 'leave it out'),
      )
    const words = all(tree.items.map((item) => wordIn(what)(item)))
    return E.isLeft(words) ? words : unless(twice(what, tree.items, words.right))(words)
  }

const lostBefore = (
  alias: string,
  tree: Tree | undefined,
  added: Read<O.Option<Day>>,
  lost: Read<O.Option<Day>>,
) =>
  E.isRight(added) &&
  E.isRight(lost) &&
  O.isSome(added.right) &&
  O.isSome(lost.right) &&
  lost.right.value < added.right.value
    ? [
        problem(tree?.offset ?? 0, () =>
          failure('bad-day', `${quoted(alias)} was lost before it was added`, 'correct one of the days'),
        ),
      ]
    : []

/** What the map of a key says beside `key`. */
export const readMetadata =
  (alias: string) =>
  (map: MapTree): Read<KeyFacts> => {
    const valueOf = (name: Field): Tree | undefined => entryOf(name)(map)?.value
    const what = (name: Field): string => `the ${name} of ${quoted(alias)}`
    const said = <A>(name: Field, read: (tree: Tree) => Read<A>): Read<O.Option<A>> => {
      const tree = valueOf(name)
      return tree === undefined ? E.right(O.none) : E.map((value: A) => O.some(value))(read(tree))
    }
    const word = (name: Field): Read<O.Option<string>> => said(name, wordIn(what(name)))
    const places = valueOf('location')
    const added = said('added', dayIn(`the day on which ${quoted(alias)} was added`))
    const lost = said('lost', dayIn(`the day on which ${quoted(alias)} was lost`))
    return unless([
      ...unknownKeys(`key ${quoted(alias)}`, FIELDS)(map),
      ...lostBefore(alias, valueOf('lost'), added, lost),
    ])(
      struct<KeyFacts>({
        holder: word('holder'),
        role: word('role'),
        device: word('device'),
        vendor: word('vendor'),
        location: places === undefined ? E.right([]) : placesIn(what('location'))(places),
        custody: said('custody', choiceIn(what('custody'), CUSTODIES)),
        online: said('online', truthIn(`\`online\` of ${quoted(alias)}`)),
        added,
        lost,
        proof: said('proof', readProof(alias)),
      }),
    )
  }

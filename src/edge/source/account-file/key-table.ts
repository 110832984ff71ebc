/** The `keys` section of an account file: names for keys, one each, and what is said of them. */
import * as E from 'fp-ts/lib/Either.js'
import { failure, parseSignerKey, type Failure, type SignerKey } from '../../../kernel/model/index.js'
import { problem, refuse, struct, type Problem, type Read } from '../tree/problem.js'
import { quoted } from '../quoted.js'
import { entryOf, mapIn, textIn } from '../tree/tree-reader.js'
import type { Entry, Tree } from '../tree/tree.js'
import { NO_METADATA, readMetadata, type KeyMetadata } from './key-metadata.js'

/** Keys by alias. `broken` holds aliases whose key was refused, so that it is refused once only. */
export interface KeyTable {
  readonly keys: ReadonlyMap<string, SignerKey>
  /** For the same aliases. */
  readonly metadata: ReadonlyMap<string, KeyMetadata>
  readonly broken: ReadonlySet<string>
}

export const NO_KEYS: KeyTable = { keys: new Map(), metadata: new Map(), broken: new Set() }

/**
 * Lower-case letters, digits, dots, hyphens and underscores, from a letter or digit, 40 at most: no
 * alias is ever taken for a key, and none can hide a secret.
 */
const NAME = /^[a-z0-9][a-z0-9._-]{0,39}$/

/** Refuses a name of a key or an account that is none. */
export const checkName = (what: string, { name, offset }: Entry): readonly Problem[] =>
  NAME.test(name)
    ? []
    : [
        problem(offset, () =>
          failure(
            'bad-name',
            `${quoted(name)} cannot be the name of ${what}`,
            'a name has 1 to 40 lower-case letters, digits, `-`, `_` and `.`, and starts with a letter or digit',
          ),
        ),
      ]

const literalIn = (alias: string, tree: Tree): Read<SignerKey> => {
  const text = textIn(`the key of ${quoted(alias)}`, 'a key (G…, T…, X… or P…)')(tree)
  if (E.isLeft(text)) return text
  const key = parseSignerKey(text.right)
  return E.isLeft(key) ? refuse(tree.offset, () => key.left) : key
}

/** A key, and what is said of it: `G…`, or a map with `key`. */
interface Described {
  readonly key: SignerKey
  readonly metadata: KeyMetadata
}

const noKey = (alias: string) => (): Failure =>
  failure('missing-key', `\`key\` is missing in key ${quoted(alias)}`, 'write `key: G…`')

const keyIn = (alias: string, { offset, value }: Entry): Read<Described> => {
  if (value._tag !== 'Map')
    return E.map((key: SignerKey): Described => ({ key, metadata: NO_METADATA }))(literalIn(alias, value))
  const key = entryOf('key')(value)
  return struct<Described>({
    key: key === undefined ? refuse(offset, noKey(alias)) : literalIn(alias, key.value),
    metadata: readMetadata(alias)(value),
  })
}

const keyTwice = (alias: string, before: string) => () =>
  failure(
    'key-twice',
    `${quoted(alias)} and ${quoted(before)} are the same key`,
    'keep one name for each key',
  )

/** The keys of a section, and all that is wrong with it. */
export const readKeyTable = (
  tree: Tree,
): { readonly table: KeyTable; readonly problems: readonly Problem[] } => {
  const section = mapIn('`keys`', 'a map of names to keys')(tree)
  if (E.isLeft(section)) return { table: NO_KEYS, problems: section.left }
  const problems: Problem[] = []
  const keys = new Map<string, SignerKey>()
  const metadata = new Map<string, KeyMetadata>()
  const broken = new Set<string>()
  const aliasOf = new Map<string, string>()
  for (const entry of section.right.entries) {
    problems.push(...checkName('a key', entry))
    const described = keyIn(entry.name, entry)
    if (E.isLeft(described)) {
      problems.push(...described.left)
      broken.add(entry.name)
      continue
    }
    const { key, metadata: said } = described.right
    const before = aliasOf.get(key.strkey)
    if (before !== undefined) problems.push(problem(entry.offset, keyTwice(entry.name, before)))
    else aliasOf.set(key.strkey, entry.name)
    keys.set(entry.name, key)
    metadata.set(entry.name, said)
  }
  return { table: { keys, metadata, broken }, problems }
}

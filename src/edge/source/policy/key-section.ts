/** The `keys` section: names for keys, one each, and what is said of them. */
import * as E from 'fp-ts/lib/Either.js'
import type { PolicyKey } from '../../../advice/policy/index.js'
import { failure, parseSignerKey, type Failure, type SignerKey } from '../../../kernel/model/index.js'
import { quoted } from '../quoted.js'
import { problem, refuse, struct, type Read } from '../tree/problem.js'
import { entryOf, textIn } from '../tree/tree-reader.js'
import type { Tree } from '../tree/tree.js'
import { NO_FACTS, readMetadata, type KeyFacts } from './key-metadata.js'
import type { PolicyPart } from './policy-part.js'
import {
  alsoIn,
  inPart,
  placeOf,
  readMap,
  type Item,
  type Named,
  type PartProblem,
  type Readout,
} from './sections.js'

const literalIn = (alias: string, tree: Tree): Read<SignerKey> => {
  const text = textIn(`the key of ${quoted(alias)}`, 'a key (G…, T…, X… or P…)')(tree)
  if (E.isLeft(text)) return text
  const key = parseSignerKey(text.right)
  return E.isLeft(key) ? refuse(tree.offset, () => key.left) : key
}

const noKey = (alias: string) => (): Failure =>
  failure('missing-key', `\`key\` is missing in key ${quoted(alias)}`, 'write `key: G…`')

/** A key, and what is said of it: `G…`, or a map with `key`. */
interface Described {
  readonly key: SignerKey
  readonly facts: KeyFacts
}

const describedIn = (alias: string, offset: number, value: Tree): Read<Described> => {
  if (value._tag !== 'Map')
    return E.map((key: SignerKey): Described => ({ key, facts: NO_FACTS }))(literalIn(alias, value))
  const key = entryOf('key')(value)
  return struct<Described>({
    key: key === undefined ? refuse(offset, noKey(alias)) : literalIn(alias, key.value),
    facts: readMetadata(alias)(value),
  })
}

const readKey = (item: Item): Read<PolicyKey> =>
  E.map(({ key, facts }: Described): PolicyKey => ({
    alias: item.name,
    key,
    ...facts,
    place: placeOf(item),
  }))(describedIn(item.name, item.offset, item.value))

const keyTwice = (alias: string, before: string, where: string) => (): Failure =>
  failure(
    'key-twice',
    `${quoted(alias)} and ${quoted(before)}${where} are the same key`,
    'keep one name for each key',
  )

const twice = ({ values, items }: Named<PolicyKey>): readonly PartProblem[] => {
  const first = new Map<string, Item>()
  return [...values].flatMap(([alias, { key }]) => {
    const item = items.get(alias)
    if (item === undefined) return []
    const before = first.get(key.strkey)
    if (before === undefined) {
      first.set(key.strkey, item)
      return []
    }
    const where = alsoIn(item.part, before.part)
    return [inPart(item.part)(problem(item.offset, keyTwice(alias, before.name, where)))]
  })
}

/**
 * The keys of all parts.
 *
 * Problems: `wrong-shape`, `bad-name`, `name-twice`, `key-twice`, `missing-key`, `unknown-key`, those of
 * keys (`bad-strkey`, `not-a-signer`) and of what is said of them (`bad-word`, `word-twice`,
 * `unknown-word`, `bad-day`, `bad-proof`, `bad-sentence`).
 */
export const readKeys = (parts: readonly PolicyPart[]): Readout<Named<PolicyKey>> => {
  const { value, problems } = readMap({
    section: 'keys',
    expected: 'a map of names to keys',
    what: 'a key',
  })(parts)(readKey)
  return { value, problems: [...problems, ...twice(value)] }
}

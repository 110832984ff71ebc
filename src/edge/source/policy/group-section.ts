/** The `groups` section: one name for several keys. */
import * as E from 'fp-ts/lib/Either.js'
import type { Group, PolicyKey } from '../../../advice/policy/index.js'
import { failure } from '../../../kernel/model/index.js'
import { quoted } from '../quoted.js'
import { found, textIn } from '../tree/tree-reader.js'
import { all, problem, refuse, type Problem, type Read } from '../tree/problem.js'
import type { Tree } from '../tree/tree.js'
import {
  clash,
  cycle,
  DEEPEST,
  memberTwice,
  MOST_GROUPS,
  tooDeep,
  tooMany,
  undefinedName,
} from './group-failures.js'
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
import { readSelector, type Selector } from './selector.js'

/** A group as it is written. */
type Written =
  | { readonly _tag: 'Listed'; readonly names: readonly { readonly name: string; readonly offset: number }[] }
  | { readonly _tag: 'Selected'; readonly selector: Selector }

const nameIn =
  (where: string) =>
  (tree: Tree): Read<{ readonly name: string; readonly offset: number }> =>
    E.map((name: string) => ({ name, offset: tree.offset }))(
      textIn(`a member of ${where}`, 'the name of a key or group')(tree),
    )

const readWritten = ({ name, value }: Item): Read<Written> => {
  const where = `group ${quoted(name)}`
  switch (value._tag) {
    case 'List':
      return E.map((names: readonly { readonly name: string; readonly offset: number }[]): Written => ({
        _tag: 'Listed',
        names,
      }))(all(value.items.map(nameIn(where))))
    case 'Map':
      return E.map((selector: Selector): Written => ({ _tag: 'Selected', selector }))(
        readSelector(where)(value),
      )
    case 'Text':
    case 'Nothing':
      return refuse(value.offset, () =>
        failure(
          'wrong-shape',
          `${where} is ${found(value)}; expected a list of names, or a selector such as \`{ match: "emp-*" }\``,
          'an empty group is `[]`',
        ),
      )
  }
}

/** Members of groups, by name; `names` are those that a list names, and none where a selector chose. */
interface Resolved {
  readonly aliases: readonly string[]
  readonly names: readonly string[]
}

/** What groups stand for. */
export interface Groups {
  readonly groups: ReadonlyMap<string, Group>
  /** Names that the list of a group names. */
  readonly listed: ReadonlyMap<string, readonly string[]>
  readonly broken: ReadonlySet<string>
}

/** Resolves one group after the other, each once. */
const resolver = (keys: Named<PolicyKey>, written: Named<Written>) => {
  const resolved = new Map<string, Resolved>()
  const broken = new Set(written.broken)
  const problems: PartProblem[] = []
  const way: string[] = []
  const aliases = [...keys.values.values()]
  const names = [...keys.items.keys(), ...written.items.keys()]

  const refused = (item: Item, found: Problem): undefined => {
    problems.push(inPart(item.part)(found))
    broken.add(item.name)
  }

  const aliasesOf = (name: string, offset: number, item: Item): readonly string[] | undefined => {
    if (keys.values.has(name)) return [name]
    if (keys.broken.has(name)) return []
    if (written.items.has(name)) return resolve(name)?.aliases
    return refused(item, problem(offset, undefinedName(names, name, `group ${quoted(item.name)}`)))
  }

  const listed = (group: Extract<Written, { _tag: 'Listed' }>, item: Item): Resolved | undefined => {
    const members = new Set<string>()
    let isWhole = true
    for (const { name, offset } of group.names) {
      const found = aliasesOf(name, offset, item)
      if (found === undefined) isWhole = false
      for (const alias of found ?? []) {
        if (members.has(alias)) {
          refused(item, problem(offset, memberTwice(`group ${quoted(item.name)}`, alias)))
          isWhole = false
        }
        members.add(alias)
      }
    }
    return isWhole ? { aliases: [...members], names: group.names.map(({ name }) => name) } : undefined
  }

  const resolveNew = (item: Item, group: Written): Resolved | undefined => {
    const start = way.indexOf(item.name)
    if (start >= 0) return refused(item, problem(item.offset, cycle(way.slice(start))))
    if (way.length >= DEEPEST) return refused(item, problem(item.offset, tooDeep(way[0] ?? item.name)))
    if (group._tag === 'Selected')
      return { aliases: aliases.filter(group.selector).map(({ alias }) => alias), names: [] }
    way.push(item.name)
    const found = listed(group, item)
    way.pop()
    return found
  }

  const resolve = (name: string): Resolved | undefined => {
    const before = resolved.get(name)
    const item = written.items.get(name)
    const group = written.values.get(name)
    if (before !== undefined || broken.has(name) || item === undefined || group === undefined) return before
    const found = resolveNew(item, group)
    if (found === undefined) broken.add(name)
    else resolved.set(name, found)
    return found
  }

  return { resolve, broken, problems }
}

const clashes = (keys: Named<PolicyKey>, { items }: Named<Written>): readonly PartProblem[] =>
  [...items.values()].flatMap((item) => {
    const key = keys.items.get(item.name)
    return key === undefined
      ? []
      : [inPart(item.part)(problem(item.offset, clash(item.name, alsoIn(item.part, key.part))))]
  })

const NO_GROUPS: Groups = { groups: new Map(), listed: new Map(), broken: new Set() }

/**
 * The groups of all parts.
 *
 * Problems: `wrong-shape`, `bad-name`, `name-twice`, `name-clash`, `undefined-alias`, `group-cycle`,
 * `member-twice`, `too-deep`, `too-large`, and those of selectors (`unknown-key`, `bad-pattern`,
 * `bad-word`, `unknown-word`).
 */
export const readGroups =
  (keys: Named<PolicyKey>) =>
  (parts: readonly PolicyPart[]): Readout<Groups> => {
    const { value: written, problems } = readMap({
      section: 'groups',
      expected: 'a map of names to groups',
      what: 'a group',
    })(parts)(readWritten)
    const items = [...written.items.values()]
    const [last] = items.slice(MOST_GROUPS)
    if (last !== undefined)
      return { value: NO_GROUPS, problems: [inPart(last.part)(problem(last.offset, tooMany(items.length)))] }
    const resolution = resolver(keys, written)
    const groups = new Map<string, Group>()
    const listed = new Map<string, readonly string[]>()
    for (const item of items) {
      const found = resolution.resolve(item.name)
      if (found === undefined) continue
      groups.set(item.name, { name: item.name, members: found.aliases, place: placeOf(item) })
      listed.set(item.name, found.names)
    }
    return {
      value: { groups, listed, broken: resolution.broken },
      problems: [...problems, ...clashes(keys, written), ...resolution.problems],
    }
  }

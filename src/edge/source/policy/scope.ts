/** What the names of a policy stand for, while it is read. */
import type { Group, PolicyKey } from '../../../advice/policy/index.js'
import type { SignerKey } from '../../../kernel/model/index.js'
import type { Groups } from './group-section.js'
import type { Named } from './sections.js'

/** Names of keys and groups. */
export interface Scope {
  readonly keys: ReadonlyMap<string, PolicyKey>
  readonly groups: ReadonlyMap<string, Group>
  /** The keys of each group. */
  readonly members: ReadonlyMap<string, readonly SignerKey[]>
  /** Names that stand for something whose fault was told where it is defined. */
  readonly broken: ReadonlySet<string>
  /** By StrKey. */
  readonly aliasOf: ReadonlyMap<string, string>
  /** Remembers that something refers to a name. */
  readonly use: (name: string) => void
  /** The names that something refers to. */
  readonly used: () => ReadonlySet<string>
}

/** Names that are listed by a group are referred to, and whoever is in a group that is. */
const withMembers = (names: ReadonlySet<string>, { groups, listed }: Groups): ReadonlySet<string> => {
  const used = new Set([...names, ...[...listed.values()].flat()])
  for (const name of names) for (const member of groups.get(name)?.members ?? []) used.add(member)
  return used
}

/** The scope of all parts together. */
export const scopeOf = (keys: Named<PolicyKey>, groups: Groups): Scope => {
  const names = new Set<string>()
  return {
    keys: keys.values,
    groups: groups.groups,
    members: new Map(
      [...groups.groups.values()].map(({ name, members }) => [
        name,
        members.flatMap((alias) => keys.values.get(alias)?.key ?? []),
      ]),
    ),
    broken: new Set([...keys.broken, ...groups.broken]),
    aliasOf: new Map([...keys.values.values()].map(({ key, alias }) => [key.strkey, alias])),
    use: (name) => void names.add(name),
    used: () => withMembers(names, groups),
  }
}

/** Walking the sections of all parts of a policy: entries by name, and items of lists. */
import * as E from 'fp-ts/lib/Either.js'
import type { Place, TreePath } from '../../../advice/policy/index.js'
import { failure } from '../../../kernel/model/index.js'
import { quoted, quotedName } from '../quoted.js'
import { problem, type Problem, type Read } from '../tree/problem.js'
import { entryOf, listIn, mapIn } from '../tree/tree-reader.js'
import type { Entry, Tree } from '../tree/tree.js'
import { placeIn, type PolicyPart, type SECTIONS } from './policy-part.js'
import { checkName } from './word.js'

/** A problem of one of the parts. */
export interface PartProblem extends Problem {
  readonly part: PolicyPart
}

/** What was read, as far as it could be, and all that was wrong. */
export interface Readout<A> {
  readonly value: A
  readonly problems: readonly PartProblem[]
}

type Section = (typeof SECTIONS)[number]

/** One thing to read: an entry of a map or an item of a list. */
export interface Item {
  readonly part: PolicyPart
  /** Its name, or its number. */
  readonly name: string
  readonly offset: number
  readonly value: Tree
  readonly path: TreePath
}

/** A problem, said of a part. */
export const inPart =
  (part: PolicyPart) =>
  ({ offset, describe }: Problem): PartProblem => ({ part, offset, describe })

/** The place of an item, or of something in it. */
export const placeOf = ({ part, offset, path }: Item): Place => placeIn(part)(offset, path)

/** `in the same file` is left unsaid. */
export const alsoIn = (part: PolicyPart, other: PolicyPart): string =>
  part === other ? '' : ` in ${quotedName(other.file)}`

const itemsOf = (part: PolicyPart, section: Section, entries: readonly Entry[]): readonly Item[] =>
  entries.map(({ name, offset, value }) => ({ part, name, offset, value, path: [section, name] }))

/** Values by name, and names of which the value was refused. */
export interface Named<A> {
  readonly values: ReadonlyMap<string, A>
  readonly broken: ReadonlySet<string>
  /** Where each is said, the refused ones among them. */
  readonly items: ReadonlyMap<string, Item>
}

/** Which section holds what. */
export interface MapSection {
  readonly section: Section
  /** What the section is: `a map of names to keys`. */
  readonly expected: string
  /** One of its values: `a key`. */
  readonly what: string
}

const nameTwice = (what: string, name: string, before: PolicyPart) => () =>
  failure(
    'name-twice',
    `${quoted(name)} is the name of ${what} in ${quotedName(before.file)} already`,
    'each name stands for one thing in all files: keep one of them',
  )

/** All entries of a section, over all parts. */
export const readMap =
  ({ section, expected, what }: MapSection) =>
  (parts: readonly PolicyPart[]) =>
  <A>(read: (item: Item) => Read<A>): Readout<Named<A>> => {
    const problems: PartProblem[] = []
    const values = new Map<string, A>()
    const broken = new Set<string>()
    const items = new Map<string, Item>()
    for (const part of parts) {
      const entry = entryOf(section)(part.map)
      if (entry === undefined) continue
      const map = mapIn(`\`${section}\``, expected)(entry.value)
      if (E.isLeft(map)) {
        problems.push(...map.left.map(inPart(part)))
        continue
      }
      for (const item of itemsOf(part, section, map.right.entries)) {
        problems.push(...checkName(what, item).map(inPart(part)))
        const before = items.get(item.name)
        if (before !== undefined) {
          problems.push(inPart(part)(problem(item.offset, nameTwice(what, item.name, before.part))))
          continue
        }
        items.set(item.name, item)
        const value = read(item)
        if (E.isRight(value)) values.set(item.name, value.right)
        else {
          problems.push(...value.left.map(inPart(part)))
          broken.add(item.name)
        }
      }
    }
    return { value: { values, broken, items }, problems }
  }

/** All items of a section that is a list, over all parts. */
export const readList =
  (section: Section, expected: string) =>
  (parts: readonly PolicyPart[]) =>
  <A>(read: (item: Item) => Read<A>): Readout<readonly (readonly [Item, A])[]> => {
    const problems: PartProblem[] = []
    const values: (readonly [Item, A])[] = []
    for (const part of parts) {
      const entry = entryOf(section)(part.map)
      if (entry === undefined) continue
      const list = listIn(`\`${section}\``, expected)(entry.value)
      if (E.isLeft(list)) {
        problems.push(...list.left.map(inPart(part)))
        continue
      }
      for (const [index, tree] of list.right.entries()) {
        const item: Item = {
          part,
          name: String(index + 1),
          offset: tree.offset,
          value: tree,
          path: [section, index],
        }
        const value = read(item)
        if (E.isRight(value)) values.push([item, value.right])
        else problems.push(...value.left.map(inPart(part)))
      }
    }
    return { value: values, problems }
  }

/** Names of items of which each may be there once. */
export const repeated =
  (what: string) =>
  (named: readonly (readonly [Item, string])[]): readonly PartProblem[] => {
    const first = new Map<string, Item>()
    return named.flatMap(([item, name]) => {
      const before = first.get(name)
      if (before === undefined) {
        first.set(name, item)
        return []
      }
      return [
        inPart(item.part)(
          problem(item.offset, () =>
            failure(
              'name-twice',
              `${quoted(name)} is the ${what} of two entries, the other one is entry ${before.name}${alsoIn(item.part, before.part)}`,
              'give each its own',
            ),
          ),
        ),
      ]
    })
  }

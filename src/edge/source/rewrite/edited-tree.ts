/** What edits mean, apart from any notation: a tree with them done. A rewritten text must read as this. */
import type { Edit } from '../../../advice/lint/index.js'
import type { TreePath } from '../../../advice/policy/index.js'
import type { Tree } from '../tree/tree.js'

/** Which part of a tree a step of a path names. */
const indexOf = (tree: Tree, step: string | number): number => {
  if (tree._tag === 'Map') return tree.entries.findIndex(({ name }) => name === step)
  return tree._tag === 'List' && typeof step === 'number' && step < tree.items.length ? step : -1
}

/** The tree at a path; undefined where there is none. */
export const treeAt = (tree: Tree, path: TreePath): Tree | undefined => {
  let at: Tree | undefined = tree
  for (const step of path) {
    const index: number = indexOf(at, step)
    at = at._tag === 'Map' ? at.entries[index]?.value : at._tag === 'List' ? at.items[index] : undefined
    if (at === undefined) return undefined
  }
  return at
}

const replaceAt = (tree: Tree, index: number, value: Tree): Tree => {
  if (tree._tag === 'Map')
    return { ...tree, entries: tree.entries.map((entry, i) => (i === index ? { ...entry, value } : entry)) }
  return tree._tag === 'List'
    ? { ...tree, items: tree.items.map((item, i) => (i === index ? value : item)) }
    : tree
}

const updated = (tree: Tree, path: TreePath, change: (tree: Tree) => Tree): Tree => {
  const [step, ...rest] = path
  if (step === undefined) return change(tree)
  const child = treeAt(tree, [step])
  return child === undefined ? tree : replaceAt(tree, indexOf(tree, step), updated(child, rest, change))
}

const without = (tree: Tree, step: string | number): Tree => {
  const index = indexOf(tree, step)
  if (tree._tag === 'Map') return { ...tree, entries: tree.entries.filter((_, i) => i !== index) }
  return tree._tag === 'List' ? { ...tree, items: tree.items.filter((_, i) => i !== index) } : tree
}

/** Two trees of one kind as one; a tree of nothing is any kind. */
const joined = (tree: Tree, more: Tree): Tree => {
  if (tree._tag === 'Map' && more._tag === 'Map')
    return { ...tree, entries: [...tree.entries, ...more.entries] }
  return tree._tag === 'List' && more._tag === 'List'
    ? { ...tree, items: [...tree.items, ...more.items] }
    : more
}

/** The tree with one edit done; `fragment` is what an `Append` appends. */
export const editedTree = (tree: Tree, edit: Edit, fragment: Tree | undefined): Tree => {
  switch (edit._tag) {
    case 'Set':
      return updated(tree, edit.path, ({ offset }) => ({
        _tag: 'Text',
        offset,
        text: String(edit.to),
        isQuoted: typeof edit.to === 'string',
      }))
    case 'Remove': {
      const last = edit.path.at(-1)
      return last === undefined ? tree : updated(tree, edit.path.slice(0, -1), (at) => without(at, last))
    }
    case 'Append':
      return fragment === undefined ? tree : updated(tree, edit.path, (at) => joined(at, fragment))
  }
}

/** Words that mean the same in quotes and without; numbers and truth values do not. */
const isWord = (text: string): boolean => !/^(?:-?[0-9]+|true|false)$/.test(text)

/** Whether two trees say the same, wherever they stand. */
export const sameTree = (a: Tree, b: Tree): boolean => {
  switch (a._tag) {
    case 'Nothing':
      return b._tag === 'Nothing'
    case 'Text':
      return b._tag === 'Text' && a.text === b.text && (a.isQuoted === b.isQuoted || isWord(a.text))
    case 'List':
      return (
        b._tag === 'List' &&
        a.items.length === b.items.length &&
        a.items.every((item, i) => sameTree(item, b.items[i] as Tree))
      )
    case 'Map':
      return (
        b._tag === 'Map' &&
        a.entries.length === b.entries.length &&
        a.entries.every(({ name, value }, i) => {
          const other = b.entries[i]
          return other?.name === name && sameTree(value, other.value)
        })
      )
  }
}

/** An edit that appends: where it goes, and what has to be made for it first. */
import * as E from 'fp-ts/lib/Either.js'
import type { Edit } from '../../../advice/lint/index.js'
import type { TreePath } from '../../../advice/policy/index.js'
import type { Failure } from '../../../kernel/model/index.js'
import type { Tree } from '../tree/tree.js'
import { appendParts, type Fragment, type Target } from './append-parts.js'
import { cannotEdit, noSuchPath } from './edit-failure.js'
import { editedTree, treeAt } from './edited-tree.js'
import { nameText, type Notation } from './flow-text.js'
import { way, type Located } from './located.js'
import { readTree, type Read } from './read-tree.js'
import type { Splice } from './splice.js'

type Append = Extract<Edit, { readonly _tag: 'Append' }>

/** What is appended at a path that exists: entries or items that are not there yet. */
interface Appending {
  readonly path: TreePath
  readonly fragment: Fragment
}

/** Where a path is not there, its last name becomes part of what is appended. */
const appendingAt = (depth: number, notation: Notation, { path, yaml }: Append): Appending | undefined => {
  let lines = yaml
  for (let length = path.length; length > depth; length--) {
    const name = path[length - 1]
    if (typeof name !== 'string') return undefined
    lines = [`${nameText(notation)(name)}:`, ...lines.map((line) => `  ${line}`)]
  }
  const tree = readTree(lines.join('\n'))
  return E.isLeft(tree) ? undefined : { path: path.slice(0, depth), fragment: { lines, tree: tree.right } }
}

const fits = (target: Tree | undefined, { tree }: Fragment): boolean => {
  if (target === undefined) return false
  if (tree._tag === 'Map' && target._tag === 'Map') {
    const names = new Set(target.entries.map(({ name }) => name))
    return tree.entries.every(({ name }) => !names.has(name))
  }
  const isCollection = tree._tag === 'Map' || tree._tag === 'List'
  return isCollection && (target._tag === 'Nothing' || (tree._tag === 'List' && target._tag === 'List'))
}

/** Splices, and what the text says when they are done. */
export interface Done {
  readonly splices: readonly Splice[]
  readonly tree: Tree
}

/**
 * What an edit does that appends.
 *
 * Failures: `no-such-path`, `cannot-edit`.
 */
export const append = (
  { text, tree }: Read,
  notation: Notation,
  root: Located,
  edit: Append,
): E.Either<Failure, Done> => {
  const steps = way(root, edit.path)
  const appending = appendingAt(steps.length, notation, edit)
  if (appending === undefined) return E.left(noSuchPath(edit.path))
  const { path, fragment } = appending
  const last = steps.at(-1)
  const target: Target = {
    value: last?.part.value ?? root,
    holder: last?.part,
    isInFlow: last?.parent.isFlow ?? false,
  }
  const isBare = target.value._tag !== 'Scalar' && target.value.isBare
  if (
    !fits(treeAt(tree, path), fragment) ||
    isBare ||
    (last?.part.isMarked === false && target.value._tag === 'Scalar')
  )
    return E.left(cannotEdit(path, 'it is no place for this, or holds a name of it already'))
  return E.right({
    splices: appendParts(text, notation)(fragment, target),
    tree: editedTree(tree, { ...edit, path }, fragment.tree),
  })
}

/**
 * Editing a file without printing it again: only the ranges that an edit is about change, so that every
 * comment, every blank and every line break stays where people put it. What comes out is read again and
 * must say what the edits say, and nothing else.
 */
import * as E from 'fp-ts/lib/Either.js'
import type { Edit } from '../../../advice/lint/index.js'
import type { Failure } from '../../../kernel/model/index.js'
import type { Tree } from '../tree/tree.js'
import { append, type Done } from './append-edit.js'
import { cannotEdit, noSuchPath } from './edit-failure.js'
import { inOrder } from './edit-order.js'
import { editedTree, sameTree } from './edited-tree.js'
import type { Notation } from './flow-text.js'
import { locate, way } from './located.js'
import { readTree, type Read } from './read-tree.js'
import { removePart } from './remove-part.js'
import { setValue } from './set-value.js'
import { spliced, type Splice } from './splice.js'

type Splices = E.Either<Failure, readonly Splice[]>

const notationOf = (text: string): Notation => {
  const isJson = E.tryCatch(
    (): unknown => JSON.parse(text),
    () => undefined,
  )
  return E.isRight(isJson) ? 'json' : 'yaml'
}

const oneEdit = (read: Read, notation: Notation, edit: Edit): E.Either<Failure, Done> => {
  const root = locate(read.text)
  if (edit._tag === 'Append') return append(read, notation, root, edit)
  const steps = way(root, edit.path)
  const last = steps.at(-1)
  if (last === undefined || steps.length < edit.path.length) return E.left(noSuchPath(edit.path))
  if (last.parent.isBare)
    return E.left(cannotEdit(edit.path, 'it stands in a list without brackets of its own'))
  const splices: Splices =
    edit._tag === 'Set'
      ? setValue(notation, edit.path, edit.to)(last.part)
      : E.right(removePart(read.text)(last.parent, last.part, steps.at(-2)?.part))
  return E.map((done: readonly Splice[]): Done => ({
    splices: done,
    tree: editedTree(read.tree, edit, undefined),
  }))(splices)
}

/**
 * The text with some edits done; which file they are of is not looked at. Paths mean what they mean before
 * any of the edits. Values are set, then parts appended, then parts removed.
 *
 * Failures, with nothing done: `edits-overlap`, `no-such-path`, `cannot-edit`, and those of `parseTree`.
 *
 * @example
 * applyEdits('high: 2 # two\n')([{ file, path: ['high'], _tag: 'Set', to: 3 }]) // right('high: 3 # two\n')
 */
export const applyEdits =
  (text: string) =>
  (edits: readonly Edit[]): E.Either<Failure, string> => {
    const ordered = inOrder(edits)
    if (E.isLeft(ordered)) return ordered
    const mark = text.startsWith('\ufeff') ? '\ufeff' : ''
    const body = text.slice(mark.length)
    const notation = notationOf(body)
    let before = E.map((tree: Tree): Read => ({ text: body, tree }))(readTree(body))
    for (const edit of ordered.right) {
      if (E.isLeft(before)) return before
      const done = oneEdit(before.right, notation, edit)
      if (E.isLeft(done)) return done
      const after = spliced(before.right.text, done.right.splices)
      const tree = readTree(after)
      // A comment below a text in `|`, for one, is part of the text as soon as nothing stands between them.
      if (E.isLeft(tree) || !sameTree(tree.right, done.right.tree))
        return E.left(cannotEdit(edit.path, 'what stands around it would mean something else'))
      before = E.right({ text: after, tree: tree.right })
    }
    return E.map((read: Read) => mark + read.text)(before)
  }

/**
 * The order in which edits are done one after the other, so that the paths of those to come still mean
 * what they meant: values first, then what is appended, then what is removed, the last in the file first.
 */
import * as E from 'fp-ts/lib/Either.js'
import type { Edit } from '../../../advice/lint/index.js'
import type { TreePath } from '../../../advice/policy/index.js'
import type { Failure } from '../../../kernel/model/index.js'
import { editsOverlap } from './edit-failure.js'

const startsWith = (path: TreePath, start: TreePath): boolean =>
  start.length <= path.length && start.every((step, i) => step === path[i])

/** Whether one edit would touch what the other is about. */
export const overlap = (a: Edit, b: Edit): boolean => {
  if (a._tag === 'Append' && b._tag === 'Append') return false
  if (a._tag === 'Append') return startsWith(a.path, b.path)
  if (b._tag === 'Append') return startsWith(b.path, a.path)
  return startsWith(a.path, b.path) || startsWith(b.path, a.path)
}

/** The first of some edits that overlaps with one before it. */
const firstOverlap = (edits: readonly Edit[]): Edit | undefined =>
  edits.find((edit, i) => edits.slice(0, i).some((before) => overlap(before, edit)))

/** Later items before earlier ones; entries of maps keep their names whatever is removed. */
const laterFirst = (a: TreePath, b: TreePath): number => {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const [x, y] = [a[i], b[i]]
    if (typeof x === 'number' && typeof y === 'number' && x !== y) return y - x
    if (x !== y) return 0
  }
  return 0
}

/**
 * Edits in the order in which they are done.
 *
 * Failure: `edits-overlap`.
 */
export const inOrder = (edits: readonly Edit[]): E.Either<Failure, readonly Edit[]> => {
  const twice = firstOverlap(edits)
  if (twice !== undefined) return E.left(editsOverlap(twice.path))
  const of = (tag: Edit['_tag']): readonly Edit[] => edits.filter(({ _tag }) => _tag === tag)
  return E.right([...of('Set'), ...of('Append'), ...removals(of('Remove'))])
}

/** Comparing only removals of one list keeps the order a total one. */
const removals = (edits: readonly Edit[]): readonly Edit[] => {
  const done: Edit[] = []
  for (const edit of edits) {
    const at = done.findIndex((other) => laterFirst(edit.path, other.path) < 0)
    done.splice(at < 0 ? done.length : at, 0, edit)
  }
  return done
}

/** A text as a tree, or the first thing that is wrong with it. */
import * as E from 'fp-ts/lib/Either.js'
import { at, failure, type Failure } from '../../../kernel/model/index.js'
import { positionIn } from '../text/text-position.js'
import type { Tree } from '../tree/tree.js'
import { parseTree } from '../tree/yaml-tree.js'

/** A text, and what it says. */
export interface Read {
  readonly text: string
  readonly tree: Tree
}

/**
 * The tree of a text.
 *
 * Failures: those of `parseTree`.
 */
export const readTree = (text: string): E.Either<Failure, Tree> => {
  const parsed = parseTree(text)
  const problems = E.isLeft(parsed) ? parsed.left : parsed.right.problems
  const [first] = problems
  if (first !== undefined) return E.left(at(positionIn(text)(first.offset))(first.describe()))
  return E.isLeft(parsed) ? E.left(failure('yaml-syntax', 'not valid YAML')) : E.right(parsed.right.tree)
}

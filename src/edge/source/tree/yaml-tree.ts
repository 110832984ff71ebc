/**
 * YAML 1.2 text as a tree. Scalars stay the texts that were written, so that `yes`, `0x10` and `1.0`
 * mean nothing until a reader says what they mean. JSON is read too, being the same language here.
 */
import { parseDocument } from 'yaml'
import * as E from 'fp-ts/lib/Either.js'
import { problem, type Read } from './problem.js'
import { composedTree, type Composed } from './yaml-composed.js'
import { refusedNotation } from './yaml-notation.js'
import { syntaxFailure } from './yaml-syntax.js'

/**
 * The tree of a text.
 *
 * Problems: the notations that are refused (`yaml-anchor`, `yaml-alias`, `yaml-tag`, `yaml-directive`,
 * `yaml-explicit-key`, `several-documents`, `too-deep`, `too-large`), else `yaml-syntax`, else `secret-seed`, else a tree
 * with `duplicate-key`, `yaml-merge-key` and `yaml-key` beside it.
 */
export const parseTree = (text: string): Read<Composed> => {
  const refused = refusedNotation(text)
  if (refused.length > 0) return E.left(refused)
  // `uniqueKeys` compares every key with every other; positions are worked out by us, for few of them.
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'failsafe',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  })
  if (document.errors.length > 0)
    return E.left(document.errors.map(({ code, pos }) => problem(pos[0], () => syntaxFailure(code))))
  const composed = composedTree(document.contents)
  return composed.fatal.length > 0 ? E.left(composed.fatal) : E.right(composed)
}

/** The `imports` of a policy file: files beside it whose keys, groups and accounts join its own. */
import * as E from 'fp-ts/lib/Either.js'
import type { Place, TreePath } from '../../../advice/policy/index.js'
import { failure } from '../../../kernel/model/index.js'
import { quotedName } from '../quoted.js'
import { all, problem, refuse, unless, type Problem, type Read } from '../tree/problem.js'
import type { Entry, Tree } from '../tree/tree.js'
import { listIn, textIn } from '../tree/tree-reader.js'
import { pathFault } from './relative-path.js'
import { secondTimes } from './second-times.js'

/** A file that a file names. */
export interface Import {
  /** As it is written: relative to the folder of the file that names it, with `/` between folders. */
  readonly path: string
  readonly place: Place
}

const pathIn = (tree: Tree): Read<string> => {
  const text = textIn('an import', 'the path of a file, relative to this one')(tree)
  if (E.isLeft(text)) return text
  const fault = pathFault('an import', text.right)
  return fault === undefined ? text : refuse(tree.offset, () => fault)
}

const twice = (trees: readonly Tree[], paths: readonly string[]): readonly Problem[] =>
  secondTimes(paths).map((index) =>
    problem(trees[index]?.offset ?? 0, () =>
      failure('import-twice', `${quotedName(paths[index] ?? '')} is imported twice`, 'keep one of them'),
    ),
  )

/** More files are no policy that anybody reads. */
const MOST = 100

/** The files that are named, in the order of the list. */
export const readImports =
  (placeAt: (offset: number, path: TreePath) => Place) =>
  ({ value }: Entry): Read<readonly Import[]> => {
    const items = listIn('`imports`', 'a list of files')(value)
    if (E.isLeft(items)) return items
    if (items.right.length > MOST)
      return refuse(value.offset, () =>
        failure('too-large', `\`imports\` names more than ${String(MOST)} files`),
      )
    const paths = all(items.right.map(pathIn))
    if (E.isLeft(paths)) return paths
    return unless(twice(items.right, paths.right))(
      E.right(
        paths.right.map((path, index) => ({
          path,
          place: placeAt(items.right[index]?.offset ?? 0, ['imports', index]),
        })),
      ),
    )
  }

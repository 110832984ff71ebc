/** Where the policies of a check come from: files and folders, and standard input under a name of its own. */
import * as E from 'fp-ts/lib/Either.js'
import * as NEA from 'fp-ts/lib/NonEmptyArray.js'
import * as O from 'fp-ts/lib/Option.js'
import { folderOf } from '../../../edge/source/policy/relative-path.js'
import { about, failure, type Failure } from '../../../kernel/model/index.js'
import type { Files } from '../../ports.js'
import { findPolicyFiles, type PolicyFile } from '../find-policy-files.js'
import { inputName } from '../input-name.js'
import type { PolicyFiles } from '../load-policy.js'
import type { CheckPorts, CheckRequest } from './check-request.js'

type Failures = NEA.NonEmptyArray<Failure>

/** Standard input under a name of its own: imports and places are as if it were that file. */
const withStdin = (files: Files, name: string): PolicyFiles => ({
  readText: (path, limit) => files.readText(path === name ? '-' : path, limit),
  realPath: (path) =>
    path !== name
      ? files.realPath(path)
      : async () => {
          const folder = await files.realPath(folderOf(name))()
          const base = name.slice(name.lastIndexOf('/') + 1)
          return E.map((real: string) => `${real === '/' ? '' : real}/${base}`)(folder)
        },
})

/** Files, and where their text is read. */
export interface Sources {
  readonly source: PolicyFiles
  readonly files: readonly PolicyFile[]
}

const noStdin = (name: string): Failure =>
  about('--stdin-filename')(
    failure(
      'usage',
      `\`${inputName(name)}\` is said to be standard input, which is not asked for`,
      'write `-` too',
    ),
  )

/**
 * What is to be checked.
 *
 * Failures: `usage`, those of `findPolicyFiles`.
 */
export const sourcesOf = async (
  { files }: CheckPorts,
  { paths, stdinName }: CheckRequest,
): Promise<E.Either<Failures, Sources>> => {
  if (O.isSome(stdinName) && !paths.includes('-')) return E.left(NEA.of(noStdin(stdinName.value)))
  const found = await findPolicyFiles({ files })(paths)()
  if (E.isLeft(found) || O.isNone(stdinName))
    return E.map((all: readonly PolicyFile[]): Sources => ({ source: files, files: all }))(found)
  const name = stdinName.value
  return E.right({
    source: withStdin(files, name),
    // A file that is piped in is not read a second time from where it stands.
    files: found.right
      .filter(({ file }) => file !== name)
      .map((one) => (one.file === '-' ? { file: name, root: folderOf(name) } : one)),
  })
}

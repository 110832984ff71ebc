/** Reading the policies before a change: by a revision of a repository, a file or a folder. */
import * as E from 'fp-ts/lib/Either.js'
import * as NEA from 'fp-ts/lib/NonEmptyArray.js'
import * as O from 'fp-ts/lib/Option.js'
import type { Policy } from '../../../advice/policy/index.js'
import { about, failure, type Failure } from '../../../kernel/model/index.js'
import type { Revision } from '../../ports.js'
import { findPolicyFiles, isPolicyPath, type PolicyFile } from '../find-policy-files.js'
import { inputName } from '../input-name.js'
import { loadPolicyFrom, type PolicyFiles } from '../load-policy.js'
import { revisionFiles } from '../revision-files.js'
import { joinedBase, type Base } from './base.js'
import type { CheckPorts } from './check-request.js'

type Failures = NEA.NonEmptyArray<Failure>

interface Loaded {
  readonly policies: readonly Policy[]
  readonly unreadable: readonly string[]
  readonly failures: readonly Failure[]
}

const loadAll = async (source: PolicyFiles, files: readonly PolicyFile[]): Promise<Loaded> => {
  const loaded: { policies: Policy[]; unreadable: string[]; failures: Failure[] } = {
    policies: [],
    unreadable: [],
    failures: [],
  }
  for (const { file, root } of files) {
    const policy = await loadPolicyFrom(source)(file, root)()
    if (E.isRight(policy)) loaded.policies.push(policy.right)
    else {
      loaded.unreadable.push(inputName(file))
      loaded.failures.push(...policy.left)
    }
  }
  return loaded
}

/** A file or a folder of today: what is wrong with it is told before anything is checked. */
const fromPath = async ({ files }: CheckPorts, path: string): Promise<E.Either<Failures, Base>> => {
  const found = await findPolicyFiles({ files })([path])()
  if (E.isLeft(found)) return found
  const { policies, failures } = await loadAll(files, found.right)
  const failed = NEA.fromArray([...failures])
  return O.isSome(failed) ? E.left(failed.value) : E.right(joinedBase(inputName(path), policies, []))
}

const notThen = (path: string): Failure =>
  failure('file-not-found', `there was no file \`${inputName(path)}\` at that revision`)

/** Policies that stood, at a revision, where policies are looked for today. */
const filesThen = async (
  revision: Revision,
  files: readonly PolicyFile[],
): Promise<E.Either<Failure, readonly PolicyFile[]>> => {
  const found = new Map<string, PolicyFile>()
  for (const root of new Set(files.map((one) => one.root))) {
    const paths = await revision.filesBelow(root)()
    if (E.isLeft(paths)) return paths
    const today = new Set(files.filter((one) => one.root === root).map(({ file }) => file))
    for (const file of paths.right) if (isPolicyPath(file) || today.has(file)) found.set(file, { file, root })
  }
  return E.right([...found.values()])
}

const fromRevision = async (
  ports: CheckPorts,
  word: string,
  files: readonly PolicyFile[],
): Promise<E.Either<Failures, Base>> => {
  // Files of one check may belong to several repositories; each has the revision, or the check ends here.
  const bases: Loaded[] = []
  for (const folder of new Set(files.map(({ root }) => root))) {
    const revision = await ports.revisions.at(word, folder)()
    if (E.isLeft(revision)) return E.left(NEA.of(about('--base')(revision.left)))
    const then = await filesThen(
      revision.right,
      files.filter(({ root }) => root === folder),
    )
    if (E.isLeft(then)) return E.left(NEA.of(about('--base')(then.left)))
    bases.push(await loadAll(revisionFiles(revision.right, notThen), then.right))
  }
  return E.right(
    joinedBase(
      word,
      bases.flatMap(({ policies }) => policies),
      [...new Set(bases.flatMap(({ unreadable }) => unreadable))],
    ),
  )
}

const ambiguous = (word: string): Failure =>
  about('--base')(
    failure(
      'base-ambiguous',
      `\`${inputName(word)}\` is both a revision and a path`,
      `write \`./${inputName(word)}\` for the path, or the whole name of the revision, such as \`refs/heads/${inputName(word)}\``,
    ),
  )

/**
 * The policies before, by a revision, a file or a folder.
 *
 * Failures: those of `Revisions.at` and of `findPolicyFiles`; those of reading, where a path is named;
 * `base-ambiguous`.
 */
export const readBase = async (
  ports: CheckPorts,
  word: string,
  files: readonly PolicyFile[],
): Promise<E.Either<Failures, Base>> => {
  const isPath = await ports.files.exists(word)
  const couldBeBoth = !/^(?:\/|\.\.?(?:\/|$))/.test(word)
  if (isPath && couldBeBoth && E.isRight(await ports.revisions.at(word, '.')()))
    return E.left(NEA.of(ambiguous(word)))
  return isPath ? fromPath(ports, word) : fromRevision(ports, word, files)
}

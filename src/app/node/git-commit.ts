/** The commit that a word means. */
import * as E from 'fp-ts/lib/Either.js'
import { quotedName } from '../../edge/source/quoted.js'
import { failure, type Failure } from '../../kernel/model/index.js'
import { git, gitFailed } from './git-run.js'
import type { Commit } from './git-tree.js'

/** The longest name of a revision that is asked about. */
const LONGEST = 256

const unknownRevision = (revision: string): Failure =>
  failure(
    'unknown-revision',
    `${quotedName(revision)} is no revision of this repository, and no file or folder`,
    'fetch it first: a build that clones the last commit alone has no other (`fetch-depth: 0`)',
  )

const ambiguous = (revision: string, refs: readonly string[]): Failure =>
  failure(
    'revision-ambiguous',
    `${quotedName(revision)} is the name of ${refs.map(quotedName).join(' and of ')}, which are not the same`,
    `write the whole name of the one that is meant, such as ${quotedName(refs[0] ?? '')}`,
  )

/**
 * What cannot be the name of a commit: an option, what is left out (`^main`), a path within a revision, a
 * range, an empty word.
 *
 * Failure: `bad-revision`.
 */
export const checkName = (revision: string): E.Either<Failure, string> =>
  revision === '' || revision.length > LONGEST || /^[-^]|:|\.\.|[\u0000-\u001f\u007f]/.test(revision)
    ? E.left(
        failure(
          'bad-revision',
          `${quotedName(revision)} cannot be the name of a revision`,
          'expected a branch, a tag or a commit, such as `origin/main` or `HEAD~1`',
        ),
      )
    : E.right(revision)

/** Where git looks for a name, in its order (gitrevisions): what comes first hides what comes later. */
const PLACES = ['refs/', 'refs/tags/', 'refs/heads/', 'refs/remotes/'] as const

/**
 * Every reference that a word may mean. Git takes the first in silence: a tag that somebody calls
 * `origin/main` would be compared with in place of the branch.
 */
const refsOf = async (top: string, revision: string): Promise<E.Either<Failure, readonly string[]>> => {
  const name = revision.split(/[~^]|@\{/)[0] ?? ''
  if (name === '') return E.right([])
  const wanted = PLACES.map((place) => `${place}${name}`)
  const found = await git({ folder: top, args: ['for-each-ref', '--format=%(refname)', ...wanted] })
  if (found.code !== 0) return E.left(gitFailed(found))
  return E.right(
    found.stdout
      .toString('utf8')
      .split('\n')
      .filter((ref) => wanted.includes(ref)),
  )
}

const resolve = async (top: string, revision: string): Promise<string | undefined> => {
  const args = ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`]
  const { code, stdout } = await git({ folder: top, args })
  return code === 0 ? stdout.toString('utf8').trim() : undefined
}

/**
 * The commit that a word means.
 *
 * Failures: `unknown-revision`, `git-failed`; `revision-ambiguous` where a tag and a branch have the name, and
 * are two commits.
 */
export const commitOf = async (top: string, revision: string): Promise<E.Either<Failure, Commit>> => {
  const id = await resolve(top, revision)
  if (id === undefined) return E.left(unknownRevision(revision))
  const refs = await refsOf(top, revision)
  if (E.isLeft(refs)) return refs
  if (refs.right.length > 1) {
    const commits = await Promise.all(refs.right.map((ref) => resolve(top, ref)))
    if (new Set(commits).size > 1) return E.left(ambiguous(revision, refs.right))
  }
  return E.right({ top, id })
}

/** What programs need of a version control system: a repository as it once was. */
import type * as O from 'fp-ts/lib/Option.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import type { Failure } from '../../kernel/model/index.js'

/** What was committed under a path. */
export interface Committed {
  /** As it is named today, whether or not it is there today. */
  readonly path: string
  readonly kind: 'file' | 'link' | 'submodule'
}

/** A repository as it was once committed. Paths are those of today, whether or not they are there today. */
export interface Revision {
  /** The commit, in full. */
  readonly commit: string
  /** The same for all folders of one repository. */
  readonly repository: string
  /** The root of the repository. */
  readonly root: string
  /**
   * A file; none where the revision has no such file.
   *
   * Failures: `too-large`, `not-a-file` for a folder or a symbolic link, `out-of-tree`, `git-failed`.
   */
  readonly readText: (path: string, limit: number) => TE.TaskEither<Failure, O.Option<string>>
  /**
   * Many files at once, without those that `readText` would not read or that are too much together.
   *
   * Failures: `too-large` for the repository, `git-failed`.
   */
  readonly readTexts: (
    paths: readonly string[],
    limit: number,
  ) => TE.TaskEither<Failure, ReadonlyMap<string, string>>
  /** Everything in the whole repository. Failures: `too-large`, `git-failed`. */
  readonly entries: TE.TaskEither<Failure, readonly Committed[]>
  /**
   * Plain files of the whole repository in which one of some lines stands, as it is (`fixed`) or as an
   * extended regular expression of POSIX.
   *
   * Failure: `git-failed`, where a file could not be looked into, too.
   */
  readonly filesWith: (
    how: 'fixed' | 'extended',
    lines: readonly string[],
  ) => TE.TaskEither<Failure, readonly string[]>
  /** Submodules that are gone today, or at another commit. Failures: `too-large`, `git-failed`. */
  readonly changedSubmodules: TE.TaskEither<Failure, readonly string[]>
}

/** What a version control system keeps. */
export interface Revisions {
  /**
   * A revision of the repository that a folder belongs to.
   *
   * Failures: `bad-revision`, `unknown-revision`, `not-a-repository`, `no-git`, `git-failed`,
   * `revision-of-submodule`, `revision-ambiguous`.
   */
  readonly at: (revision: string, folder: string) => TE.TaskEither<Failure, Revision>
}

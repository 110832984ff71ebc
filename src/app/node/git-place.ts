/** Where a folder stands in its repository, and what paths of the repository are called from there. */
import { realpath } from 'node:fs/promises'
import { isAbsolute, posix, relative, resolve, sep } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import { failure, type Failure } from '../../kernel/model/index.js'
import { inputName } from '../programs/input-name.js'
import { git, gitFailed } from './git-run.js'
import { systemFailure } from './open-input.js'

const noGit = (): Failure =>
  failure(
    'no-git',
    'the program `git` is not there, and a revision is asked for',
    'install git, or name a file or a folder instead of a revision',
  )

const notARepository = (folder: string): Failure =>
  failure(
    'not-a-repository',
    `\`${inputName(folder)}\` belongs to no git repository, and a revision is asked for`,
    'run inside the repository, or name a file or a folder instead of a revision',
  )

/** A folder of a repository. */
export interface Place {
  /** As it was named. */
  readonly folder: string
  /** The way from the root of the repository to it, with `/` at the end; empty for the root itself. */
  readonly prefix: string
  readonly top: string
}

/** Failures: `not-a-repository`, `no-git`, `git-failed`. */
export const placeOf = async (folder: string): Promise<E.Either<Failure, Place>> => {
  const asked = await git({ folder: resolve(folder), args: ['rev-parse', '--show-prefix'] })
  if (asked.code === 'missing') return E.left(noGit())
  if (asked.code === 128 && asked.stderr.includes('not a git repository'))
    return E.left(notARepository(folder))
  if (asked.code !== 0) return E.left(gitFailed(asked))
  const prefix = asked.stdout.toString('utf8').replace(/\n$/, '')
  try {
    const up = prefix.split('/').slice(1)
    return E.right({ folder, prefix, top: resolve(await realpath(folder), ...up.map(() => '..')) })
  } catch (error) {
    return E.left(systemFailure(folder, error))
  }
}

const submodule = (folder: string): Failure =>
  failure(
    'revision-of-submodule',
    `\`${inputName(folder)}\` is a submodule: its revisions are not those of the repository around it`,
    'run inside the submodule to compare with a revision of its own; checked from around it, as a part of the whole, it is compared with what the repository around it had',
  )

/**
 * Whether a revision means the same for a place as for the repository that one stands in. A submodule has
 * names of its own: there `main` may be what the repository around it has only now.
 *
 * Failures: `revision-of-submodule`, `git-failed`.
 */
export const sameNames = async (here: Place, place: Place): Promise<E.Either<Failure, undefined>> => {
  if (!place.top.startsWith(`${here.top}${sep}`)) return E.right(undefined)
  const asked = await git({ folder: place.top, args: ['rev-parse', '--show-superproject-working-tree'] })
  if (asked.code !== 0) return E.left(gitFailed(asked))
  return asked.stdout.toString('utf8').trim() === '' ? E.right(undefined) : E.left(submodule(place.folder))
}

/** A path of today within the repository. Failure: `out-of-tree`. */
export const pathIn = ({ folder, prefix }: Place, path: string): E.Either<Failure, string> => {
  const way = relative(resolve(folder), resolve(path)).split(sep).join('/')
  const within = posix.normalize(posix.join(prefix === '' ? '.' : prefix, way))
  return isAbsolute(way) || within === '..' || within.startsWith('../')
    ? E.left(failure('out-of-tree', `\`${inputName(path)}\` lies outside of the repository`))
    : E.right(within)
}

/** What a path of the repository is called today, seen from where the folder was named. */
export const nameIn =
  ({ folder, prefix }: Place) =>
  (path: string): string => {
    if (!path.startsWith(prefix)) return posix.normalize(posix.join(folder, posix.relative(prefix, path)))
    const way = path.slice(prefix.length)
    return folder === '.' || folder === '' ? way : `${folder.replace(/\/+$/, '')}/${way}`
  }

/** The root of the repository, as it is called today. */
export const rootName = ({ folder, prefix }: Place): string =>
  posix.normalize(posix.join(folder, posix.relative(prefix, '')))

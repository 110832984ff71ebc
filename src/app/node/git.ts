/**
 * Files as they were committed, by the program `git`. It is run without a shell, never with a word of the
 * user in the place of an option, and never with the network.
 */
import { execFile } from 'node:child_process'
import { isAbsolute, posix, relative, resolve, sep } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { quotedName } from '../../edge/source/quoted.js'
import { about, failure, type Failure } from '../../kernel/model/index.js'
import type { Revision, Revisions } from '../ports.js'
import { inputName } from '../programs/input-name.js'
import { tooLarge } from './open-input.js'

/** Git is not asked about anything that takes longer. */
const TIMEOUT_MS = 30_000

/** What `rev-parse` and `ls-tree` answer is short. */
const ANSWER_LIMIT = 64 * 1024

/** The longest name of a revision that is asked about. */
const LONGEST = 256

interface Ran {
  readonly code: number | 'missing' | 'too-much' | 'stopped'
  readonly stdout: Buffer
  readonly stderr: string
}

/**
 * The environment without what says where the repository is: inside a hook it would say that every folder
 * is the root. Nothing is fetched, and nobody is asked for a password.
 */
const environment = (): NodeJS.ProcessEnv => {
  const { GIT_DIR: _d, GIT_WORK_TREE: _w, GIT_INDEX_FILE: _i, GIT_PREFIX: _p, ...rest } = process.env
  return { ...rest, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', GIT_NO_LAZY_FETCH: '1' }
}

const codeOf = (error: Error | null): Ran['code'] => {
  if (error === null) return 0
  if (!('code' in error)) return 'stopped'
  if (typeof error.code === 'number') return error.code
  if (error.code === 'ENOENT') return 'missing'
  return error.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER' ? 'too-much' : 'stopped'
}

const git = (folder: string, args: readonly string[], limit = ANSWER_LIMIT): Promise<Ran> =>
  new Promise((done) => {
    execFile(
      'git',
      [...args],
      { cwd: folder, env: environment(), encoding: 'buffer', maxBuffer: limit, timeout: TIMEOUT_MS },
      (error, stdout, stderr) => {
        done({ code: codeOf(error), stdout, stderr: stderr.toString('utf8') })
      },
    )
  })

const noGit = (): Failure =>
  failure(
    'no-git',
    'the program `git` is not there, and a revision is asked for',
    'install git, or name a file or a folder instead of a revision',
  )

const gitFailed = ({ code, stderr }: Ran): Failure =>
  failure(
    'git-failed',
    `git ended with ${String(code)}${stderr.trim() === '' ? '' : ': '}${quotedName(stderr.trim().split('\n')[0] ?? '').slice(1, -1)}`,
    'run `git status` in the same folder to see what is wrong',
  )

const unknownRevision = (revision: string): Failure =>
  failure(
    'unknown-revision',
    `${quotedName(revision)} is no revision of this repository, and no file or folder`,
    'fetch it first: a build that clones the last commit alone has no other (`fetch-depth: 0`)',
  )

const notARepository = (folder: string): Failure =>
  failure(
    'not-a-repository',
    `\`${inputName(folder)}\` belongs to no git repository, and a revision is asked for`,
    'run inside the repository, or name a file or a folder instead of a revision',
  )

/**
 * What cannot be the name of a commit: an option, a path within a revision, a range, an empty word.
 *
 * Failure: `bad-revision`.
 */
const checkName = (revision: string): E.Either<Failure, string> =>
  revision === '' || revision.length > LONGEST || /^-|:|\.\.|[\u0000-\u001f\u007f]/.test(revision)
    ? E.left(
        failure(
          'bad-revision',
          `${quotedName(revision)} cannot be the name of a revision`,
          'expected a branch, a tag or a commit, such as `origin/main` or `HEAD~1`',
        ),
      )
    : E.right(revision)

/** `100644 blob 1a2b…<TAB>path`: what a commit has under a path. */
const ENTRY = /^(\d{6}) (\w+) ([0-9a-f]{40,64})\t/

const isRegular = (mode: string): boolean => mode === '100644' || mode === '100755'

const isLink = (mode: string): boolean => mode === '120000'

const notAFile = (path: string): Failure =>
  failure('not-a-file', `\`${inputName(path)}\` was no plain file at that revision`, 'name a file')

interface Root {
  /** The folder from which git is asked. */
  readonly folder: string
  /** The way from the root of the repository to it, with `/` at the end; empty for the root itself. */
  readonly prefix: string
  readonly commit: string
}

/** The path within the repository. Failure: `out-of-tree`. */
const pathIn = ({ folder, prefix }: Root, path: string): E.Either<Failure, string> => {
  const way = relative(folder, resolve(path)).split(sep).join('/')
  const within = posix.normalize(posix.join(prefix === '' ? '.' : prefix, way))
  return isAbsolute(way) || within === '..' || within.startsWith('../')
    ? E.left(failure('out-of-tree', `\`${inputName(path)}\` lies outside of the repository`))
    : E.right(within)
}

const readAt =
  (root: Root): Revision['readText'] =>
  (path, limit) =>
  async () => {
    const within = pathIn(root, path)
    if (E.isLeft(within)) return within
    const listed = await git(root.folder, ['ls-tree', '-z', '--full-tree', root.commit, '--', within.right])
    if (listed.code !== 0) return E.left(about(inputName(path))(gitFailed(listed)))
    const [, mode = '', kind, object = ''] = ENTRY.exec(listed.stdout.toString('utf8')) ?? []
    if (kind === undefined) return E.right(O.none)
    if (kind !== 'blob' || !isRegular(mode)) return E.left(about(inputName(path))(notAFile(path)))
    const blob = await git(root.folder, ['cat-file', 'blob', object], limit)
    if (blob.code === 'too-much') return E.left(tooLarge(path, limit))
    return blob.code === 0
      ? E.right(O.some(blob.stdout.toString('utf8')))
      : E.left(about(inputName(path))(gitFailed(blob)))
  }

/** Names of a million files. */
const LISTING_LIMIT = 64 * 1024 * 1024

const filesBelow =
  (root: Root): Revision['filesBelow'] =>
  (folder) =>
  async () => {
    const within = pathIn(root, folder)
    if (E.isLeft(within)) return within
    const isWhole = within.right === '.' || within.right === './'
    const below = isWhole ? '' : `${within.right.replace(/\/$/, '')}/`
    const args = ['ls-tree', '-r', '-z', '--full-tree', root.commit]
    const listed = await git(root.folder, isWhole ? args : [...args, '--', below], LISTING_LIMIT)
    if (listed.code === 'too-much') return E.left(tooLarge(folder, LISTING_LIMIT))
    if (listed.code !== 0) return E.left(about(inputName(folder))(gitFailed(listed)))
    const paths = listed.stdout
      .toString('utf8')
      .split('\0')
      .flatMap((line) => {
        const [head = '', mode = ''] = ENTRY.exec(line) ?? []
        return isRegular(mode) || isLink(mode) ? [line.slice(head.length)] : []
      })
    const prefix = folder === '.' || folder === '' ? '' : `${folder.replace(/\/+$/, '')}/`
    return E.right(paths.map((path) => `${prefix}${path.slice(below.length)}`))
  }

const at: Revisions['at'] = (revision, folder) => async () => {
  const name = checkName(revision)
  if (E.isLeft(name)) return name
  const start = resolve(folder)
  const prefix = await git(start, ['rev-parse', '--show-prefix'])
  if (prefix.code === 'missing') return E.left(noGit())
  if (prefix.code === 128 && prefix.stderr.includes('not a git repository'))
    return E.left(notARepository(folder))
  if (prefix.code !== 0) return E.left(gitFailed(prefix))
  const commit = await git(start, ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`])
  if (commit.code !== 0) return E.left(unknownRevision(revision))
  const root: Root = {
    folder: start,
    prefix: prefix.stdout.toString('utf8').replace(/\n$/, ''),
    commit: commit.stdout.toString('utf8').trim(),
  }
  return E.right({ commit: root.commit, readText: readAt(root), filesBelow: filesBelow(root) })
}

/** The repositories of this machine; what was asked once of a folder is not asked again. */
export const gitRevisions = (): Revisions => {
  const known = new Map<string, Promise<E.Either<Failure, Revision>>>()
  return {
    at: (revision, folder) => () => {
      const key = JSON.stringify([revision, resolve(folder)])
      const asked = known.get(key) ?? at(revision, folder)()
      known.set(key, asked)
      return asked
    },
  }
}

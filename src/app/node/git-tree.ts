/** What a commit holds: every file, link and submodule of the repository, by its path from the root. */
import * as E from 'fp-ts/lib/Either.js'
import { failure, type Failure } from '../../kernel/model/index.js'
import { git, gitFailed } from './git-run.js'

/** A commit of a repository. */
export interface Commit {
  /** The root of the repository on this machine. */
  readonly top: string
  readonly id: string
}

/** What stands under a path, and the object that it is. */
export interface TreeEntry {
  readonly kind: 'file' | 'link' | 'submodule'
  readonly object: string
}

/** Everything that a commit holds, by its path from the root. */
export type Tree = ReadonlyMap<string, TreeEntry>

/** Names of a million files. */
const LISTING_LIMIT = 64 * 1024 * 1024

/** `100644 blob 1a2b…<TAB>path`, of `ls-tree`; `160000 1a2b… 0<TAB>path`, of `ls-files`. */
const ENTRY = /^(\d{6}) (?:\w+ )?([0-9a-f]{40,64})(?: \d)?\t/

const KINDS: Readonly<Record<string, TreeEntry['kind']>> = {
  '100644': 'file',
  '100664': 'file',
  '100755': 'file',
  '120000': 'link',
  '160000': 'submodule',
}

const tooMany = (): Failure =>
  failure('too-large', 'the repository holds more files than can be looked through for policies')

const listed = async (folder: string, args: readonly string[]): Promise<E.Either<Failure, Tree>> => {
  const ran = await git({ folder, args, limit: LISTING_LIMIT })
  if (ran.code === 'too-much') return E.left(tooMany())
  if (ran.code !== 0) return E.left(gitFailed(ran))
  const tree = new Map<string, TreeEntry>()
  for (const line of ran.stdout.toString('utf8').split('\0')) {
    const [head = '', mode = '', object = ''] = ENTRY.exec(line) ?? []
    const kind = KINDS[mode]
    if (kind !== undefined) tree.set(line.slice(head.length), { kind, object })
  }
  return E.right(tree)
}

/** Failures: `too-large`, `git-failed`. */
export const treeOf = ({ top, id }: Commit): Promise<E.Either<Failure, Tree>> =>
  listed(top, ['ls-tree', '-r', '-z', '--full-tree', id])

/**
 * Submodules of the commit that are gone today, or that are at another commit: what a file of theirs said
 * may have come from there to somewhere else. What stays as it is stays there.
 *
 * Failures: `too-large`, `git-failed`.
 */
export const changedSubmodules = async (
  { top }: Commit,
  tree: Tree,
): Promise<E.Either<Failure, readonly string[]>> => {
  const then = [...tree].filter(([, { kind }]) => kind === 'submodule')
  if (then.length === 0) return E.right([])
  const today = await listed(top, ['ls-files', '-s', '-z'])
  if (E.isLeft(today)) return today
  return E.right(
    then.flatMap(([path, { object }]) => {
      const now = today.right.get(path)
      return now?.kind === 'submodule' && now.object === object ? [] : [path]
    }),
  )
}

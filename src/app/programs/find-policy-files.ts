/** Finding policies: what is named, and in folders everything that has the name of a policy. */
import * as E from 'fp-ts/lib/Either.js'
import * as NEA from 'fp-ts/lib/NonEmptyArray.js'
import * as O from 'fp-ts/lib/Option.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import { folderOf, wayFrom } from '../../edge/source/policy/relative-path.js'
import { about, failure, type Failure } from '../../kernel/model/index.js'
import type { Files, FolderEntry } from '../ports.js'
import { inputName } from './input-name.js'

type Failures = NEA.NonEmptyArray<Failure>

/** A file, and the folder that its imports must not leave. */
export interface PolicyFile {
  readonly file: string
  readonly root: string
}

/** In capitals too: on some systems that is the same file, and on the others it would be left out in silence. */
const POLICY_NAME = /\.quorate\.(?:ya?ml|json)$/i

const isSkipped = (name: string): boolean => name.startsWith('.') || name === 'node_modules'

/** Whether a file has the name of a policy, wherever it is. */
export const hasPolicyName = (path: string): boolean => POLICY_NAME.test(path)

/** Whether a path is found in a folder: it has the name of a policy, and no folder on the way is left out. */
export const isPolicyPath = (path: string): boolean =>
  POLICY_NAME.test(path) && !path.split('/').slice(0, -1).some(isSkipped)

/** Deeper folders are a mistake, or a trap. */
const DEEPEST = 64

const within = (folder: string, name: string): string => (folder === '.' ? name : `${folder}/${name}`)

/** A path as files are called here, without `./` before it and `/` after it: one file has one name. */
export const plainPath = (path: string): string => {
  const short = path.replace(/^(?:\.\/+)+/, '').replace(/(?<=[^/])\/+$/, '')
  return short === '' ? '.' : short
}

const tooDeep = (path: string): Failure =>
  about(inputName(path))(
    failure(
      'folder-too-deep',
      `it lies more than ${String(DEEPEST)} folders below the one that is searched, and was not searched`,
      'name a folder that is nearer to it',
    ),
  )

const linkedFolder = (path: string): Failure =>
  about(inputName(path))(
    failure(
      'link-outside',
      'this is a link to a folder with policies that the search does not come to',
      'name the folder itself too, or put the policies into the folder that is searched',
    ),
  )

const linkOutside = (path: string): Failure =>
  about(inputName(path))(
    failure(
      'link-outside',
      'this is a link to a file outside of the folder that is searched',
      'name the file itself, or put it into the folder',
    ),
  )

/** Everything below one folder. */
const search = (files: Files, root: string) => {
  const found: PolicyFile[] = []
  const failures: Failure[] = []

  /** A folder behind a link is found where it is; one with policies that is found nowhere is told. */
  const linkToFolder = async (path: string): Promise<void> => {
    const entries = await files.list(path)()
    if (E.isLeft(entries) || O.isNone(entries.right)) return
    if (!entries.right.value.some(({ name }) => POLICY_NAME.test(name))) return
    const [real, realRoot] = [await files.realPath(path)(), await files.realPath(root)()]
    if (E.isLeft(real) || E.isLeft(realRoot)) return void failures.push(linkedFolder(path))
    const way = wayFrom(realRoot.right, real.right)
    const isFound = real.right === realRoot.right || (O.isSome(way) && !way.value.split('/').some(isSkipped))
    if (!isFound) failures.push(linkedFolder(path))
  }

  const link = async (path: string): Promise<void> => {
    const [real, realRoot] = [await files.realPath(path)(), await files.realPath(root)()]
    if (E.isLeft(real)) failures.push(about(inputName(path))(real.left))
    else if (E.isRight(realRoot) && O.isSome(wayFrom(realRoot.right, real.right)))
      found.push({ file: path, root })
    else failures.push(linkOutside(path))
  }

  const visit = async (folder: string, depth: number): Promise<void> => {
    const entries = await files.list(folder)()
    if (E.isLeft(entries)) return void failures.push(about(inputName(folder))(entries.left))
    const known: readonly FolderEntry[] = O.isSome(entries.right) ? entries.right.value : []
    for (const { name, kind } of known) {
      const path = within(folder, name)
      if (kind === 'folder' && !isSkipped(name)) {
        if (depth < DEEPEST) await visit(path, depth + 1)
        else failures.push(tooDeep(path))
      } else if (kind === 'file' && POLICY_NAME.test(name)) found.push({ file: path, root })
      else if (kind === 'link' && POLICY_NAME.test(name)) await link(path)
      else if (kind === 'link' && !isSkipped(name)) await linkToFolder(path)
    }
  }

  return { found, failures, visit }
}

const nothingFound = (paths: readonly string[]): Failure =>
  failure(
    'no-policy-files',
    `no file below ${paths.map((path) => `\`${inputName(path)}\``).join(', ')} has the name of a policy`,
    'policies are called `*.quorate.yaml`, `*.quorate.yml` or `*.quorate.json`; any other file is read where it is named itself',
  )

const byFile = (a: PolicyFile, b: PolicyFile): number => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0)

/**
 * Files and folders as a sorted list of policies; the folder that one is in, where nothing is named.
 * Folders `node_modules`, folders whose name starts with a dot, and links to folders are left out; a link to
 * a folder with policies that are found nowhere else is refused, and so is a folder without any. Imports
 * of a file stay below `root`, else below the folder that was named, else below the folder of the file.
 *
 * Failures: `file-not-found`, `file-not-readable`, `link-outside`, `folder-too-deep`, `no-policy-files`.
 */
export const findPolicyFiles =
  ({ files }: { readonly files: Files }) =>
  (paths: readonly string[], root?: string): TE.TaskEither<Failures, NEA.NonEmptyArray<PolicyFile>> =>
  async () => {
    const named = paths.length === 0 ? ['.'] : paths
    const found = new Map<string, PolicyFile>()
    const failures: Failure[] = []
    for (const path of named) {
      const entries = path === '-' ? E.right(O.none) : await files.list(path)()
      const name = path === '-' ? path : plainPath(path)
      if (E.isLeft(entries)) failures.push(about(inputName(path))(entries.left))
      else if (O.isNone(entries.right)) found.set(name, { file: name, root: root ?? folderOf(name) })
      else {
        const below = search(files, name)
        await below.visit(name, 0)
        failures.push(...below.failures)
        if (below.found.length === 0 && below.failures.length === 0) failures.push(nothingFound([path]))
        for (const one of below.found)
          if (!found.has(one.file)) found.set(one.file, root === undefined ? one : { ...one, root })
      }
    }
    const failed = NEA.fromArray(failures)
    if (O.isSome(failed)) return E.left(failed.value)
    return E.fromOption(() => NEA.of(nothingFound(named)))(
      NEA.fromArray([...found.values()].toSorted(byFile)),
    )
  }

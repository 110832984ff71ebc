/** Files as they were committed: revisions of the repositories of this machine. */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { about, failure, type Failure } from '../../kernel/model/index.js'
import type { Revision, Revisions } from '../ports.js'
import { inputName } from '../programs/input-name.js'
import { checkName, commitOf } from './git-commit.js'
import { nameIn, pathIn, placeOf, rootName, sameNames, type Place } from './git-place.js'
import { gitFailed } from './git-run.js'
import { pathsWith, readObject, readObjects } from './git-text.js'
import { changedSubmodules, treeOf, type Commit, type Tree } from './git-tree.js'
import { tooLarge } from './open-input.js'

const notAFile = (path: string): Failure =>
  failure('not-a-file', `\`${inputName(path)}\` was no plain file at that revision`, 'name a file')

const isFolderOf = (tree: Tree, path: string): boolean => {
  const below = path === '.' ? '' : `${path}/`
  for (const name of tree.keys()) if (name.startsWith(below)) return true
  return false
}

type Listing = () => Promise<E.Either<Failure, Tree>>

const readAt =
  (place: Place, tree: Listing): Revision['readText'] =>
  (path, limit) =>
  async () => {
    const within = pathIn(place, path)
    if (E.isLeft(within)) return within
    const listed = await tree()
    if (E.isLeft(listed)) return E.left(about(inputName(path))(listed.left))
    const entry = listed.right.get(within.right)
    if (entry === undefined && !isFolderOf(listed.right, within.right)) return E.right(O.none)
    if (entry?.kind !== 'file') return E.left(about(inputName(path))(notAFile(path)))
    const blob = await readObject(place.top, entry.object, limit)
    if (blob.code === 'too-much') return E.left(tooLarge(path, limit))
    return blob.code === 0
      ? E.right(O.some(blob.stdout.toString('utf8')))
      : E.left(about(inputName(path))(gitFailed(blob)))
  }

const readAllAt =
  (place: Place, tree: Listing): Revision['readTexts'] =>
  (paths, limit) =>
  async () => {
    const listed = await tree()
    if (E.isLeft(listed)) return listed
    const objects = new Map<string, string>()
    for (const path of paths) {
      const within = pathIn(place, path)
      const entry = E.isRight(within) ? listed.right.get(within.right) : undefined
      if (entry?.kind === 'file') objects.set(path, entry.object)
    }
    const texts = await readObjects(place.top, [...new Set(objects.values())], limit)
    if (E.isLeft(texts)) return texts
    return E.right(
      new Map(
        [...objects].flatMap(([path, object]) => {
          const text = texts.right.get(object)
          return text === undefined ? [] : [[path, text] as const]
        }),
      ),
    )
  }

const revisionOf = (place: Place, commit: Commit, tree: Listing): Revision => {
  const name = nameIn(place)
  return {
    commit: commit.id,
    repository: place.top,
    root: rootName(place),
    readText: readAt(place, tree),
    readTexts: readAllAt(place, tree),
    entries: async () =>
      E.map((all: Tree) => [...all].map(([path, { kind }]) => ({ path: name(path), kind })))(await tree()),
    filesWith: (how, lines) => async () =>
      E.map((paths: readonly string[]) => paths.map(name))(await pathsWith(commit, how, lines)),
    changedSubmodules: async () => {
      const listed = await tree()
      return E.isLeft(listed)
        ? listed
        : E.map((paths: readonly string[]) => paths.map(name))(await changedSubmodules(commit, listed.right))
    },
  }
}

/** An answer that is worked out when it is first asked for. */
const once = <A>(work: () => Promise<A>): (() => Promise<A>) => {
  let known: Promise<A> | undefined
  return () => (known ??= work())
}

const onceEach = <A>(work: (key: string) => Promise<A>): ((key: string) => Promise<A>) => {
  const known = new Map<string, () => Promise<A>>()
  return (key) => {
    const asked = known.get(key) ?? once(() => work(key))
    known.set(key, asked)
    return asked()
  }
}

/** The repositories of this machine; what was asked once of a folder is not asked again. */
export const gitRevisions = (): Revisions => {
  const place = onceEach(placeOf)
  const found = onceEach(async (key) => {
    const [top, revision] = JSON.parse(key) as readonly [string, string]
    const commit = await commitOf(top, revision)
    return E.map((one: Commit) => ({ commit: one, tree: once(() => treeOf(one)) }))(commit)
  })
  return {
    at: (revision, folder) => async () => {
      const name = checkName(revision)
      if (E.isLeft(name)) return name
      const where = await place(folder)
      if (E.isLeft(where)) return where
      // Who stands in no repository means those of the folder.
      const here = await place('.')
      const same = E.isLeft(here) ? E.right(undefined) : await sameNames(here.right, where.right)
      if (E.isLeft(same)) return same
      const what = await found(JSON.stringify([where.right.top, revision]))
      return E.map(({ commit, tree }: { commit: Commit; tree: Listing }) =>
        revisionOf(where.right, commit, tree),
      )(what)
    },
  }
}

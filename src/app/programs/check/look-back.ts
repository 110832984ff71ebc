/**
 * Looking for policies in a repository as it once was, where they are looked for today. Git is asked a few
 * times, however many files there are.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type { Policy } from '../../../advice/policy/index.js'
import { wayFrom } from '../../../edge/source/policy/relative-path.js'
import { failure, type Failure } from '../../../kernel/model/index.js'
import type { Committed, Revision } from '../../ports.js'
import { isPolicyPath, type PolicyFile } from '../find-policy-files.js'
import { inputName } from '../input-name.js'
import { loadPolicyFrom } from '../load-policy.js'
import { revisionFiles } from '../revision-files.js'

/** A policy as it was. */
export interface Then {
  /** The file that it was read from. */
  readonly file: string
  readonly policy: Policy
}

/** A file that could not be read. */
export interface Unread {
  readonly file: string
  /** Whether it is not even known which addresses stand in it. */
  readonly isOpaque: boolean
}

/** What was found. */
export interface Looked {
  readonly policies: readonly Then[]
  readonly unread: readonly Unread[]
}

/** Bytes of a policy that is read at all. */
export const FILE_LIMIT = 4 * 1024 * 1024

/** What stands in for a text that is kept elsewhere (git-lfs), and what is no text (git-crypt). */
export const isOpaque = (text: string | undefined): boolean =>
  text === undefined || text.includes('\u0000') || text.startsWith('version https://git-lfs')

const notThen = (path: string): Failure =>
  failure('file-not-found', `there was no file \`${inputName(path)}\` at that revision`)

/** Loads policies, of which some texts are known. */
export const loadThen = async (
  revision: Revision,
  texts: ReadonlyMap<string, string>,
  files: readonly PolicyFile[],
): Promise<Looked> => {
  const source = revisionFiles(revision, notThen, texts)
  const looked: { policies: Then[]; unread: Unread[] } = { policies: [], unread: [] }
  for (const { file, root } of files) {
    const policy = await loadPolicyFrom(source)(file, root)()
    if (E.isRight(policy)) looked.policies.push({ file, policy: policy.right })
    else looked.unread.push({ file, isOpaque: isOpaque(texts.get(file)) })
  }
  return looked
}

/** The paths of entries. */
export const pathsOf = (entries: readonly Committed[]): readonly string[] => entries.map(({ path }) => path)

/** Links were there, and are none of the files that can be read. What they led to is found where it is. */
export const linksIn = (entries: readonly Committed[]): readonly Unread[] =>
  entries.flatMap(({ path, kind }) => (kind === 'link' ? [{ file: path, isOpaque: false }] : []))

/**
 * Policies where they are looked for today: `files` are those of one root.
 *
 * Failures: those of `Revision.entries` and `Revision.readTexts`.
 */
export const lookWhereTheyAre = async (
  revision: Revision,
  root: string,
  files: readonly PolicyFile[],
): Promise<E.Either<Failure, Looked>> => {
  const entries = await revision.entries()
  if (E.isLeft(entries)) return entries
  const today = new Set(files.map(({ file }) => file))
  const then = entries.right.filter(({ path, kind }) => {
    const way = wayFrom(root, path)
    return kind !== 'submodule' && (today.has(path) || (O.isSome(way) && isPolicyPath(way.value)))
  })
  const plain = then.filter(({ kind }) => kind === 'file')
  const texts = await revision.readTexts(pathsOf(plain), FILE_LIMIT)()
  if (E.isLeft(texts)) return texts
  const looked = await loadThen(
    revision,
    texts.right,
    plain.map(({ path }) => ({ file: path, root })),
  )
  return E.right({ ...looked, unread: [...looked.unread, ...linksIn(then)] })
}

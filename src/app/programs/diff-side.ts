/** One side of a difference: a file, a file at a revision, or one account of either. */
import * as E from 'fp-ts/lib/Either.js'
import * as NEA from 'fp-ts/lib/NonEmptyArray.js'
import * as O from 'fp-ts/lib/Option.js'
import type { AccountSource } from '../../edge/source/index.js'
import { about, failure, type Failure } from '../../kernel/model/index.js'
import type { Files, Revision, Revisions } from '../ports.js'
import { inputName } from './input-name.js'
import type { PolicyFiles } from './load-policy.js'
import { readAccountInput } from './read-account-input.js'
import { revisionFiles } from './revision-files.js'

/** What was named on the command line. */
export interface SideWords {
  /** A path, or `-`. */
  readonly path: string
  /** The revision at which the file is read; none for the file as it is. */
  readonly revision: O.Option<string>
  /** The name or the address of one account. */
  readonly account: O.Option<string>
}

/** A side that was read. */
export interface Side {
  /** What it is called. */
  readonly name: string
  readonly source: AccountSource
  readonly account: O.Option<string>
  /** The file that it is, and where files that it imports are found. */
  readonly path: string
  readonly files: PolicyFiles
}

/** What reads a side. */
export interface SidePorts {
  readonly files: Files
  readonly revisions: Revisions
}

type Failures = NEA.NonEmptyArray<Failure>

const splitAt = (text: string, index: number): readonly [string, string] => [
  text.slice(0, index),
  text.slice(index + 1),
]

/**
 * What `FILE`, `REV:FILE` and either with `#ACCOUNT` mean. A file of exactly that name is that file,
 * whatever signs are in it.
 */
export const sideWords =
  ({ exists }: Pick<Files, 'exists'>) =>
  async (text: string): Promise<SideWords> => {
    const whole: SideWords = { path: text, revision: O.none, account: O.none }
    if (text === '-' || (await exists(text))) return whole
    const hash = text.lastIndexOf('#')
    const [rest, name] = hash > 0 ? splitAt(text, hash) : [text, undefined]
    const account = O.fromNullable(name)
    if (rest === '-' || (await exists(rest))) return { path: rest, revision: O.none, account }
    const colon = rest.indexOf(':')
    if (colon <= 0) return { path: rest, revision: O.none, account }
    const [revision, path] = splitAt(rest, colon)
    return { path, revision: O.some(revision), account }
  }

/** What a side is called: as it was written, without the account. */
export const sideName = ({ path, revision }: SideWords): string =>
  O.isSome(revision) ? `${inputName(revision.value)}:${inputName(path)}` : inputName(path)

const notThen = (revision: string, path: string): Failure =>
  failure(
    'file-not-found',
    `there is no file \`${inputName(path)}\` at \`${inputName(revision)}\``,
    'paths are those of the folder that you are in',
  )

const filesOf = async (
  { files, revisions }: SidePorts,
  { revision }: SideWords,
): Promise<E.Either<Failure, PolicyFiles>> => {
  if (O.isNone(revision)) return E.right(files)
  const { value } = revision
  const at = await revisions.at(value, '.')()
  return E.map((found: Revision) => revisionFiles(found, (path) => notThen(value, path)))(at)
}

/**
 * Reads one side.
 *
 * Failures: those of reading the file or the revision, and of `readAccountInput`; `no-account`.
 */
export const readSide =
  (ports: SidePorts) =>
  async (text: string): Promise<E.Either<Failures, Side>> => {
    const words = await sideWords(ports.files)(text)
    const name = sideName(words)
    const files = await filesOf(ports, words)
    if (E.isLeft(files)) return E.left(NEA.of(about(name)(files.left)))
    const source = await readAccountInput(files.right)(words.path, name)()
    if (E.isLeft(source)) return source
    return source.right.accounts.length === 0
      ? E.left(
          NEA.of(
            about(name)(failure('no-account', 'no account is described', 'describe one under `accounts`')),
          ),
        )
      : E.right({
          name,
          source: source.right,
          account: words.account,
          path: words.path,
          files: files.right,
        })
  }

/**
 * One file of a policy: its text as a tree, with its imports still named. What its sections say is read
 * when all parts are there, because names may come from any of them.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as NEA from 'fp-ts/lib/NonEmptyArray.js'
import type { Place, TreePath } from '../../../advice/policy/index.js'
import {
  about,
  failure,
  looksLikeSeed,
  secretSeedFailure,
  type Failure,
  type Position,
} from '../../../kernel/model/index.js'
import { ACCOUNT_FILE, readableText } from '../text/readable-text.js'
import { seedOffsets } from '../text/seed-scan.js'
import { positionIn } from '../text/text-position.js'
import { problem, problemsOf, refuse, tell, unless, type Problem, type Read } from '../tree/problem.js'
import { entryOf, found, mapIn, required, unknownKeys } from '../tree/tree-reader.js'
import type { MapTree, Tree } from '../tree/tree.js'
import { calledJson } from '../tree/yaml-syntax.js'
import { parseTree } from '../tree/yaml-tree.js'
import { readImports, type Import } from './import-section.js'

/** What one file says. */
export interface PolicyPart {
  /** The file as it was named. */
  readonly file: string
  readonly imports: readonly Import[]
  /** The sections. */
  readonly map: MapTree
  /** What is already known to be wrong; told when the parts are joined. */
  readonly problems: readonly Problem[]
  readonly positionAt: (offset: number) => Position
}

/** `$schema` is for editors; it means nothing here. */
export const SECTIONS = [
  'quorate',
  'network',
  'imports',
  'keys',
  'groups',
  'accounts',
  'assert',
  'tests',
  'ignore',
  'rules',
  '$schema',
] as const

const VERSION_HELP = 'the first line of an account file is `quorate: 1`'

const readVersion = (tree: Tree): Read<true> =>
  tree._tag === 'Text' && !tree.isQuoted && tree.text === '1'
    ? E.right(true)
    : refuse(tree.offset, () =>
        failure(
          'unknown-version',
          `\`quorate\` is ${found(tree)}; this program reads version 1`,
          VERSION_HELP,
        ),
      )

const noVersion = (): Failure =>
  failure('missing-key', '`quorate` is missing: expected `quorate: 1`', VERSION_HELP)

/** The place of an offset in a part. */
export const placeIn =
  ({ file, positionAt }: Pick<PolicyPart, 'file' | 'positionAt'>) =>
  (offset: number, path: TreePath): Place => ({ file, position: positionAt(offset), path })

/** Problems of a part as people are shown them; empty where there are none. */
export const toldIn =
  ({ positionAt }: Pick<PolicyPart, 'positionAt'>) =>
  (problems: readonly Problem[]): readonly Failure[] =>
    problems.length === 0 ? [] : tell(positionAt)(problems)

const readSections =
  (file: string, positionAt: PolicyPart['positionAt'], beside: readonly Problem[]) =>
  (map: MapTree): PolicyPart => {
    const version = required('quorate', noVersion, map.offset, readVersion)(map)
    const section = entryOf('imports')(map)
    const imports: Read<readonly Import[]> =
      section === undefined ? E.right([]) : readImports(placeIn({ file, positionAt }))(section)
    return {
      file,
      imports: E.isLeft(version) || E.isLeft(imports) ? [] : imports.right,
      map,
      problems: [
        ...beside,
        ...unknownKeys('an account file', SECTIONS)(map),
        ...problemsOf([version, imports]),
      ],
      positionAt,
    }
  }

const readTree = (text: string, file: string, positionAt: PolicyPart['positionAt']): Read<PolicyPart> => {
  const seeds = seedOffsets(text)
  if (seeds.length > 0) return E.left(seeds.map((offset) => problem(offset, secretSeedFailure)))
  const parsed = parseTree(text)
  if (E.isLeft(parsed)) return parsed
  const { tree, problems } = parsed.right
  const map = mapIn('this', 'an account file: a map that starts with `quorate: 1`')(tree)
  return E.isLeft(map) ? unless(problems)(map) : E.right(readSections(file, positionAt, problems)(map.right))
}

/** The same without a subject: who reads one file only says elsewhere which. */
export const readPart = (text: string, file: string): E.Either<NEA.NonEmptyArray<Failure>, PolicyPart> => {
  const readable = readableText(ACCOUNT_FILE)(text)
  if (E.isLeft(readable)) return E.left(NEA.of(readable.left))
  const positionAt = positionIn(readable.right)
  const read = E.mapLeft(tell(positionAt))(readTree(readable.right, file, positionAt))
  return /\.json$/i.test(file) ? E.mapLeft(NEA.map(calledJson))(read) : read
}

/** A seed given where a path belongs must not come back as the name of a file. */
export const shownFile = (file: string): string => (looksLikeSeed(file) ? 'input' : file)

/**
 * Reads one file of a policy, as far as that goes without the others. `file` is the subject of every
 * failure. What its sections say is read by `joinPolicyParts`.
 *
 * Failures: `too-large`, `not-text`, `empty-input`; `secret-seed`; those of `parseTree`; `wrong-shape`.
 */
export const readPolicyPart = (
  text: string,
  file: string,
): E.Either<NEA.NonEmptyArray<Failure>, PolicyPart> =>
  E.mapLeft(NEA.map(about(shownFile(file))))(readPart(text, shownFile(file)))

/** Loading a policy: a file, and the files that it imports, as far as they are below one folder. */
import * as E from 'fp-ts/lib/Either.js'
import * as NEA from 'fp-ts/lib/NonEmptyArray.js'
import * as O from 'fp-ts/lib/Option.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import type { Policy } from '../../advice/policy/index.js'
// Not from the front door, behind which everything else that can be read is loaded too.
import type { Import } from '../../edge/source/policy/import-section.js'
import { joinPolicyParts } from '../../edge/source/policy/join-parts.js'
import type { KnownRules } from '../../edge/source/policy/known-rules.js'
import { readPolicyPart, type PolicyPart } from '../../edge/source/policy/policy-part.js'
import { besideFile, folderOf, isBelow } from '../../edge/source/policy/relative-path.js'
import { quotedName } from '../../edge/source/quoted.js'
import { about, at, failure, type Failure } from '../../kernel/model/index.js'
import type { Files } from '../ports.js'
import { inputName, isShownWhole } from './input-name.js'

type Failures = NEA.NonEmptyArray<Failure>

/** Where files come from: this machine, or what was committed. */
export type PolicyFiles = Pick<Files, 'readText' | 'realPath'>

/** Bytes of one file; the reader has its own limit of characters. */
const FILE_LIMIT = 4 * 1024 * 1024

/** More files are no policy that anybody reads. */
const MOST_FILES = 100

/** Bytes of all files together. */
const TOTAL_LIMIT = 8 * 1024 * 1024

/** What is said of an import is said where it stands. */
const ofImport =
  ({ place }: Import) =>
  (found: Failure): Failure =>
    about(place.file)(at(place.position)({ ...found, subject: O.none, position: O.none }))

const outside = (path: string): Failure =>
  failure(
    'import-outside',
    `the import ${quotedName(path)} leads out of the folder of the policy`,
    'a policy imports files that are below the folder of the file that is named',
  )

const tooMany = (): Failure =>
  failure('too-large', `a policy of more than ${String(MOST_FILES)} files, or of too much text`)

const circle = (files: readonly string[]): Failure =>
  failure(
    'import-cycle',
    `files import each other: ${[...files, ...files.slice(0, 1)].map(quotedName).join(' → ')}`,
    'take one of the imports out',
  )

const unshowable = (path: string): Failure =>
  failure(
    'bad-path',
    `the path ${quotedName(path)} cannot be shown whole, and a policy is known by its path`,
    'rename it: without control characters, backticks and what looks like a secret seed',
  )

const fromInput = (): Failure =>
  failure(
    'imports-not-followed',
    'standard input imports files, and has no folder in which they could be found',
    'name the file by its path',
  )

/** A file on the way from the one that was named, with the one path that it has. */
interface Step {
  readonly file: string
  readonly real: string
}

/** One loading: what was read so far, and what went wrong. */
const loading = (source: PolicyFiles, root: string) => {
  const parts: PolicyPart[] = []
  const failures: Failure[] = []
  const seen = new Set<string>()
  let size = 0

  const resolve = async (from: PolicyPart, one: Import): Promise<E.Either<Failure, Step>> => {
    const file = besideFile(from.file, one.path)
    if (!isBelow(root, file)) return E.left(outside(one.path))
    const [real, realRoot] = [await source.realPath(file)(), await source.realPath(root)()]
    if (E.isLeft(real)) return real
    if (E.isLeft(realRoot)) return realRoot
    return isBelow(realRoot.right, real.right)
      ? E.right({ file, real: real.right })
      : E.left(outside(one.path))
  }

  const follow = async (part: PolicyPart, way: readonly Step[]): Promise<void> => {
    for (const one of part.imports) {
      const step = await resolve(part, one)
      if (E.isLeft(step)) failures.push(ofImport(one)(step.left))
      else await visit(step.right, way, ofImport(one))
    }
  }

  const visit = async (step: Step, way: readonly Step[], where: (f: Failure) => Failure): Promise<void> => {
    const before = way.findIndex(({ real }) => real === step.real)
    if (before >= 0) return void failures.push(where(circle(way.slice(before).map(({ file }) => file))))
    if (seen.has(step.real)) return
    if (seen.size >= MOST_FILES || size > TOTAL_LIMIT) {
      if (!failures.some(({ code }) => code === 'too-large')) failures.push(where(tooMany()))
      return
    }
    seen.add(step.real)
    if (!isShownWhole(step.file)) return void failures.push(where(unshowable(step.file)))
    const text = await source.readText(step.file, FILE_LIMIT)()
    if (E.isLeft(text)) return void failures.push(where(text.left))
    size += text.right.length
    const part = readPolicyPart(text.right, step.file)
    if (E.isLeft(part)) return void failures.push(...part.left)
    parts.push(part.right)
    await follow(part.right, [...way, step])
  }

  return { parts, failures, visit }
}

/**
 * A policy and everything that it imports, from any source of files. Imports are relative to the file
 * that names them, and stay below `root`: the folder of the file that was named, unless said otherwise.
 * A file that is imported twice is read once.
 *
 * Failures: those of reading files, `bad-path`, `import-outside`, `import-cycle`, `imports-not-followed`,
 * `too-large`; those of `readPolicyPart` and of `joinPolicyParts`.
 */
export const loadPolicyFrom =
  (source: PolicyFiles) =>
  (file: string, root = folderOf(file), rules?: KnownRules): TE.TaskEither<Failures, Policy> =>
  async () => {
    const { parts, failures, visit } = loading(source, root)
    const name = inputName(file)
    const real = file === '-' ? E.right('-') : await source.realPath(file)()
    if (E.isLeft(real)) return E.left(NEA.of(about(name)(real.left)))
    if (file === '-') {
      const text = await source.readText(file, FILE_LIMIT)()
      if (E.isLeft(text)) return E.left(NEA.of(about(name)(text.left)))
      const part = readPolicyPart(text.right, name)
      if (E.isLeft(part)) return part
      const [first] = part.right.imports
      return first === undefined
        ? joinPolicyParts([part.right], rules)
        : E.left(NEA.of(ofImport(first)(fromInput())))
    }
    await visit({ file, real: real.right }, [], about(name))
    const [first, ...others] = parts
    const failed = NEA.fromArray(failures)
    if (O.isSome(failed)) return E.left(failed.value)
    if (first === undefined) throw new Error('invariant: a policy that was loaded has a file')
    return joinPolicyParts([first, ...others], rules)
  }

/** The same from the files of this machine. */
export const loadPolicy = ({ files }: { readonly files: PolicyFiles }) => loadPolicyFrom(files)

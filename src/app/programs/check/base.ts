/**
 * The policies before a change, as one: every account by its address, in whichever file it stood. An
 * account that moves to another file is not a new account.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as NEA from 'fp-ts/lib/NonEmptyArray.js'
import * as O from 'fp-ts/lib/Option.js'
import type { Place, Policy, PolicyAccount, PolicyKey } from '../../../advice/policy/index.js'
import { about, failure, type AccountId, type Failure } from '../../../kernel/model/index.js'
import type { Revision } from '../../ports.js'
import { findPolicyFiles, isPolicyPath, type PolicyFile } from '../find-policy-files.js'
import { inputName } from '../input-name.js'
import { loadPolicyFrom, type PolicyFiles } from '../load-policy.js'
import { revisionFiles } from '../revision-files.js'
import type { CheckPorts } from './check-request.js'

type Failures = NEA.NonEmptyArray<Failure>

/** What was before. */
export interface Base {
  /** What it is called: a revision, a path. */
  readonly name: string
  readonly accounts: ReadonlyMap<AccountId, PolicyAccount>
  readonly keysByStrkey: ReadonlyMap<string, PolicyKey>
  /** Accounts that stood in two places: nobody knows which counted. */
  readonly twice: ReadonlySet<AccountId>
  /** Files that could not be read, because of which an account may only seem to be new. */
  readonly unreadable: readonly string[]
}

/** Whether two places are one. */
export const isSamePlace = (a: Place, b: Place): boolean =>
  a.file === b.file && a.position.line === b.position.line && a.position.column === b.position.column

const joined = (name: string, policies: readonly Policy[], unreadable: readonly string[]): Base => {
  const accounts = new Map<AccountId, PolicyAccount>()
  const twice = new Set<AccountId>()
  for (const one of policies.flatMap((policy) => [...policy.accounts.values()])) {
    const before = accounts.get(one.account.id)
    if (before !== undefined && !isSamePlace(before.place, one.place)) twice.add(one.account.id)
    accounts.set(one.account.id, one)
  }
  const keysByStrkey = new Map(policies.flatMap((policy) => [...policy.keysByStrkey]))
  return { name, accounts, keysByStrkey, twice, unreadable }
}

interface Loaded {
  readonly policies: readonly Policy[]
  readonly unreadable: readonly string[]
  readonly failures: readonly Failure[]
}

const loadAll = async (source: PolicyFiles, files: readonly PolicyFile[]): Promise<Loaded> => {
  const loaded: { policies: Policy[]; unreadable: string[]; failures: Failure[] } = {
    policies: [],
    unreadable: [],
    failures: [],
  }
  for (const { file, root } of files) {
    const policy = await loadPolicyFrom(source)(file, root)()
    if (E.isRight(policy)) loaded.policies.push(policy.right)
    else {
      loaded.unreadable.push(inputName(file))
      loaded.failures.push(...policy.left)
    }
  }
  return loaded
}

/** A file or a folder of today: what is wrong with it is told before anything is checked. */
const fromPath = async ({ files }: CheckPorts, path: string): Promise<E.Either<Failures, Base>> => {
  const found = await findPolicyFiles({ files })([path])()
  if (E.isLeft(found)) return found
  const { policies, failures } = await loadAll(files, found.right)
  const failed = NEA.fromArray([...failures])
  return O.isSome(failed) ? E.left(failed.value) : E.right(joined(inputName(path), policies, []))
}

const notThen = (path: string): Failure =>
  failure('file-not-found', `there was no file \`${inputName(path)}\` at that revision`)

/** Policies that stood, at a revision, where policies are looked for today. */
const filesThen = async (
  revision: Revision,
  files: readonly PolicyFile[],
): Promise<E.Either<Failure, readonly PolicyFile[]>> => {
  const found = new Map<string, PolicyFile>()
  for (const root of new Set(files.map((one) => one.root))) {
    const paths = await revision.filesBelow(root)()
    if (E.isLeft(paths)) return paths
    const today = new Set(files.filter((one) => one.root === root).map(({ file }) => file))
    for (const file of paths.right) if (isPolicyPath(file) || today.has(file)) found.set(file, { file, root })
  }
  return E.right([...found.values()])
}

const fromRevision = async (
  ports: CheckPorts,
  word: string,
  files: readonly PolicyFile[],
): Promise<E.Either<Failures, Base>> => {
  // Files of one check may belong to several repositories; each has the revision, or the check ends here.
  const bases: Loaded[] = []
  for (const folder of new Set(files.map(({ root }) => root))) {
    const revision = await ports.revisions.at(word, folder)()
    if (E.isLeft(revision)) return E.left(NEA.of(about('--base')(revision.left)))
    const then = await filesThen(
      revision.right,
      files.filter(({ root }) => root === folder),
    )
    if (E.isLeft(then)) return E.left(NEA.of(about('--base')(then.left)))
    bases.push(await loadAll(revisionFiles(revision.right, notThen), then.right))
  }
  return E.right(
    joined(
      word,
      bases.flatMap(({ policies }) => policies),
      [...new Set(bases.flatMap(({ unreadable }) => unreadable))],
    ),
  )
}

const ambiguous = (word: string): Failure =>
  about('--base')(
    failure(
      'base-ambiguous',
      `\`${inputName(word)}\` is both a revision and a path`,
      `write \`./${inputName(word)}\` for the path, or the whole name of the revision, such as \`refs/heads/${inputName(word)}\``,
    ),
  )

/**
 * The policies before, by a revision, a file or a folder.
 *
 * Failures: those of `Revisions.at` and of `findPolicyFiles`; those of reading, where a path is named;
 * `base-ambiguous`.
 */
export const readBase = async (
  ports: CheckPorts,
  word: string,
  files: readonly PolicyFile[],
): Promise<E.Either<Failures, Base>> => {
  const isPath = await ports.files.exists(word)
  const couldBeBoth = !/^(?:\/|\.\.?(?:\/|$))/.test(word)
  if (isPath && couldBeBoth && E.isRight(await ports.revisions.at(word, '.')()))
    return E.left(NEA.of(ambiguous(word)))
  return isPath ? fromPath(ports, word) : fromRevision(ports, word, files)
}

const NOTHING: Omit<Policy, 'accounts' | 'keysByStrkey'> = {
  files: [],
  network: O.none,
  keys: new Map(),
  groups: new Map(),
  assertions: [],
  tests: [],
  ignores: [],
  options: [],
  used: new Set(),
}

/** The part of what was before that a policy is compared with. */
export const baseOf = (base: Base, policy: Policy): Policy => ({
  ...NOTHING,
  keysByStrkey: base.keysByStrkey,
  accounts: new Map(
    [...policy.accounts.values()].flatMap(({ account }) => {
      const before = base.accounts.get(account.id)
      return before === undefined ? [] : [[account.id, before] as const]
    }),
  ),
})

const comparesWithBase = (policy: Policy): readonly PolicyAccount[] => {
  const names = policy.assertions
    .filter(({ claims }) => claims.some((claim) => claim._tag === 'Compare' && claim.other._tag === 'Base'))
    .flatMap(({ on }) => on)
  return [...new Set(names)].flatMap((name) => policy.accounts.get(name) ?? [])
}

/** Accounts of which it is not known what they were: nothing is said of them then. */
export const unknownBefore = (base: Base, policy: Policy): readonly Failure[] =>
  comparesWithBase(policy).flatMap(({ name, account: { id }, place }) => {
    const tell = (code: string, message: string, help: string): Failure => ({
      ...about(place.file)(failure(code, message, help)),
      position: O.some(place.position),
    })
    if (base.twice.has(id))
      return [
        tell(
          'base-account-twice',
          `\`${name}\` stands in two places of \`${inputName(base.name)}\`, and nobody knows which of them counted`,
          'compare with a file or a revision that has it once',
        ),
      ]
    return base.accounts.has(id) || base.unreadable.length === 0
      ? []
      : [
          tell(
            'base-unreadable',
            `\`${name}\` may be new, or may have been in ${base.unreadable.map((file) => `\`${file}\``).join(', ')}, which cannot be read as of \`${inputName(base.name)}\``,
            'compare with a revision in which all policies can be read',
          ),
        ]
  })

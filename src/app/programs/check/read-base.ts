/** Reading the policies before a change: by a revision of a repository, a file or a folder. */
import * as E from 'fp-ts/lib/Either.js'
import * as NEA from 'fp-ts/lib/NonEmptyArray.js'
import * as O from 'fp-ts/lib/Option.js'
import type { Policy } from '../../../advice/policy/index.js'
import { about, failure, type Failure } from '../../../kernel/model/index.js'
import type { Revision } from '../../ports.js'
import { findPolicyFiles, plainPath, type PolicyFile } from '../find-policy-files.js'
import { inputName } from '../input-name.js'
import { loadPolicyFrom } from '../load-policy.js'
import { joined, joinedWith, type Base } from './base.js'
import type { CheckPorts } from './check-request.js'
import { lookWhereTheyAre, type Looked, type Then } from './look-back.js'
import { lookElsewhere } from './look-elsewhere.js'
import { unclearIn, type Sought } from './unclear.js'

type Failures = NEA.NonEmptyArray<Failure>

/** What is checked today, and compared with what was before. */
export interface Today {
  readonly files: readonly PolicyFile[]
  /** Folders that were named, in which policies are looked for. */
  readonly folders: ReadonlySet<string>
  readonly accounts: readonly Sought[]
}

const policiesOf = (all: readonly Then[]): readonly Policy[] => all.map(({ policy }) => policy)

/** A file or a folder of today: what is wrong with it is told before anything is checked. */
const fromPath = async (
  { files }: CheckPorts,
  path: string,
  today: Today,
): Promise<E.Either<Failures, Base>> => {
  const found = await findPolicyFiles({ files })([path])()
  if (E.isLeft(found)) return found
  const policies: Policy[] = []
  const failures: Failure[] = []
  for (const { file, root } of found.right) {
    const policy = await loadPolicyFrom(files)(file, root)()
    if (E.isRight(policy)) policies.push(policy.right)
    else failures.push(...policy.left)
  }
  const failed = NEA.fromArray(failures)
  if (O.isSome(failed)) return E.left(failed.value)
  const all = joined(policies)
  // Of a folder some files may be checked today, and others not; one file is compared as a whole.
  const isFile = found.right.every(({ root }) => root !== plainPath(path))
  return E.right({
    ...all,
    name: path,
    unclear: unclearIn(path, all, today.accounts, { unread: [], known: new Set() }),
    covered: isFile || today.folders.size > 0 ? all.accounts : new Map(),
  })
}

/** What was, where policies are looked for today, with the repositories that hold it. */
interface Near extends Looked {
  /** One revision of each repository. */
  readonly revisions: readonly Revision[]
  /** Policies that would be checked today, if they were still there. */
  readonly covered: readonly Then[]
}

const lookNear = async (
  ports: CheckPorts,
  word: string,
  { files, folders }: Today,
): Promise<E.Either<Failure, Near>> => {
  const revisions = new Map<string, Revision>()
  const found: { policies: Then[]; unread: Looked['unread'][number][]; covered: Then[] } = {
    policies: [],
    unread: [],
    covered: [],
  }
  // Files of one check may belong to several repositories; each has the revision, or the check ends here.
  for (const folder of new Set(files.map(({ root }) => root))) {
    const revision = await ports.revisions.at(word, folder)()
    if (E.isLeft(revision)) return revision
    const own = files.filter(({ root }) => root === folder)
    const looked = await lookWhereTheyAre(revision.right, folder, own)
    if (E.isLeft(looked)) return looked
    const { repository } = revision.right
    revisions.set(repository, revisions.get(repository) ?? revision.right)
    const names = new Set(own.map(({ file }) => file))
    const { policies, unread } = looked.right
    found.policies.push(...policies)
    found.unread.push(...unread)
    found.covered.push(...policies.filter(({ file }) => folders.has(folder) || names.has(file)))
  }
  return E.right({ ...found, revisions: [...revisions.values()] })
}

const fromRevision = async (
  ports: CheckPorts,
  word: string,
  today: Today,
): Promise<E.Either<Failure, Base>> => {
  const near = await lookNear(ports, word, today)
  if (E.isLeft(near)) return near
  const here = joined(policiesOf(near.right.policies))
  const covered = joined(policiesOf(near.right.covered)).accounts
  const sought = new Set<string>(today.accounts.flatMap(({ id }) => (here.accounts.has(id) ? [] : [id])))
  const [policies, unread, known] = [[] as Policy[], [...near.right.unread], new Set<string>()]
  const seen = new Set([...near.right.policies, ...near.right.unread].map(({ file }) => file))
  for (const revision of sought.size === 0 ? [] : near.right.revisions) {
    const looked = await lookElsewhere(revision, sought, seen)
    if (E.isLeft(looked)) return looked
    policies.push(...policiesOf(looked.right.policies))
    unread.push(...looked.right.unread)
    for (const address of looked.right.known) known.add(address)
  }
  const all = joinedWith(
    here,
    joined(policies, (address) => sought.has(address)),
  )
  const unclear = unclearIn(word, all, today.accounts, { unread, known })
  return E.right({ ...all, name: word, unclear, covered })
}

const ambiguous = (word: string): Failure =>
  failure(
    'base-ambiguous',
    `\`${inputName(word)}\` is both a revision and a path`,
    `write \`./${inputName(word)}\` for the path, or the whole name of the revision, such as \`refs/heads/${inputName(word)}\``,
  )

/**
 * The policies before, by a revision, a file or a folder.
 *
 * Failures: those of `Revisions.at`, of `Revision` and of `findPolicyFiles`; those of reading, where a path
 * is named; `base-ambiguous`.
 */
export const readBase = async (
  ports: CheckPorts,
  word: string,
  today: Today,
): Promise<E.Either<Failures, Base>> => {
  const isPath = await ports.files.exists(word)
  const couldBeBoth = !/^(?:\/|\.\.?(?:\/|$))/.test(word)
  const tell = (one: Failure): Failures => NEA.of(about('--base')(one))
  if (isPath && couldBeBoth && E.isRight(await ports.revisions.at(word, '.')()))
    return E.left(tell(ambiguous(word)))
  return isPath ? fromPath(ports, word, today) : E.mapLeft(tell)(await fromRevision(ports, word, today))
}

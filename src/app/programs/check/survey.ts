/**
 * The first look at everything that is to be checked: which files are checked by themselves, and which
 * accounts there are. Policies are kept while there are few; of many, only the accounts are.
 */
import * as E from 'fp-ts/lib/Either.js'
import type * as NEA from 'fp-ts/lib/NonEmptyArray.js'
import * as O from 'fp-ts/lib/Option.js'
import { promisesOf, type Promised } from '../../../advice/lint/index.js'
import type { Policy, PolicyAccount } from '../../../advice/policy/index.js'
import {
  about,
  at,
  failure,
  networkLabel,
  type Account,
  type AccountId,
  type Failure,
  type Network,
} from '../../../kernel/model/index.js'
import { quotedName } from '../../../edge/source/index.js'
import type { PolicyFile } from '../find-policy-files.js'
import { isSamePlace } from './base.js'

type Failures = NEA.NonEmptyArray<Failure>

/** Loads a policy, every time it is asked. */
export type Load = (file: PolicyFile) => Promise<E.Either<Failures, Policy>>

/** An account, and the file that was named for its policy. */
export interface SurveyedAccount {
  readonly file: string
  readonly name: string
  readonly account: Account
}

/** A file that is checked by itself. */
export interface SurveyedFile {
  readonly file: PolicyFile
  /** The accounts of which other files say something too. */
  readonly twice: readonly Failure[]
  readonly load: () => Promise<E.Either<Failures, Policy>>
}

/** What was seen. */
export interface Survey {
  /** Without files that others import: they are checked as parts of those. */
  readonly files: readonly SurveyedFile[]
  readonly accounts: readonly SurveyedAccount[]
  /** Whether a file could not be read, whose accounts are not known. */
  readonly isPartial: boolean
  /** What other files promise of an account, by its address: an import of several has promises in each. */
  readonly elsewhere: (file: PolicyFile) => (address: string) => readonly Promised[]
}

/** As many accounts are kept with everything that is said of them. */
const KEPT_ACCOUNTS = 500

interface Seen {
  readonly file: PolicyFile
  /** None, where it is to be loaded again. */
  readonly kept: O.Option<E.Either<Failures, Policy>>
  readonly accounts: readonly Pick<PolicyAccount, 'name' | 'account' | 'place'>[]
  readonly network: O.Option<Network>
  readonly imports: readonly string[]
  readonly isUnread: boolean
  /** What it says of accounts that it imports, by their addresses. */
  readonly promises: ReadonlyMap<string, readonly Promised[]>
}

/** Where an account stands, and on which network, as far as that is said. */
interface Standing extends Pick<PolicyAccount, 'name' | 'place'> {
  readonly network: O.Option<Network>
}

const placeText = ({ place: { file, position } }: Standing): string =>
  `${file}:${String(position.line)}:${String(position.column)}`

/**
 * Two accounts with one address. On two networks they are two accounts; but a base, the ledger's state and a
 * baseline know accounts by their addresses, and would take one for the other.
 */
const sameAddress = (one: Standing, before: Standing): Failure => {
  const networks = [one, before].flatMap(({ network }) => (O.isSome(network) ? [network.value] : []))
  const [here, there] = networks
  return here !== undefined && there !== undefined && here.passphrase !== there.passphrase
    ? failure(
        'account-on-two-networks',
        `\`${one.name}\` of ${quotedName(networkLabel(here))} has the address of \`${before.name}\` of ${quotedName(networkLabel(there))} at ${placeText(before)}`,
        'they are two accounts, and one check knows accounts by their addresses alone: keep the files of each network in a folder of its own, and check each folder by itself',
      )
    : failure(
        'account-twice',
        `\`${one.name}\` is the account that ${placeText(before)} describes as \`${before.name}\``,
        'keep one of them: which one counts, nobody knows',
      )
}

const accountTwice = (one: Standing, before: Standing): Failure =>
  about(one.place.file)(at(one.place.position)(sameAddress(one, before)))

/** Of imported accounts other files may speak too; of its own, none but this one does. */
const ofImported = (policy: Policy): Seen['promises'] => {
  const imported = [...policy.accounts.values()].filter(({ place }) => place.file !== policy.files[0])
  if (imported.length === 0) return new Map()
  const ids = new Set<string>(imported.map(({ account }) => account.id))
  return new Map([...promisesOf(policy)].filter(([address]) => ids.has(address)))
}

const look = async (load: Load, files: readonly PolicyFile[]): Promise<readonly Seen[]> => {
  const seen: Seen[] = []
  let kept = 0
  for (const file of files) {
    const policy = await load(file)
    const accounts = E.isRight(policy) ? [...policy.right.accounts.values()] : []
    kept += accounts.length
    seen.push({
      file,
      kept: kept <= KEPT_ACCOUNTS ? O.some(policy) : O.none,
      accounts: accounts.map(({ name, account, place }) => ({ name, account, place })),
      network: E.isRight(policy) ? policy.right.network : O.none,
      imports: E.isRight(policy) ? policy.right.files.slice(1) : [],
      isUnread: E.isLeft(policy),
      promises: E.isRight(policy) ? ofImported(policy.right) : new Map(),
    })
  }
  return seen
}

const changed = (file: string): Failure =>
  about(file)(failure('file-changed', 'the file was changed while it was checked', 'check it again'))

/** The policy once more; it must be about the same accounts. */
const again = async (load: Load, { file, accounts }: Seen): Promise<E.Either<Failures, Policy>> => {
  const policy = await load(file)
  if (E.isLeft(policy)) return policy
  const now = [...policy.right.accounts.values()]
  const isSame =
    now.length === accounts.length && now.every(({ account }, at) => account.id === accounts[at]?.account.id)
  return isSame ? policy : E.left([changed(file.file)])
}

/** Looks at every file once. */
export const surveyOf = async (load: Load, files: readonly PolicyFile[]): Promise<Survey> => {
  const all = await look(load, files)
  const imported = new Set(all.flatMap(({ imports }) => imports))
  const own = all.filter(({ file }) => !imported.has(file.file))
  const first = new Map<AccountId, Standing>()
  return {
    files: own.map((seen) => ({
      file: seen.file,
      twice: seen.accounts.flatMap(({ name, place, account }) => {
        const one = { name, place, network: seen.network }
        const before = first.get(account.id)
        first.set(account.id, before ?? one)
        return before === undefined || isSamePlace(before.place, one.place) ? [] : [accountTwice(one, before)]
      }),
      load: () => (O.isSome(seen.kept) ? Promise.resolve(seen.kept.value) : again(load, seen)),
    })),
    accounts: own.flatMap(({ file, accounts }) =>
      accounts.map(({ name, account }) => ({ file: file.file, name, account })),
    ),
    isPartial: all.some(({ isUnread }) => isUnread),
    elsewhere: ({ file }) => {
      const others = own.filter((seen) => seen.file.file !== file && seen.promises.size > 0)
      return (address) => others.flatMap(({ promises }) => promises.get(address) ?? [])
    },
  }
}

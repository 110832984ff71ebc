/**
 * The account file: accounts as people write them down, in YAML 1.2 or JSON. It says who may add how
 * much weight and how much is needed, and nothing else; state is the ledger's to say.
 *
 * Strict: an unknown or repeated key, a notation that hides what is meant and a number that is none
 * are refused. All problems of one stage are told at once; the stages are text, seeds, notation,
 * syntax, content.
 */
import * as E from 'fp-ts/lib/Either.js'
import * as NEA from 'fp-ts/lib/NonEmptyArray.js'
import * as O from 'fp-ts/lib/Option.js'
import {
  failure,
  secretSeedFailure,
  type Account,
  type Failure,
  type Network,
  type SignerKey,
} from '../../kernel/model/index.js'
import { readAccount } from './account-file/account-section.js'
import type { KeyMetadata } from './account-file/key-metadata.js'
import { checkName, NO_KEYS, readKeyTable, type KeyTable } from './account-file/key-table.js'
import { readNetwork } from './account-file/network-section.js'
import {
  all,
  problem,
  problemsOf,
  refuse,
  struct,
  tell,
  unless,
  type Problem,
  type Read,
} from './tree/problem.js'
import { quoted } from './quoted.js'
import { ACCOUNT_FILE, readableText } from './text/readable-text.js'
import { seedOffsets } from './text/seed-scan.js'
import { positionIn } from './text/text-position.js'
import { entryOf, found, mapIn, required, unknownKeys } from './tree/tree-reader.js'
import type { Entry, MapTree, Tree } from './tree/tree.js'
import { parseTree } from './tree/yaml-tree.js'

/** What an account file says. Names keep the order of the file. */
export interface AccountFile {
  readonly network: O.Option<Network>
  readonly keys: ReadonlyMap<string, SignerKey>
  /** Who holds each key, and where; for the same aliases. */
  readonly metadata: ReadonlyMap<string, KeyMetadata>
  readonly accounts: ReadonlyMap<string, Account>
}

/** `$schema` is for editors; it means nothing here. */
const SECTIONS = ['quorate', 'network', 'keys', 'accounts', '$schema'] as const

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

const accountTwice = (name: string, before: string) => () =>
  failure(
    'account-twice',
    `${quoted(name)} and ${quoted(before)} describe the same account`,
    'keep one of them',
  )

const twice = (entries: readonly Entry[], reads: readonly Read<Account>[]): readonly Problem[] => {
  const nameOf = new Map<string, string>()
  return reads.flatMap((read, index) => {
    const entry = entries[index]
    if (E.isLeft(read) || entry === undefined) return []
    const before = nameOf.get(read.right.id)
    nameOf.set(read.right.id, before ?? entry.name)
    return before === undefined ? [] : [problem(entry.offset, accountTwice(entry.name, before))]
  })
}

const nameClash = (name: string) => (): Failure =>
  failure(
    'name-clash',
    `${quoted(name)} is the name of a key, and of an account that is not that key's`,
    'give one of them another name',
  )

/** A name is shown for keys and for accounts: it must not stand for two. */
const clashes = (
  table: KeyTable,
  entries: readonly Entry[],
  reads: readonly Read<Account>[],
): readonly Problem[] =>
  reads.flatMap((read, index) => {
    const entry = entries[index]
    const key = entry === undefined ? undefined : table.keys.get(entry.name)
    if (E.isLeft(read) || entry === undefined || key === undefined || key.strkey === read.right.id) return []
    return [problem(entry.offset, nameClash(entry.name))]
  })

const readAccounts =
  (table: KeyTable) =>
  (tree: Tree): Read<ReadonlyMap<string, Account>> => {
    const section = mapIn('`accounts`', 'a map of names to accounts')(tree)
    if (E.isLeft(section)) return section
    const { entries } = section.right
    const reads = entries.map(readAccount(table))
    const problems = [
      ...entries.flatMap((entry) => checkName('an account', entry)),
      ...twice(entries, reads),
      ...clashes(table, entries, reads),
    ]
    return unless(problems)(
      E.map(
        (accounts: readonly Account[]) =>
          new Map(entries.map(({ name }, i) => [name, accounts[i] as Account])),
      )(all(reads)),
    )
  }

const optional = <A>(
  entry: Entry | undefined,
  otherwise: A,
  read: (tree: Tree, offset: number) => Read<A>,
): Read<A> => (entry === undefined ? E.right(otherwise) : read(entry.value, entry.offset))

const readSections = (map: MapTree): Read<AccountFile> => {
  const keys = entryOf('keys')(map)
  const { table, problems } = keys === undefined ? { table: NO_KEYS, problems: [] } : readKeyTable(keys.value)
  const version = required('quorate', noVersion, map.offset, readVersion)(map)
  return unless([...problems, ...unknownKeys('an account file', SECTIONS)(map), ...problemsOf([version])])(
    struct<AccountFile>({
      network: optional<O.Option<Network>>(entryOf('network')(map), O.none, (tree, offset) =>
        E.map((network: Network) => O.some(network))(readNetwork(tree, offset)),
      ),
      keys: E.right(table.keys),
      metadata: E.right(table.metadata),
      accounts: optional<AccountFile['accounts']>(entryOf('accounts')(map), new Map(), readAccounts(table)),
    }),
  )
}

const readText = (text: string): Read<AccountFile> => {
  const seeds = seedOffsets(text)
  if (seeds.length > 0) return E.left(seeds.map((offset) => problem(offset, secretSeedFailure)))
  const parsed = parseTree(text)
  if (E.isLeft(parsed)) return parsed
  const { tree, problems } = parsed.right
  const map = mapIn('this', 'an account file: a map that starts with `quorate: 1`')(tree)
  return unless(problems)(E.isLeft(map) ? map : readSections(map.right))
}

/**
 * Reads an account file.
 *
 * Failures, each with line and column: `too-large`, `not-text`, `empty-input`; `secret-seed`; those of
 * `parseTree`; then `unknown-key`, `missing-key`, `wrong-shape`, `unknown-version`, `unknown-network`,
 * `bad-name`, `bad-word`, `word-twice`, `name-clash`, `key-twice`, `account-twice`, `not-an-account`, those of `readSigners`, of weights
 * (`weight-not-a-number`, `weight-out-of-range`) and of keys (`bad-strkey`, `not-a-signer`).
 */
export const readAccountFile = (text: string): E.Either<NEA.NonEmptyArray<Failure>, AccountFile> => {
  const readable = readableText(ACCOUNT_FILE)(text)
  if (E.isLeft(readable)) return E.left(NEA.of(readable.left))
  return E.mapLeft(tell(positionIn(readable.right)))(readText(readable.right))
}

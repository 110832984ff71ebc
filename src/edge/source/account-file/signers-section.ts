/** The signers of one account of an account file: a map of keys to weights. */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import {
  failure,
  MAX_SIGNERS,
  ordSigner,
  signer,
  type AccountId,
  type Failure,
  type Signer,
} from '../../../kernel/model/index.js'
import { resolveKey } from './key-reference.js'
import type { KeyTable } from './key-table.js'
import { all, problem, refuse, struct, unless, type Problem, type Read } from '../tree/problem.js'
import { quoted } from '../quoted.js'
import { mapIn, weightIn } from '../tree/tree-reader.js'
import type { Entry, Tree } from '../tree/tree.js'

const tooMany = (where: string, count: number) => (): Failure =>
  failure(
    'too-many-signers',
    `${where} has ${String(count)} signers; the network allows ${String(MAX_SIGNERS)} beside the master key`,
  )

const masterAmongSigners = (where: string) => (): Failure =>
  failure(
    'master-among-signers',
    `the master key of ${where} cannot be one of its signers`,
    'say its weight with `master`',
  )

const weightZero = (name: string) => (): Failure =>
  failure(
    'signer-weight-zero',
    `the weight of signer ${quoted(name)} is 0; expected 1 to 255`,
    'a signer of weight 0 is removed by the network: leave it out',
  )

const signerTwice = (name: string, before: string) => (): Failure =>
  failure(
    'signer-twice',
    `signers ${quoted(name)} and ${quoted(before)} are the same key`,
    'keep one of them',
  )

interface Placed {
  readonly entry: Entry
  readonly signer: Signer
}

const placedIn =
  (table: KeyTable) =>
  (entry: Entry): Read<Placed> => {
    const weight = weightIn(`the weight of signer ${quoted(entry.name)}`)(entry.value)
    const parts = struct({
      key: resolveKey(table)(entry.name, entry.offset),
      weight:
        E.isRight(weight) && weight.right === 0 ? refuse(entry.value.offset, weightZero(entry.name)) : weight,
    })
    return E.map(({ key, weight: checked }: { key: Signer['key']; weight: number }) => ({
      entry,
      signer: signer(key, checked),
    }))(parts)
  }

/** Problems of the list that no entry has by itself. */
const clashes = (
  where: string,
  address: O.Option<AccountId>,
  reads: readonly Read<Placed>[],
): readonly Problem[] => {
  const nameOf = new Map<string, string>()
  return reads.flatMap((read) => {
    if (E.isLeft(read)) return []
    const { entry, signer: one } = read.right
    const before = nameOf.get(one.key.strkey)
    nameOf.set(one.key.strkey, before ?? entry.name)
    if (before !== undefined) return [problem(entry.offset, signerTwice(entry.name, before))]
    const isMaster = O.isSome(address) && one.key.strkey === address.value
    return isMaster ? [problem(entry.offset, masterAmongSigners(where))] : []
  })
}

/**
 * Signers in the ledger's order, whatever the order of the file.
 *
 * Problems: `too-many-signers`, `undefined-alias`, `signer-twice`, `master-among-signers`,
 * `signer-weight-zero`, and those of keys and weights.
 */
export const readSigners =
  (table: KeyTable, where: string, address: O.Option<AccountId>) =>
  (tree: Tree): Read<readonly Signer[]> => {
    const section = mapIn(`\`signers\` of ${where}`, 'a map of keys to weights')(tree)
    if (E.isLeft(section)) return section
    const { entries, offset } = section.right
    if (entries.length > MAX_SIGNERS) return refuse(offset, tooMany(where, entries.length))
    const reads = entries.map(placedIn(table))
    return E.map((placed: readonly Placed[]) => placed.map((one) => one.signer).toSorted(ordSigner.compare))(
      unless(clashes(where, address, reads))(all(reads)),
    )
  }

/** The signers of one account: a map of keys and groups to weights. */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type { Place } from '../../../advice/policy/index.js'
import {
  failure,
  MAX_SIGNERS,
  ordSigner,
  signer,
  type AccountId,
  type Failure,
  type Signer,
  type SignerKey,
  type Weight,
} from '../../../kernel/model/index.js'
import { quoted } from '../quoted.js'
import { all, problem, refuse, struct, unless, type Problem, type Read } from '../tree/problem.js'
import { mapIn, weightIn } from '../tree/tree-reader.js'
import type { Entry, Tree } from '../tree/tree.js'
import { resolveReference, type Referred } from './key-reference.js'
import type { Scope } from './scope.js'

const tooMany = (where: string, count: number) => (): Failure =>
  failure(
    'too-many-signers',
    `${where} has ${String(count)} signers; the network allows ${String(MAX_SIGNERS)} beside the master key`,
  )

const throughGroup = (name: string, isGroup: boolean): string =>
  isGroup ? ` (through group ${quoted(name)})` : ''

const masterAmongSigners =
  (where: string, { name, isGroup }: Placed) =>
  (): Failure =>
    failure(
      'master-among-signers',
      `the master key of ${where} cannot be one of its signers${throughGroup(name, isGroup)}`,
      'say its weight with `master`',
    )

const weightZero = (name: string) => (): Failure =>
  failure(
    'signer-weight-zero',
    `the weight of signer ${quoted(name)} is 0; expected 1 to 255`,
    'a signer of weight 0 is removed by the network: leave it out',
  )

const signerTwice = (alias: string | undefined, placed: Placed, before: Placed) => (): Failure =>
  placed.isGroup || before.isGroup
    ? failure(
        'signer-twice',
        `${alias === undefined ? 'a key' : `key ${quoted(alias)}`} has a weight by ${quoted(before.name)} and by ${quoted(placed.name)}`,
        'name each key once, by itself or by one group',
      )
    : failure(
        'signer-twice',
        `signers ${quoted(placed.name)} and ${quoted(before.name)} are the same key`,
        'keep one of them',
      )

/** One signer, and the entry that it comes from. */
interface Placed {
  readonly name: string
  readonly offset: number
  readonly isGroup: boolean
  readonly signer: Signer
}

const placedIn =
  (scope: Scope, where: string) =>
  ({ name, offset, value }: Entry): Read<readonly Placed[]> => {
    const weight = weightIn(`the weight of signer ${quoted(name)}`)(value)
    const parts = struct<{ readonly who: Referred; readonly weight: Weight }>({
      who: resolveReference(scope)(name, offset),
      weight: E.isRight(weight) && weight.right === 0 ? refuse(value.offset, weightZero(name)) : weight,
    })
    if (E.isLeft(parts)) return parts
    const { who, weight: checked } = parts.right
    if (who._tag === 'Group' && who.keys.length > MAX_SIGNERS)
      return refuse(offset, tooMany(where, who.keys.length))
    const placed = (key: SignerKey): Placed => ({
      name,
      offset,
      isGroup: who._tag === 'Group',
      signer: signer(key, checked),
    })
    return E.right(who._tag === 'Key' ? [placed(who.key)] : who.keys.map(placed))
  }

/** Problems of the list that no entry has by itself. */
const clashes = (
  scope: Scope,
  where: string,
  address: O.Option<AccountId>,
  signers: readonly Placed[],
): readonly Problem[] => {
  const first = new Map<string, Placed>()
  return signers.flatMap((one) => {
    const { strkey } = one.signer.key
    const before = first.get(strkey)
    first.set(strkey, before ?? one)
    if (before !== undefined)
      return [problem(one.offset, signerTwice(scope.aliasOf.get(strkey), one, before))]
    const isMaster = O.isSome(address) && strkey === address.value
    return isMaster ? [problem(one.offset, masterAmongSigners(where, one))] : []
  })
}

/** The signers of an account, and where the weight of each is said. */
export interface PlacedSigners {
  /** In the ledger's order, whatever the order of the file. */
  readonly signers: readonly Signer[]
  readonly places: ReadonlyMap<string, Place>
}

export const NO_SIGNERS: PlacedSigners = { signers: [], places: new Map() }

/**
 * The signers of an account.
 *
 * Problems: `too-many-signers`, `undefined-alias`, `signer-twice`, `master-among-signers`,
 * `signer-weight-zero`, and those of keys and weights.
 */
export const readSigners =
  (scope: Scope, where: string, address: O.Option<AccountId>) =>
  (placeAt: (offset: number, name: string) => Place) =>
  (tree: Tree): Read<PlacedSigners> => {
    const section = mapIn(`\`signers\` of ${where}`, 'a map of keys to weights')(tree)
    if (E.isLeft(section)) return section
    const { entries, offset } = section.right
    // Groups may be empty, so that a longer list can be right; but not by much.
    if (entries.length > MAX_SIGNERS && scope.groups.size === 0)
      return refuse(offset, tooMany(where, entries.length))
    const reads = entries.map(placedIn(scope, where))
    const signers = reads.flatMap((read) => (E.isRight(read) ? read.right : []))
    if (signers.length > MAX_SIGNERS) return refuse(offset, tooMany(where, signers.length))
    return E.map((): PlacedSigners => ({
      signers: signers.map((one) => one.signer).toSorted(ordSigner.compare),
      places: new Map(signers.map((one) => [one.signer.key.strkey, placeAt(one.offset, one.name)])),
    }))(unless(clashes(scope, where, address, signers))(all(reads)))
  }

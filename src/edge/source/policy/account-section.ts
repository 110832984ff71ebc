/** The `accounts` section: accounts as people write them down, or as a preset fills them in. */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type { Place, PolicyAccount, TreePath } from '../../../advice/policy/index.js'
import {
  failure,
  type AccountId,
  type Failure,
  type Thresholds,
  type Weight,
} from '../../../kernel/model/index.js'
import { quoted } from '../quoted.js'
import { struct, unless, type Read } from '../tree/problem.js'
import { entryOf, mapIn, required, textIn, unknownKeys, weightIn } from '../tree/tree-reader.js'
import type { Entry, MapTree, Tree } from '../tree/tree.js'
import { resolveAccountId } from './key-reference.js'
import { placeIn } from './policy-part.js'
import { readPreset } from './preset-section.js'
import type { Scope } from './scope.js'
import { placeOf, type Item } from './sections.js'
import { NO_SIGNERS, readSigners, type PlacedSigners } from './signers-section.js'

const WRITTEN = ['address', 'master', 'thresholds', 'signers', 'preset'] as const
const LEVELS = ['low', 'medium', 'high'] as const

const missing = (what: string, where: string, help: string) => (): Failure =>
  failure('missing-key', `${what} is missing in ${where}`, help)

/** Where the parts of an account are. */
type PlaceWithin = (offset: number, ...path: TreePath) => Place

/** `master: 0`, or `master: { weight: 0 }` as policies write it. */
const masterIn =
  (where: string) =>
  (tree: Tree, offset: number): Read<Weight> => {
    const what = `the master weight of ${where}`
    if (tree._tag !== 'Map') return weightIn(what)(tree)
    return unless(unknownKeys(`\`master\` of ${where}`, ['weight'])(tree))(
      required(
        'weight',
        missing('`weight`', `\`master\` of ${where}`, 'write `master: 1`'),
        offset,
        weightIn(what),
      )(tree),
    )
  }

const THRESHOLDS_HELP = 'write all three, as in `thresholds: { low: 0, medium: 0, high: 0 }`'

const thresholdsIn =
  (where: string) =>
  (tree: Tree, offset: number): Read<Thresholds> => {
    const section = mapIn(`\`thresholds\` of ${where}`, 'a map of `low`, `medium` and `high`')(tree)
    if (E.isLeft(section)) return section
    const level = (name: (typeof LEVELS)[number]): Read<Weight> =>
      required(
        name,
        missing(`\`${name}\``, `\`thresholds\` of ${where}`, THRESHOLDS_HELP),
        offset,
        weightIn(`the ${name} threshold of ${where}`),
      )(section.right)
    return unless(unknownKeys(`\`thresholds\` of ${where}`, LEVELS)(section.right))(
      struct<Thresholds>({ low: level('low'), medium: level('medium'), high: level('high') }),
    )
  }

const addressIn =
  (scope: Scope, where: string) =>
  (tree: Tree): Read<AccountId> => {
    const text = textIn(`the address of ${where}`, 'the name of a key, or an account (G… or M…)')(tree)
    return E.isLeft(text) ? text : resolveAccountId(scope)(text.right, tree.offset)
  }

const signersOf = (
  scope: Scope,
  where: string,
  address: Read<AccountId>,
  placeWithin: PlaceWithin,
  map: MapTree,
): Read<PlacedSigners> => {
  const entry = entryOf('signers')(map)
  const id = E.isRight(address) ? O.some(address.right) : O.none
  return entry === undefined
    ? E.right(NO_SIGNERS)
    : readSigners(scope, where, id)((offset, name) => placeWithin(offset, 'signers', name))(entry.value)
}

/** Where master weight and thresholds are; of what is missing, nobody asks. */
const placesOf = (map: MapTree, placeWithin: PlaceWithin) => {
  const master = entryOf('master')(map)
  const weight = master?.value._tag === 'Map' ? entryOf('weight')(master.value) : undefined
  const thresholds = entryOf('thresholds')(map)?.value
  const levelAt = (name: (typeof LEVELS)[number]): Place => {
    const entry: Entry | undefined = thresholds?._tag === 'Map' ? entryOf(name)(thresholds) : undefined
    return placeWithin(entry?.offset ?? map.offset, 'thresholds', name)
  }
  return {
    masterPlace:
      weight === undefined
        ? placeWithin(master?.offset ?? map.offset, 'master')
        : placeWithin(weight.offset, 'master', 'weight'),
    thresholdPlaces: { Low: levelAt('low'), Medium: levelAt('medium'), High: levelAt('high') },
  }
}

const writtenAccount = (
  scope: Scope,
  item: Item,
  where: string,
  id: Read<AccountId>,
  map: MapTree,
): Read<PolicyAccount> => {
  const placeWithin: PlaceWithin = (offset, ...path) => placeIn(item.part)(offset, [...item.path, ...path])
  const parts = struct({
    id,
    masterWeight: required(
      'master',
      missing('`master`', where, 'write the weight of the master key; the network starts accounts with 1'),
      item.offset,
      masterIn(where),
    )(map),
    thresholds: required(
      'thresholds',
      missing('`thresholds`', where, THRESHOLDS_HELP),
      item.offset,
      thresholdsIn(where),
    )(map),
    signers: signersOf(scope, where, id, placeWithin, map),
  })
  return E.map(
    ({
      signers,
      ...account
    }: {
      readonly id: AccountId
      readonly masterWeight: Weight
      readonly thresholds: Thresholds
      readonly signers: PlacedSigners
    }): PolicyAccount => ({
      name: item.name,
      account: { ...account, signers: signers.signers, state: O.none },
      place: placeOf(item),
      preset: O.none,
      ...placesOf(map, placeWithin),
      signerPlaces: signers.places,
    }),
  )(unless(unknownKeys(where, WRITTEN)(map))(parts))
}

/**
 * The account of an entry of `accounts`. Master weight and thresholds must be written, although the
 * network has defaults: what a file leaves out, its reader would have to guess. Unless a preset says them.
 */
export const readAccount =
  (scope: Scope) =>
  (item: Item): Read<PolicyAccount> => {
    const where = `account ${quoted(item.name)}`
    const section = mapIn(where, 'a map of `address`, `master`, `thresholds` and `signers`')(item.value)
    if (E.isLeft(section)) return section
    const map = section.right
    const id = required(
      'address',
      missing('`address`', where, 'write the name of its master key, or the account itself (G…)'),
      item.offset,
      addressIn(scope, where),
    )(map)
    const preset = entryOf('preset')(map)
    return preset === undefined
      ? writtenAccount(scope, item, where, id, map)
      : readPreset(scope, item, id, preset)(map)
  }

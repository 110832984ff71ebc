/** One account of an account file. */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import {
  failure,
  type Account,
  type AccountId,
  type Thresholds,
  type Weight,
} from '../../../kernel/model/index.js'
import { resolveAccountId } from './key-reference.js'
import type { KeyTable } from './key-table.js'
import { struct, unless, type Read } from '../tree/problem.js'
import { quoted } from '../quoted.js'
import { readSigners } from './signers-section.js'
import { entryOf, mapIn, required, textIn, unknownKeys, weightIn } from '../tree/tree-reader.js'
import type { Entry, MapTree, Tree } from '../tree/tree.js'

const FIELDS = ['address', 'master', 'thresholds', 'signers'] as const
const LEVELS = ['low', 'medium', 'high'] as const

const missing = (what: string, where: string, help: string) => () =>
  failure('missing-key', `${what} is missing in ${where}`, help)

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

const thresholdsIn =
  (where: string) =>
  (tree: Tree, offset: number): Read<Thresholds> => {
    const section = mapIn(`\`thresholds\` of ${where}`, 'a map of `low`, `medium` and `high`')(tree)
    if (E.isLeft(section)) return section
    const help = 'write all three, as in `thresholds: { low: 0, medium: 0, high: 0 }`'
    const level = (name: (typeof LEVELS)[number]): Read<Weight> =>
      required(
        name,
        missing(`\`${name}\``, `\`thresholds\` of ${where}`, help),
        offset,
        weightIn(`the ${name} threshold of ${where}`),
      )(section.right)
    return unless(unknownKeys(`\`thresholds\` of ${where}`, LEVELS)(section.right))(
      struct<Thresholds>({ low: level('low'), medium: level('medium'), high: level('high') }),
    )
  }

const addressIn =
  (table: KeyTable, where: string) =>
  (tree: Tree): Read<AccountId> => {
    const text = textIn(`the address of ${where}`, 'the name of a key, or an account (G… or M…)')(tree)
    return E.isLeft(text) ? text : resolveAccountId(table)(text.right, tree.offset)
  }

const signersOf = (table: KeyTable, where: string, address: Read<AccountId>, map: MapTree) => {
  const entry = entryOf('signers')(map)
  const id = E.isRight(address) ? O.some(address.right) : O.none
  return entry === undefined ? E.right([]) : readSigners(table, where, id)(entry.value)
}

/**
 * The account of an entry of `accounts`. Master weight and thresholds must be written, although the
 * network has defaults: what a file leaves out, its reader would have to guess.
 */
export const readAccount =
  (table: KeyTable) =>
  ({ name, offset, value }: Entry): Read<Account> => {
    const where = `account ${quoted(name)}`
    const section = mapIn(where, 'a map of `address`, `master`, `thresholds` and `signers`')(value)
    if (E.isLeft(section)) return section
    const map = section.right
    const id = required(
      'address',
      missing('`address`', where, 'write the name of its master key, or the account itself (G…)'),
      offset,
      addressIn(table, where),
    )(map)
    return unless(unknownKeys(where, FIELDS)(map))(
      struct<Account>({
        id,
        masterWeight: required(
          'master',
          missing(
            '`master`',
            where,
            'write the weight of the master key; the network starts accounts with 1',
          ),
          offset,
          masterIn(where),
        )(map),
        thresholds: required(
          'thresholds',
          missing(
            '`thresholds`',
            where,
            'write all three, as in `thresholds: { low: 0, medium: 0, high: 0 }`',
          ),
          offset,
          thresholdsIn(where),
        )(map),
        signers: signersOf(table, where, id, map),
        state: E.right(O.none),
      }),
    )
  }

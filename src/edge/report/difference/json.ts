/**
 * A difference as one JSON object. `formatVersion` changes only where a reader would break; members may be
 * added. `signers` of a distinguishing set are `{ key, alias }`; `sums` are what they weigh before and
 * after; `given` is the transaction authorized in advance of which it is true, or null.
 */
import * as O from 'fp-ts/lib/Option.js'
import type { AccountDifference, Distinguishing, LevelDifference } from '../../../advice/coalition/index.js'
import type { Account } from '../../../kernel/model/index.js'
import { accountJson, type Json } from '../json-list.js'
import type { Names } from '../names.js'
import { levelWord } from '../words.js'
import { isSameReport, type DifferenceReport } from './difference.js'

/** A key with the name that it has. */
export const keyJson =
  (names: Names) =>
  (key: string): Readonly<Record<string, Json>> => ({ key, alias: O.toNullable(names.key(key)) })

const setJson = (names: Names, set: O.Option<Distinguishing>): Json =>
  O.isNone(set)
    ? null
    : {
        signers: set.value.keys.map(keyJson(names)),
        sums: { before: set.value.sums[0], after: set.value.sums[1] },
        given: O.isSome(set.value.given) ? keyJson(names)(set.value.given.value) : null,
      }

/** A level before and after, with the people who tell them apart. */
export const levelJson =
  (names: Names) =>
  ({ level, relation, needed, loses, gains }: LevelDifference): Json => ({
    level: levelWord(level),
    relation,
    needed: { before: needed[0], after: needed[1] },
    onlyBefore: setJson(names, loses),
    onlyAfter: setJson(names, gains),
  })

const differenceJson =
  (names: Names) =>
  ({ before, after, levels, thresholds, weights }: AccountDifference): Json => ({
    ...accountJson(names, after.id),
    before: before.id,
    levels: levels.map(levelJson(names)),
    thresholds: thresholds.map((one) => ({ ...one, level: levelWord(one.level) })),
    weights: weights.map((one) => ({
      ...keyJson(names)(one.key),
      before: O.toNullable(one.before),
      after: O.toNullable(one.after),
    })),
  })

/** The difference for programs. */
export const differenceReportJson = (report: DifferenceReport): Json => {
  const { sides, names, both, added, removed } = report
  const account = ({ id }: Account): Json => accountJson(names, id)
  return {
    formatVersion: 1,
    before: sides[0],
    after: sides[1],
    same: isSameReport(report),
    accounts: both.map(differenceJson(names)),
    added: added.map(account),
    removed: removed.map(account),
  }
}

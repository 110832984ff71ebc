/**
 * What tells two configurations of an account apart: the numbers that were changed, and at each level the
 * people whom the change lets act, or no longer lets act. Numbers may change and nobody notice.
 */
import * as O from 'fp-ts/lib/Option.js'
import {
  activeSignersOf,
  THRESHOLD_LEVELS,
  thresholdAt,
  weightIn,
  type Account,
  type Coalition,
  type ThresholdLevel,
} from '../../kernel/model/index.js'
import { winsOnlyIn } from './entails.js'
import { gameUnder, type AccountGame, type Circumstances } from './from-account.js'

/** People who can act in one of two configurations only. */
export interface Distinguishing {
  /** StrKeys; nobody at all, where what was authorized in advance is enough. */
  readonly keys: Coalition
  /** The pre-authorized transaction of which this is true; none where it is true of every other. */
  readonly given: O.Option<string>
  /** What they weigh before and after, with what that transaction adds. */
  readonly sums: readonly [before: number, after: number]
}

/** What the later configuration is, seen from the earlier one. */
export type RelationToBefore = 'equal' | 'stricter' | 'looser' | 'incomparable'

/** A level before and after. */
export interface LevelDifference {
  readonly level: ThresholdLevel
  readonly relation: RelationToBefore
  /** The weight that it takes, at least 1. */
  readonly needed: readonly [before: number, after: number]
  /** Whether enough weight takes more signatures than an envelope holds: then nobody can act. */
  readonly isOverfull: readonly [before: boolean, after: boolean]
  /** Who could act and no longer can. */
  readonly loses: O.Option<Distinguishing>
  /** Who can act and could not. */
  readonly gains: O.Option<Distinguishing>
}

/** A number before and after; none where there is no such signer. */
export interface WeightDifference {
  /** StrKey. */
  readonly key: string
  readonly before: O.Option<number>
  readonly after: O.Option<number>
}

/** Two configurations side by side. */
export interface AccountDifference {
  readonly before: Account
  readonly after: Account
  readonly levels: readonly LevelDifference[]
  /** Thresholds as they are written, which may differ where what they take does not. */
  readonly thresholds: readonly {
    readonly level: ThresholdLevel
    readonly before: number
    readonly after: number
  }[]
  /** Weights that differ, the master key's among them; in the order of before, then of after. */
  readonly weights: readonly WeightDifference[]
}

/**
 * As it usually is, and each transaction that either authorized in advance. What is disclosed needs no
 * circumstances of its own: a secret is a player here, and whoever uses it after others is no other set.
 */
const circumstancesOf = (before: Account, after: Account): readonly O.Option<string>[] => {
  const inAdvance = [before, after].flatMap((account) =>
    activeSignersOf(account)
      .filter(({ key }) => key._tag === 'PreAuthTx')
      .map(({ key }) => key.strkey),
  )
  return [O.none, ...[...new Set(inAdvance)].map(O.some)]
}

const weighed = ({ game, granted }: AccountGame, keys: Coalition): number => weightIn(keys)(game) + granted

type Pair = readonly [before: AccountGame, after: AccountGame]

const gamesOf =
  (level: ThresholdLevel, before: Account, after: Account) =>
  (given: O.Option<string>): Pair => {
    const circumstances: Circumstances = {
      disclosed: [],
      preAuthorized: O.isSome(given) ? [given.value] : [],
    }
    const gameOf = gameUnder(circumstances)(level)
    return [gameOf(before), gameOf(after)]
  }

const distinguishing =
  (given: O.Option<string>, [before, after]: Pair) =>
  (keys: Coalition): Distinguishing => ({
    keys,
    given,
    sums: [weighed(before, keys), weighed(after, keys)],
  })

const relationOf = (loses: boolean, gains: boolean): RelationToBefore =>
  loses ? (gains ? 'incomparable' : 'stricter') : gains ? 'looser' : 'equal'

const levelDifference =
  (before: Account, after: Account) =>
  (level: ThresholdLevel): LevelDifference => {
    let loses: O.Option<Distinguishing> = O.none
    let gains: O.Option<Distinguishing> = O.none
    for (const given of circumstancesOf(before, after)) {
      const pair = gamesOf(level, before, after)(given)
      const [was, is] = [pair[0].game, pair[1].game]
      const tell = distinguishing(given, pair)
      if (O.isNone(loses)) loses = O.map(tell)(winsOnlyIn(is)(was))
      if (O.isNone(gains)) gains = O.map(tell)(winsOnlyIn(was)(is))
    }
    const usual = gamesOf(level, before, after)(O.none)
    const needed = ({ thresholds }: Account): number => Math.max(1, thresholdAt(level)(thresholds))
    return {
      level,
      relation: relationOf(O.isSome(loses), O.isSome(gains)),
      needed: [needed(before), needed(after)],
      isOverfull: [usual[0].tooManySignatures, usual[1].tooManySignatures],
      loses,
      gains,
    }
  }

const weightsIn = (account: Account): ReadonlyMap<string, number> =>
  new Map(activeSignersOf(account).map(({ key, weight }) => [key.strkey, weight]))

const weightDifferences = (before: Account, after: Account): readonly WeightDifference[] => {
  const [was, is] = [weightsIn(before), weightsIn(after)]
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((key) => was.get(key) !== is.get(key))
    .map((key) => ({ key, before: O.fromNullable(was.get(key)), after: O.fromNullable(is.get(key)) }))
}

/** What tells two configurations apart; of one account, or of two that are to be compared. */
export const differenceBetween =
  (before: Account) =>
  (after: Account): AccountDifference => ({
    before,
    after,
    levels: THRESHOLD_LEVELS.map(levelDifference(before, after)),
    thresholds: THRESHOLD_LEVELS.map((level) => ({
      level,
      before: thresholdAt(level)(before.thresholds),
      after: thresholdAt(level)(after.thresholds),
    })).filter((one) => one.before !== one.after),
    weights: weightDifferences(before, after),
  })

/** Whether the same people can do the same things. */
export const isSameAuthority = ({ levels }: AccountDifference): boolean =>
  levels.every(({ relation }) => relation === 'equal')

/**
 * Checks a state between two configurations of an account, at every level: nobody gains power who has it
 * neither before nor after, and those who are known to be able to sign can go on and go back, with as
 * many losses as before and after. Whoever stops there is no worse off than with one of the two.
 */
import * as O from 'fp-ts/lib/Option.js'
import {
  activeSignersOf,
  MAX_SIGNERS,
  MAX_WEIGHT,
  THRESHOLD_LEVELS,
  totalOf,
  weightIn,
  type Account,
  type Coalition,
  type Game,
  type ThresholdLevel,
} from '../../../kernel/model/index.js'
import {
  afterLoss,
  gainsInWindow,
  gameAt,
  gameUnder,
  keysAsUnits,
  lossTolerance,
  type AccountGame,
} from '../../coalition/index.js'
import { changingGame } from '../changing-game.js'
import { weighingKeys } from './passengers.js'
import type { Limit, StageFault, Throughout } from './stage-fault.js'

const idsOf = ({ players }: Game): Coalition => players.map(({ id }) => id)

const notAllowed = ({ id, signers, thresholds, masterWeight }: Account): readonly StageFault[] => {
  const keys = signers.map(({ key }) => key.strkey)
  const heavy = signers.filter(({ weight }) => weight > MAX_WEIGHT).map(({ key }) => key.strkey)
  const numbers = [masterWeight, thresholds.low, thresholds.medium, thresholds.high]
  const found = (isFound: boolean, limit: Limit, whose: Coalition): readonly StageFault[] =>
    isFound ? [{ _tag: 'NotAllowed', limit, keys: whose }] : []
  const isOver = heavy.length > 0 || numbers.some((number) => number > MAX_WEIGHT)
  return [
    ...found(keys.length > MAX_SIGNERS, 'too-many-signers', keys),
    ...found(isOver, 'number-out-of-range', heavy),
    ...found(keys.includes(id), 'own-key-as-signer', [id]),
    ...found(
      new Set(keys).size < keys.length,
      'signer-twice',
      keys.filter((key, at) => keys.indexOf(key) !== at),
    ),
  ]
}

/** No approval in advance, and each one alone: a transaction has one hash. */
const approvalsIn = (accounts: readonly Account[]): readonly O.Option<string>[] => {
  const inAdvance = accounts
    .flatMap(activeSignersOf)
    .filter(({ key }) => key._tag === 'PreAuthTx')
    .map(({ key }) => key.strkey)
  return [O.none, ...[...new Set(inAdvance)].map(O.some)]
}

type Three<A> = readonly [before: A, meanwhile: A, after: A]

const each = <A, B>([before, meanwhile, after]: Three<A>, f: (one: A) => B): Three<B> => [
  f(before),
  f(meanwhile),
  f(after),
]

/** Secrets are players here: with one that is public, what somebody can do who has it is found as well. */
const gainsPower =
  (accounts: Three<Account>) =>
  (level: ThresholdLevel): readonly StageFault[] => {
    for (const given of approvalsIn(accounts)) {
      const preAuthorized = O.isSome(given) ? [given.value] : []
      const games: Three<AccountGame> = each(accounts, gameUnder({ disclosed: [], preAuthorized })(level))
      const [before, meanwhile, after] = each(games, ({ game }) => game)
      const keys = gainsInWindow(before, after)(meanwhile)
      if (O.isNone(keys)) continue
      const sums: Throughout = each(games, ({ game, granted }) => weightIn(keys.value)(game) + granted)
      const needed: Throughout = each(games, (one) => one.needed)
      return [{ _tag: 'GainsPower', level, keys: keys.value, given, sums, needed }]
    }
    return []
  }

const locked = (state: Account): readonly StageFault[] => {
  const { game, level, needed, tooManySignatures } = changingGame(state)
  return totalOf(game) >= game.quota
    ? []
    : [
        {
          _tag: 'Locked',
          level,
          keys: idsOf(game),
          sum: totalOf(game),
          needed,
          isOverfull: tooManySignatures,
        },
      ]
}

/** How many keys may be lost, and whose loss is too much; -1 where nobody can act anyway. */
const toleranceIn = (game: Game): { readonly tolerated: number; readonly breaking: Coalition } => {
  const tolerance = lossTolerance(keysAsUnits(game))(game)
  if (tolerance._tag !== 'Known') return { tolerated: -1, breaking: [] }
  const breaking = O.isSome(tolerance.breaking) ? tolerance.breaking.value.keys : []
  return { tolerated: tolerance.tolerated, breaking }
}

const losesGrip =
  ([before, state, after]: Three<Account>, proven: ReadonlySet<string>) =>
  (level: ThresholdLevel): readonly StageFault[] => {
    const { game, needed } = gameAt(level)(state)
    const unproven = idsOf(game).filter((key) => !proven.has(key))
    // Old keys that cannot sign are lost before and after; new ones are to sign before it is after.
    const old = new Set(weighingKeys(before).map(({ strkey }) => strkey))
    const toleratedIn = (one: Game, isLost: (key: string) => boolean): number =>
      toleranceIn(afterLoss(idsOf(one).filter(isLost))(one)).tolerated
    const demanded = Math.min(
      toleratedIn(gameAt(level)(before).game, (key) => !proven.has(key)),
      toleratedIn(gameAt(level)(after).game, (key) => old.has(key) && !proven.has(key)),
    )
    const ours = afterLoss(unproven)(game)
    const { tolerated, breaking } = toleranceIn(ours)
    const least = level === changingGame(state).level ? Math.max(0, demanded) : demanded
    if (tolerated >= least) return []
    return tolerated < 0
      ? [{ _tag: 'ProvenCannotAct', level, keys: idsOf(ours), sum: totalOf(ours), needed, unproven }]
      : [{ _tag: 'ToleratesLess', level, keys: breaking, tolerated, demanded }]
  }

/**
 * What is wrong with a state between two configurations; nothing, where it is safe to be in and to stay
 * in. `proven` are the keys (StrKeys) of which it is known that they can sign: those that did, or that
 * somebody vouches for.
 */
export const checkStage =
  (before: Account, after: Account, proven: ReadonlySet<string>) =>
  (state: Account): readonly StageFault[] => {
    const limits = notAllowed(state)
    if (limits.length > 0) return limits
    const accounts: Three<Account> = [before, state, after]
    const lock = locked(state)
    return [
      ...THRESHOLD_LEVELS.flatMap(gainsPower(accounts)),
      ...lock,
      ...THRESHOLD_LEVELS.flatMap(losesGrip(accounts, proven)).filter(
        ({ _tag }) => lock.length === 0 || _tag !== 'ProvenCannotAct',
      ),
    ]
  }

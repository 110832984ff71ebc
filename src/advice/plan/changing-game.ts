/**
 * Who can change an account by a transaction of its own. Changing signers, thresholds or the master
 * weight needs high, and being the source of a transaction needs low: the greater of the two decides
 * (stellar-core `TransactionFrame::commonValid`, `SetOptionsOpFrame::getThresholdLevel`).
 */
import type { Account, Coalition, ThresholdLevel } from '../../kernel/model/index.js'
import { isWinning, totalOf, weightIn } from '../../kernel/model/index.js'
import { afterLoss, fewestSignatures, gameAt, type AccountGame } from '../coalition/index.js'
import * as O from 'fp-ts/lib/Option.js'
import type { Shown } from './plan-check.js'

/** The game of those who can change an account; high, unless low takes more. */
export const changingGame = (account: Account): AccountGame => {
  const [low, high] = [gameAt('Low')(account), gameAt('High')(account)]
  return low.needed > high.needed ? low : high
}

/** Keys weighed in the game of those who can change an account. */
export const shownIn =
  (account: Account, state: Shown['state']) =>
  (title: string, keys: Coalition): Shown => {
    const { game, level, needed } = changingGame(account)
    return { title, level, state, keys, sum: weightIn(keys)(game), quota: needed }
  }

/** Why nobody can change an account. */
export type LockReason =
  /** All weights together are less than is needed. */
  | 'too-little-weight'
  /** Enough weight, but in more signatures than an envelope holds. */
  | 'too-many-signatures'
  /** Those who cannot sign are needed. */
  | 'unavailable'

/** Whether an account can still be changed. */
export type Lock =
  /** By so few keys, who can sign anything. */
  | { readonly _tag: 'Open'; readonly fewest: Coalition }
  /** Only with preimages or signatures of payloads, which are public once they were used. */
  | { readonly _tag: 'Conditional'; readonly fewest: Coalition }
  | {
      readonly _tag: 'Locked'
      readonly why: LockReason
      readonly level: ThresholdLevel
      /** Who can sign, and who cannot. */
      readonly able: Coalition
      readonly unable: Coalition
    }

/** Who can sign what. */
export interface Abilities {
  /** They cannot sign. */
  readonly unavailable: ReadonlySet<string>
  /** Conditional signers whose preimage or payload signature somebody has. */
  readonly atHand: ReadonlySet<string>
}

/** Whether those who can sign can still change an account. Pre-authorized transactions do not count. */
export const lockOf =
  ({ unavailable, atHand }: Abilities) =>
  (account: Account): Lock => {
    const { game, disclosable, tooManySignatures, level } = changingGame(account)
    const unable = game.players.map(({ id }) => id).filter((id) => unavailable.has(id))
    const ours = afterLoss(unable)(game)
    const doubtful = disclosable.map(({ id }) => id).filter((id) => !atHand.has(id))
    const certain = fewestSignatures(afterLoss(doubtful)(ours))
    if (O.isSome(certain)) return { _tag: 'Open', fewest: certain.value }
    const fewest = fewestSignatures(ours)
    if (O.isSome(fewest)) return { _tag: 'Conditional', fewest: fewest.value }
    const isEnough = isWinning(game.players.map(({ id }) => id))(game) && totalOf(game) > 0
    return {
      _tag: 'Locked',
      why: tooManySignatures ? 'too-many-signatures' : isEnough ? 'unavailable' : 'too-little-weight',
      level,
      able: ours.players.map(({ id }) => id),
      unable,
    }
  }

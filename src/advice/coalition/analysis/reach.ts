/**
 * Whether a level can be reached at all. The network refuses no configuration for being out of reach, so
 * that this is the first thing to know of an account.
 */
import {
  activeSignersOf,
  MAX_WEIGHT,
  totalOf,
  type Coalition,
  type Game,
  type ThresholdLevel,
} from '../../../kernel/model/index.js'
import type { ChangedAccount } from '../changed-account.js'
import { gameAt, gameUnder, USUAL } from '../from-account.js'
import { afterLoss } from '../what-if.js'

/** Whether, and how, a level can be reached. */
export type Reach =
  | { readonly _tag: 'Reachable' }
  /** By no signatures, only by one of these transactions, that were authorized in advance. */
  | { readonly _tag: 'OnlyInAdvance'; readonly by: Coalition }
  | { readonly _tag: 'Never'; readonly why: NeverReason }

/** Why nobody can ever reach a level. */
export type NeverReason =
  /** No signer has any weight. */
  | 'no-signer'
  /** All weights together are less than the threshold. */
  | 'too-little-weight'
  /** Enough weight, but in more signatures than an envelope holds. */
  | 'too-many-signatures'
  /** It could be reached before the keys were lost. */
  | 'lost-keys'

const canWin = (game: Game): boolean => totalOf(game) >= game.quota

/** Whether those who can still sign can reach a level. */
export const reachAt =
  (level: ThresholdLevel) =>
  ({ account, lost }: ChangedAccount): Reach => {
    const { game, tooManySignatures, conditional } = gameAt(level)(account)
    if (canWin(afterLoss(lost)(game))) return { _tag: 'Reachable' }
    const by = conditional
      .map(({ id }) => id)
      .filter((id) => {
        const approved = gameUnder({ ...USUAL, preAuthorized: [id] })(level)(account)
        return canWin(afterLoss(lost)(approved.game))
      })
    if (by.length > 0) return { _tag: 'OnlyInAdvance', by }
    if (canWin(game)) return { _tag: 'Never', why: 'lost-keys' }
    if (tooManySignatures) return { _tag: 'Never', why: 'too-many-signatures' }
    const weight = activeSignersOf(account).reduce((sum, one) => sum + Math.min(one.weight, MAX_WEIGHT), 0)
    return { _tag: 'Never', why: weight === 0 ? 'no-signer' : 'too-little-weight' }
  }

/**
 * What an account really permits: every measure at every level. Exact on every account that the network
 * can hold: at most 21 signers, and no threshold above 255.
 */
import { THRESHOLD_LEVELS, type Account } from '../../../kernel/model/index.js'
import type { ChangedAccount } from '../changed-account.js'
import type { Units } from '../units.js'
import { analyzeLevel, type LevelAnalysis } from './level-analysis.js'

/** An account, as it is or as it would be, at its three levels. */
export interface AccountAnalysis {
  readonly changed: ChangedAccount
  /** Low, medium, high. */
  readonly levels: readonly LevelAnalysis[]
}

/** An account of which nothing is lost or stolen. */
export const unchanged = (account: Account): ChangedAccount => ({ account, lost: [], stolen: [] })

/** The analysis of an account; tolerance is told by key and by the kinds of units that are given. */
export const analyzeAccount =
  (units: readonly Units[]) =>
  (changed: ChangedAccount): AccountAnalysis => ({
    changed,
    levels: THRESHOLD_LEVELS.map((level) => analyzeLevel(units)(level)(changed)),
  })

/** Whether somebody, or a transaction that was authorized in advance, can reach each level. */
export const isReachable = ({ levels }: AccountAnalysis): boolean =>
  levels.every(({ reach }) => reach._tag !== 'Never')

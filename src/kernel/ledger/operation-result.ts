/**
 * What one operation did: its code in the network's spelling, and the world after it.
 *
 * A failed operation still has a world: before protocol 14 what it did until it failed was seen by the
 * operations after it, although all is undone in the end (stellar-core `applyOperations`).
 */
import type { AccountId } from '../model/index.js'
import type { LedgerHeader } from './ledger-header.js'
import type { World } from './world.js'

/** The outcome of one operation. */
export interface OperationResult {
  readonly succeeded: boolean
  /** Such as `SET_OPTIONS_BAD_SIGNER`, or `opNO_ACCOUNT`. */
  readonly code: string
  readonly world: World
}

/** Where an operation runs, and for whom. The source exists. */
export interface OperationContext {
  readonly header: LedgerHeader
  readonly world: World
  readonly source: AccountId
}

/** A success. */
export const succeed = (code: string, world: World): OperationResult => ({ succeeded: true, code, world })

/** A failure, with the world as far as the operation got. */
export const fail = (code: string, world: World): OperationResult => ({ succeeded: false, code, world })

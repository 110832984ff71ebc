/** A transaction's operations, one after the other, all or nothing (stellar-core `applyOperations`). */
import { sourceOf, type Operation, type Transaction } from '../model/index.js'
import { holds } from '../protocol/index.js'
import { applyOperation } from './apply-operation.js'
import type { LedgerHeader } from './ledger-header.js'
import type { OperationResult } from './operation-result.js'
import type { World } from './world.js'

/** What came of the operations. */
export interface Run {
  readonly code: 'txSUCCESS' | 'txFAILED' | 'txBAD_SPONSORSHIP'
  /** One an operation; in a failed transaction a success is what was reported, not what stayed. */
  readonly operations: readonly string[]
  /** As the operations left it; as it was before them, where the transaction failed. */
  readonly world: World
}

/** Says otherwise of an operation that is not followed: its code, where it fails. */
export type Otherwise = (index: number, operation: Operation) => string | undefined

/** Runs all operations. After one that fails the others still run, and then all is undone. */
export const runAll = (
  header: LedgerHeader,
  before: World,
  transaction: Transaction,
  otherwise: Otherwise = () => undefined,
): Run => {
  const undone = holds(header.protocol)('failedOperationUndone')
  let world = before
  const results = transaction.operations.map((operation, index): OperationResult => {
    const code = otherwise(index, operation)
    const source = sourceOf(transaction)(operation)
    const result =
      code === undefined
        ? applyOperation(header, world, source, operation, index)
        : { succeeded: false, code, world }
    if (result.succeeded || !undone) world = result.world
    return result
  })
  const operations = results.map(({ code }) => code)
  const failed = results.some(({ succeeded }) => !succeeded)
  const rolledBack = { ...before, assumptions: world.assumptions }
  if (failed) return { code: 'txFAILED', operations, world: rolledBack }
  if (world.sponsorships.size > 0) return { code: 'txBAD_SPONSORSHIP', operations: [], world: rolledBack }
  return { code: 'txSUCCESS', operations, world }
}

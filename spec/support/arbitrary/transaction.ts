/** Transactions over the pool, as recipes: what they are depends on the protocol. */
import * as fc from 'fast-check'
import type { Operation, Transaction } from '../../../src/kernel/model/index.js'
import { transaction as build } from '../build/transaction.js'
import { operationOf, operationRecipe, sorobanOperation, type OperationRecipe } from './operation.js'
import { payingName, type AccountName } from './pool.js'
import { seldom, seldomSome } from './seldom.js'
import { preconditionsOf, preconditionsRecipe, type PreconditionsRecipe } from './preconditions.js'

export interface TransactionRecipe {
  readonly source: AccountName
  readonly operations: readonly OperationRecipe[]
  readonly preconditions: PreconditionsRecipe
  /** A smart contract operation instead of the others, or among them, which the network refuses. */
  readonly soroban: { readonly operation: Operation; readonly alone: boolean } | undefined
  readonly hasSorobanData: boolean
  readonly hasMemo: boolean
  readonly muxed: 'no' | 'source' | 'elsewhere'
}

const soroban = fc
  .tuple(sorobanOperation, seldom(8))
  .map(([operation, mixed]) => ({ operation, alone: !mixed }))

export const transactionRecipe = (protocol: number): fc.Arbitrary<TransactionRecipe> =>
  fc
    .record({
      source: payingName,
      operations: fc.oneof(
        { weight: 4, arbitrary: fc.array(operationRecipe, { minLength: 1, maxLength: 1 }) },
        { weight: 6, arbitrary: fc.array(operationRecipe, { minLength: 1, maxLength: 5 }) },
        { weight: 1, arbitrary: fc.array(operationRecipe, { maxLength: 12 }) },
      ),
      preconditions: preconditionsRecipe(protocol),
      soroban: seldomSome(protocol >= 20 ? 14 : 200, soroban),
      flawedData: seldom(100),
      hasMemo: seldom(4),
      muxed: fc.oneof(
        { weight: protocol >= 13 ? 6 : 120, arbitrary: fc.constant('no' as const) },
        { weight: 1, arbitrary: fc.constantFrom('source' as const, 'elsewhere' as const) },
      ),
    })
    .map(({ flawedData, ...rest }) => ({
      ...rest,
      hasSorobanData: (rest.soroban !== undefined) !== flawedData && protocol >= 20,
    }))

const operationsOf = (recipe: TransactionRecipe, protocol: number): readonly Operation[] => {
  const classic = recipe.operations.map(operationOf(protocol))
  if (recipe.soroban === undefined) return classic
  return recipe.soroban.alone ? [recipe.soroban.operation] : [...classic, recipe.soroban.operation]
}

/** The transaction that a recipe means under a protocol; one of the old version cannot say everything. */
export const transactionOf = (
  recipe: TransactionRecipe,
  protocol: number,
  version: 'v0' | 'v1',
): Transaction => {
  const isOld = version === 'v0'
  const tx = build({ source: recipe.source, operations: operationsOf(recipe, protocol) })
  const preconditions = preconditionsOf(
    isOld && recipe.preconditions.form === 'V2'
      ? { form: 'None', extraSigners: [], flaw: 'none' }
      : recipe.preconditions,
  )
  return {
    ...tx,
    preconditions,
    hasMemo: recipe.hasMemo,
    hasSorobanData: recipe.hasSorobanData && !isOld,
    hasMuxedAccount: recipe.muxed !== 'no',
    hasMuxedSource: recipe.muxed === 'source',
  }
}

/** Any transaction of protocol 28. */
export const transaction: fc.Arbitrary<Transaction> = transactionRecipe(28).map((recipe) =>
  transactionOf(recipe, 28, 'v1'),
)

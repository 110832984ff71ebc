/** Operations of all types, most of them such as the protocol knows. */
import * as fc from 'fast-check'
import { OPERATION_TYPES, type Operation, type OperationType } from '../../../src/kernel/model/index.js'
import { isSmartContract, isSupported } from '../../reference/operations.js'
import { accountMerge, createAccount, operation as anyOperation, setOptions } from '../build/operation.js'
import { seldom } from './seldom.js'
import { accountName, keyName, type AccountName } from './pool.js'

/** An operation before the protocol is known; numbers choose from lists that depend on it. */
export interface OperationRecipe {
  readonly type: number
  /** Types that the protocol does not know are chosen from too. */
  readonly mayBeUnknown: boolean
  readonly source: AccountName | undefined
  readonly destination: AccountName
  readonly options: Parameters<typeof setOptions>[0]
}

const weight = fc.constantFrom(0, 1, 2, 255)

const optionsToSet = fc.record(
  {
    master: weight,
    low: weight,
    medium: weight,
    high: weight,
    setFlags: fc.constantFrom(0, 1),
    homeDomain: fc.constantFrom('', 'example.org'),
    signer: fc.tuple(keyName, weight),
  },
  { requiredKeys: [] },
)

export const operationRecipe: fc.Arbitrary<OperationRecipe> = fc.record({
  type: fc.nat(),
  mayBeUnknown: seldom(30),
  source: fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 5, arbitrary: accountName }),
  destination: accountName,
  options: optionsToSet,
})

const CLASSIC: readonly OperationType[] = OPERATION_TYPES.filter(
  (type) => !isSmartContract(anyOperation(type)),
)

/** Each type twice, and again those that change accounts: their order within a transaction matters. */
const CHOICES: readonly OperationType[] = [
  ...CLASSIC,
  ...CLASSIC,
  'SetOptions',
  'SetOptions',
  'SetOptions',
  'CreateAccount',
  'CreateAccount',
  'AccountMerge',
]

const fromType = (type: OperationType, recipe: OperationRecipe): Operation => {
  const source = recipe.source
  if (type === 'SetOptions') return setOptions(recipe.options, source)
  if (type === 'CreateAccount') return createAccount(recipe.destination, source)
  if (type === 'AccountMerge') return accountMerge(recipe.destination, source)
  return anyOperation(type, source)
}

/** The operation that a recipe means under a protocol. */
export const operationOf =
  (protocol: number) =>
  (recipe: OperationRecipe): Operation => {
    const known = recipe.mayBeUnknown
      ? CHOICES
      : CHOICES.filter((type) => isSupported(protocol, anyOperation(type)))
    return fromType(known[recipe.type % known.length] as OperationType, recipe)
  }

/** A smart contract operation, which must stand alone. */
export const sorobanOperation: fc.Arbitrary<Operation> = fc
  .tuple(
    fc.constantFrom<OperationType>('InvokeHostFunction', 'ExtendFootprintTTL', 'RestoreFootprint'),
    fc.option(accountName, { nil: undefined }),
  )
  .map(([type, source]) => anyOperation(type, source))

/** Any operation of any type, with or without a source of its own. */
export const operation: fc.Arbitrary<Operation> = fc
  .tuple(fc.constantFrom(...OPERATION_TYPES), operationRecipe)
  .map(([type, recipe]) => fromType(type, recipe))

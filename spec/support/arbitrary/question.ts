/**
 * Whole cases: an envelope, the accounts that it meets, a protocol and a phase. A case is a pure
 * function of its recipe. `question.spec.ts` holds the spread of what the network says of them.
 */
import * as fc from 'fast-check'
import {
  ledgerView,
  type Account,
  type AccountId,
  type Envelope,
  type LedgerView,
  type Operation,
  type TransactionEnvelope,
} from '../../../src/kernel/model/index.js'
import type { Phase, Question } from '../../reference/checker.js'
import { levelOf } from '../../reference/operations.js'
import { modelHash, signAll } from '../build/envelope.js'
import { key } from '../build/key.js'
import { accountOf, accountRecipe, sidesOf, type AccountRecipe } from './account.js'
import { spoilAll, spoilings, type Spoiling } from './decorated-signature.js'
import { ACCOUNT_NAMES, payingName, type AccountName } from './pool.js'
import { phase, protocolFor } from './protocol.js'
import { seldom, seldomSome } from './seldom.js'
import { signingOf, type Hashes, type SignerRecipe } from './signer-key.js'
import { chooseSigners, type Demand } from './signing-plan.js'
import { transactionOf, transactionRecipe, type TransactionRecipe } from './transaction.js'

export interface QuestionRecipe {
  readonly phase: Phase
  readonly protocol: number
  readonly accounts: readonly AccountRecipe[]
  readonly transaction: TransactionRecipe
  /** Of an unusual version, for the protocol. */
  readonly isOdd: boolean
  readonly order: number
  readonly spoilings: readonly Spoiling[]
  /** A hash that ends in zeros makes the hint of a payload signer over it that of its bare key. */
  readonly hashEndsInZeros: boolean
  readonly feeBump:
    | { readonly source: AccountName; readonly order: number; readonly spoilings: readonly Spoiling[] }
    | undefined
}

const order = fc.oneof(fc.constant(0), fc.nat({ max: 0xffffffff }))

const recipeFor = (of: Phase, protocol: number): fc.Arbitrary<QuestionRecipe> =>
  fc.record({
    phase: fc.constant(of),
    protocol: fc.constant(protocol),
    accounts: fc.tuple(...ACCOUNT_NAMES.map(accountRecipe)),
    transaction: transactionRecipe(protocol),
    isOdd: seldom(protocol < 13 ? 40 : 10),
    order,
    spoilings,
    hashEndsInZeros: seldom(6),
    feeBump: seldomSome(protocol < 13 ? 60 : 2, fc.record({ source: payingName, order, spoilings })),
  })

export const questionRecipe: fc.Arbitrary<QuestionRecipe> = phase.chain((of) =>
  protocolFor(of).chain((protocol) => recipeFor(of, protocol)),
)

/** The world of one case, before the hashes are known. */
interface World {
  readonly recipes: ReadonlyMap<AccountId, AccountRecipe>
  readonly blank: (id: AccountId) => Account | undefined
}

const UNHASHED: Hashes = { inner: new Uint8Array(32), outer: new Uint8Array(32) }

const worldOf = (recipes: readonly AccountRecipe[]): World => {
  const byId = new Map(recipes.map((recipe) => [key(recipe.name).id, recipe]))
  return {
    recipes: byId,
    blank: (id) => {
      const recipe = byId.get(id)
      return recipe?.exists === true ? accountOf(UNHASHED)(recipe) : undefined
    },
  }
}

const demandOf = (world: World, id: AccountId, level: 'low' | 'medium' | 'high'): Demand => {
  const recipe = world.recipes.get(id)
  const account = world.blank(id)
  if (recipe === undefined) return { sides: [], needed: 0 }
  // Of an account that does not exist, its own key is asked for.
  return account === undefined
    ? { sides: [{ recipe: { _tag: 'Ed25519', name: recipe.name }, weight: 1 }], needed: 0 }
    : { sides: sidesOf(recipe), needed: account.thresholds[level] }
}

const extraDemand = (extraSigners: readonly SignerRecipe[]): Demand => ({
  sides: extraSigners.map((recipe) => ({ recipe, weight: 1 })),
  needed: extraSigners.length,
})

const demandsOf = (
  world: World,
  source: AccountId,
  extraSigners: readonly SignerRecipe[],
  operations: readonly Operation[],
): readonly Demand[] => [
  demandOf(world, source, 'low'),
  ...(extraSigners.length > 0 ? [extraDemand(extraSigners)] : []),
  ...operations.map((operation) =>
    demandOf(world, operation.source._tag === 'Some' ? operation.source.value : source, levelOf(operation)),
  ),
]

const innerOf = (recipe: QuestionRecipe, world: World): TransactionEnvelope => {
  const { protocol, isOdd, feeBump } = recipe
  const version = protocol < 13 === !isOdd && feeBump === undefined ? 'v0' : 'v1'
  const tx = transactionOf(recipe.transaction, protocol, version)
  const hash = modelHash(tx)
  if (recipe.hashEndsInZeros) hash.fill(0, 28)
  const extras = tx.preconditions.form === 'V2' ? recipe.transaction.preconditions.extraSigners : []
  const demands = demandsOf(world, tx.source, extras, tx.operations)
  const hashes: Hashes = { inner: hash, outer: UNHASHED.outer }
  const signings = chooseSigners(demands, 'inner', recipe.order).flatMap(
    (one) => signingOf(hashes)(one) ?? [],
  )
  const signatures = signAll(hash, spoilAll(signings, recipe.spoilings))
  return { _tag: 'Transaction', version, hash, transaction: tx, signatures }
}

const envelopeOf = (recipe: QuestionRecipe, world: World): Envelope => {
  const inner = innerOf(recipe, world)
  const { feeBump } = recipe
  if (feeBump === undefined) return inner
  const feeSource = key(feeBump.source).id
  const unsigned = { _tag: 'FeeBump', feeSource, hasMuxedSource: false, fee: 1000n, inner } as const
  const hash = modelHash(unsigned)
  const hashes: Hashes = { inner: inner.hash, outer: hash }
  const signings = chooseSigners([demandOf(world, feeSource, 'low')], 'outer', feeBump.order).flatMap(
    (one) => signingOf(hashes)(one) ?? [],
  )
  return { ...unsigned, hash, signatures: signAll(hash, spoilAll(signings, feeBump.spoilings)) }
}

const viewOf = (recipe: QuestionRecipe, envelope: Envelope): LedgerView => {
  const hashes: Hashes =
    envelope._tag === 'FeeBump'
      ? { inner: envelope.inner.hash, outer: envelope.hash }
      : { inner: envelope.hash, outer: UNHASHED.outer }
  const accounts = recipe.accounts.filter(({ exists }) => exists).map(accountOf(hashes))
  const view = ledgerView({ accounts, closedWorld: true })
  if (view._tag === 'Left') throw new Error(view.left.message)
  return view.right
}

/** The case that a recipe means. */
export const questionOf = (recipe: QuestionRecipe): Question => {
  const envelope = envelopeOf(recipe, worldOf(recipe.accounts))
  return { envelope, view: viewOf(recipe, envelope), protocol: recipe.protocol, phase: recipe.phase }
}

/** Any case of which every account is known. */
export const question: fc.Arbitrary<Question> = questionRecipe.map(questionOf)

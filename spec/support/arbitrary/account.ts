/** Accounts: recipes, whose thresholds follow from their weights and whose signers from the hashes. */
import * as fc from 'fast-check'
import * as O from 'fp-ts/lib/Option.js'
import {
  ordSigner,
  signer,
  type Account,
  type AccountState,
  type Signer,
  type SignerKey,
} from '../../../src/kernel/model/index.js'
import { usualState } from '../build/account.js'
import { key, sha256 } from '../build/key.js'
import { accountName, type AccountName } from './pool.js'
import { keyOf, signerRecipe, type Hashes, type SignerRecipe } from './signer-key.js'
import { thresholdRecipe, thresholdsOf, type ThresholdRecipe } from './thresholds.js'
import { masterWeight, storedWeight } from './weight.js'

export interface WeightedRecipe {
  readonly recipe: SignerRecipe
  readonly weight: number
}

export interface AccountRecipe {
  readonly name: AccountName
  readonly exists: boolean
  readonly master: number
  readonly signers: readonly WeightedRecipe[]
  readonly thresholds: ThresholdRecipe
  /** What the ledger keeps beside authority; where it is not known, the view came from a policy file. */
  readonly state: StateRecipe | undefined
}

/** What decides whether the account can be merged away. */
interface StateRecipe {
  readonly otherEntries: number
  readonly sponsoring: number
  readonly flags: number
}

const weighted: fc.Arbitrary<WeightedRecipe> = fc.record({ recipe: signerRecipe, weight: storedWeight })

const distinct = (signers: readonly WeightedRecipe[]): readonly WeightedRecipe[] => [
  ...new Map(signers.map((one) => [JSON.stringify(one.recipe), one])).values(),
]

export const accountRecipe = (name: AccountName): fc.Arbitrary<AccountRecipe> =>
  fc
    .record({
      exists: fc.integer({ min: 1, max: name === 'ghost' ? 2 : 24 }).map((n) => n > 1),
      master: masterWeight,
      signers: fc.oneof(
        { weight: 3, arbitrary: fc.constant([]) },
        { weight: 8, arbitrary: fc.array(weighted, { minLength: 1, maxLength: 4 }) },
        { weight: 1, arbitrary: fc.array(weighted, { maxLength: 20 }) },
      ),
      thresholds: thresholdRecipe,
      state: fc.option(
        fc.record({
          otherEntries: fc.constantFrom(0, 0, 0, 1),
          sponsoring: fc.constantFrom(0, 0, 0, 2),
          flags: fc.constantFrom(0, 0, 1, 4),
        }),
        { nil: undefined },
      ),
    })
    // The master key is never stored as a signer (SetOptions refuses it).
    .map(({ signers, ...rest }) => ({
      ...rest,
      name,
      signers: distinct(signers).filter(({ recipe }) => !(recipe._tag === 'Ed25519' && recipe.name === name)),
    }))

/** Everyone who can add weight, the master key first. */
export const sidesOf = ({ name, master, signers }: AccountRecipe): readonly WeightedRecipe[] =>
  master === 0 ? signers : [{ recipe: { _tag: 'Ed25519', name }, weight: master }, ...signers]

const weightOf = (recipe: AccountRecipe): number =>
  sidesOf(recipe).reduce((sum, { weight }) => sum + Math.min(weight, 255), 0)

const storedSigners = (recipe: AccountRecipe, toKey: (one: SignerRecipe) => SignerKey): readonly Signer[] => {
  const signers = recipe.signers.map((one) => signer(toKey(one.recipe), one.weight))
  // Two recipes can mean one key only by accident of the hashes.
  const unique = [...new Map(signers.map((one) => [one.key.strkey, one])).values()]
  return unique.toSorted(ordSigner.compare)
}

const stateOf = (recipe: StateRecipe | undefined, signers: number): O.Option<AccountState> =>
  recipe === undefined
    ? O.none
    : O.some({
        ...usualState,
        subentries: signers + recipe.otherEntries,
        sponsoring: recipe.sponsoring,
        flags: recipe.flags,
      })

/** The account that a recipe means, once the hashes are known. */
export const accountOf =
  (hashes: Hashes) =>
  (recipe: AccountRecipe): Account => {
    const signers = storedSigners(recipe, keyOf(hashes))
    return {
      id: key(recipe.name).id,
      masterWeight: recipe.master,
      thresholds: thresholdsOf(recipe.thresholds, weightOf(recipe)),
      signers,
      state: stateOf(recipe.state, signers.length),
    }
  }

const NO_HASHES: Hashes = { inner: sha256('inner'), outer: sha256('outer') }

/** Any account, with what the ledger keeps of it or without. */
export const account: fc.Arbitrary<Account> = accountName.chain(accountRecipe).map(accountOf(NO_HASHES))

/**
 * Who signs: enough for every check, and no more. Random signatures are nearly always refused at the
 * first check, and then nothing behind it is tested; so a case signs as people do, and is spoiled
 * afterwards.
 */
import type { WeightedRecipe } from './account.js'
import type { SignerRecipe } from './signer-key.js'

/** One check to be met: who can add weight, and how much is needed. */
export interface Demand {
  readonly sides: readonly WeightedRecipe[]
  readonly needed: number
}

/** A small random generator of fixed output (mulberry32), so that a case follows from its recipe alone. */
const generator = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The same elements in an order that follows from a number; 0 leaves them as they are. */
export const shuffled = <A>(list: readonly A[], seed: number): readonly A[] => {
  if (seed === 0) return list
  const random = generator(seed)
  return list
    .map((element) => ({ element, place: random() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ element }) => element)
}

const nameOf = (recipe: SignerRecipe): string => JSON.stringify(recipe)

const capped = (weight: number): number => Math.min(weight, 255)

const weightOf = (sides: readonly WeightedRecipe[]): number =>
  sides.reduce((sum, { weight }) => sum + capped(weight), 0)

/**
 * Signers that together meet every demand that can be met, chosen in an order that follows from a
 * number. `preAuthorized` says which pre-authorized transaction is the one being signed.
 */
export const chooseSigners = (
  demands: readonly Demand[],
  preAuthorized: 'inner' | 'outer',
  seed: number,
): readonly SignerRecipe[] => {
  const chosen = new Map<string, SignerRecipe>()
  for (const { sides, needed } of demands) {
    const free = sides.filter(({ recipe }) => recipe._tag === 'PreAuthTx' && recipe.of === preAuthorized)
    const signing = sides.filter(({ recipe }) => recipe._tag !== 'PreAuthTx')
    const here = signing.filter(({ recipe }) => chosen.has(nameOf(recipe)))
    let weight = weightOf(free) + weightOf(here)
    let matched = free.length + here.length > 0
    for (const one of shuffled(signing, seed)) {
      // The sum is compared after a match only, so that a needed weight of 0 takes one signer too.
      if (matched && weight >= needed) break
      if (chosen.has(nameOf(one.recipe))) continue
      chosen.set(nameOf(one.recipe), one.recipe)
      weight += capped(one.weight)
      matched = true
    }
  }
  return shuffled([...chosen.values()], seed)
}

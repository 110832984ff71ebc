/**
 * Thresholds. Random numbers are nearly always out of reach, or met by anybody; so a threshold is told
 * as a share of the weight that the account has, and becomes a number when that is known.
 */
import * as fc from 'fast-check'
import type { Thresholds } from '../../../src/kernel/model/index.js'

/** A number, or so many eighths of the account's weight, plus an offset. */
export type Reach = number | { readonly eighths: number; readonly offset: number }

const share = fc.record({
  eighths: fc.constantFrom(0, 1, 2, 3, 4, 5, 6, 8),
  offset: fc.constantFrom(0, 0, 0, 1, -1),
})

export const reach: fc.Arbitrary<Reach> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.constantFrom(1, 1, 1, 2, 3) },
  { weight: 8, arbitrary: share },
  { weight: 1, arbitrary: fc.constantFrom(0, 1, 254, 255) },
)

export interface ThresholdRecipe {
  readonly low: Reach
  readonly medium: Reach
  readonly high: Reach
}

const any: fc.Arbitrary<ThresholdRecipe> = fc.record({ low: reach, medium: reach, high: reach })

/** Mostly in order, as people set them; a low threshold above the others is legal too. */
export const thresholdRecipe: fc.Arbitrary<ThresholdRecipe> = fc.oneof(
  { weight: 3, arbitrary: reach.map((all) => ({ low: all, medium: all, high: all })) },
  { weight: 3, arbitrary: any.map(({ medium, high }) => ({ low: 0, medium, high })) },
  { weight: 3, arbitrary: any },
)

const numberOf = (wanted: Reach, total: number): number => {
  const value = typeof wanted === 'number' ? wanted : Math.floor((total * wanted.eighths) / 8) + wanted.offset
  return Math.max(0, Math.min(255, value))
}

/** The thresholds of an account whose signers weigh so much together. */
export const thresholdsOf = (recipe: ThresholdRecipe, total: number): Thresholds => ({
  low: numberOf(recipe.low, total),
  medium: numberOf(recipe.medium, total),
  high: numberOf(recipe.high, total),
})

/** Thresholds of any numbers. */
export const thresholds: fc.Arbitrary<Thresholds> = fc.record({
  low: fc.integer({ min: 0, max: 255 }),
  medium: fc.integer({ min: 0, max: 255 }),
  high: fc.integer({ min: 0, max: 255 }),
})

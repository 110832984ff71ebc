/** Random changes of an account: some of eight keys before, some after, weights and thresholds as they fall. */
import * as fc from 'fast-check'
import type { Account } from '../../../../src/kernel/model/index.js'
import { account } from '../../../support/build/account.js'

const NAMES = ['anna', 'bruno', 'carla', 'dora', 'emil', 'fritz', 'gina']

/** An account of the master key and of some others; seldom one that nobody can change. */
export const someAccount = (heaviest: number, names: readonly string[] = NAMES): fc.Arbitrary<Account> =>
  fc
    .record({
      master: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: heaviest })),
      who: fc.subarray([...names], { minLength: 1 }),
      weights: fc.array(fc.integer({ min: 1, max: heaviest }), {
        minLength: names.length,
        maxLength: names.length,
      }),
      shares: fc.tuple(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1.05, noNaN: true }),
      ),
    })
    .map(({ master, who, weights, shares }) => {
      const signers = who.map((name, i) => [name, weights[i]!] as const)
      const total = signers.reduce((sum, [, weight]) => sum + weight, master)
      const [low, medium, high] = shares.map((share) => Math.min(255, Math.round(share * total)))
      return account({ of: 'treasury', master, low: low!, medium: medium!, high: high!, signers })
    })

/** Two configurations of one account. */
export const someChange = fc.oneof(
  fc.tuple(someAccount(1), someAccount(1)),
  fc.tuple(someAccount(4), someAccount(4)),
  fc.tuple(someAccount(60), someAccount(60)),
)

/** `nested`: whoever reaches high reaches medium, and whoever reaches medium reaches low. */
import * as O from 'fp-ts/lib/Option.js'
import type { ThresholdLevel } from '../../../kernel/model/index.js'
import { winsOnlyIn } from '../../coalition/index.js'
import type { Claim } from '../claim.js'
import type { ClaimFormOf } from '../claim-form.js'
import { exhibitOf, namesOf, quotaText } from '../exhibit.js'
import { gameByName } from '../weigh.js'

const STEPS: readonly (readonly [ThresholdLevel, ThresholdLevel])[] = [
  ['High', 'Medium'],
  ['Medium', 'Low'],
]

export const nested: ClaimFormOf<Extract<Claim, { readonly _tag: 'Nested' }>> = {
  id: 'nested',
  tag: 'Nested',
  summary: 'whoever reaches high reaches medium, and whoever reaches medium reaches low',
  syntax: ['{ nested: true }'],
  meaning: 'Every group that reaches high reaches medium, and every group that reaches medium reaches low.',
  rationale:
    'High protects who the signers are. Where it is easier to reach than medium, a group that may not pay can replace the signers and pay then. Thresholds may still be written in another order, as long as the same groups reach them.',
  decidedBy:
    'no coalition wins at the higher level and loses at the lower one: the table of `equals`, for the thresholds as they are',
  cost: 'O(n·q)',
  isLinear: false,
  examples: [
    {
      says: '1, 2 and 3 of three',
      policy: `quorate: 1
keys:
  shop: {shop}
  anna: {anna}
  bruno: {bruno}
  carla: {carla}
accounts:
  shop:
    address: shop
    master: 0
    thresholds: { low: 1, medium: 2, high: 3 }
    signers: { anna: 1, bruno: 1, carla: 1 }
assert:
  - { id: promise, on: shop, claim: { nested: true } }
`,
      expect: 'Holds',
    },
    {
      says: 'one alone replaces the others, and two are needed to pay',
      policy: `quorate: 1
keys:
  shop: {shop}
  anna: {anna}
  bruno: {bruno}
  carla: {carla}
accounts:
  shop:
    address: shop
    master: 0
    thresholds: { low: 1, medium: 2, high: 1 }
    signers: { anna: 1, bruno: 1, carla: 1 }
assert:
  - { id: promise, on: shop, claim: { nested: true } }
`,
      expect: 'Violated',
    },
  ],
  says: () => 'who reaches a level reaches the levels below it',
  decide: (asked) => {
    for (const [higher, lower] of STEPS) {
      const [above, below] = [gameByName(asked, higher), gameByName(asked, lower)]
      const found = winsOnlyIn(below)(above)
      if (O.isNone(found)) continue
      const [wins, loses] = [
        exhibitOf(asked, above)(`reaches ${higher.toLowerCase()}`, found.value),
        exhibitOf(asked, below)(`does not reach ${lower.toLowerCase()}`, found.value),
      ]
      const who = `${namesOf(asked, wins.keys)} ${wins.keys.length === 1 ? 'reaches' : 'reach'}`
      return {
        _tag: 'Violated',
        counterexample: {
          level: higher,
          says: `${who} ${higher.toLowerCase()} and not ${lower.toLowerCase()}: ${String(wins.sum)} of ${quotaText(higher, above)}, and of ${quotaText(lower, below)}.`,
          exhibits: [wins, loses],
          tolerated: O.none,
          demands: [],
        },
      }
    }
    const [low, medium, high] = (['Low', 'Medium', 'High'] as const).map((level) =>
      quotaText(level, gameByName(asked, level)),
    )
    return {
      _tag: 'Holds',
      certificate: {
        level: 'High',
        says: `nobody reaches one level and not the one below: ${low ?? ''}, ${medium ?? ''}, ${high ?? ''}`,
        exhibits: [],
      },
    }
  },
}

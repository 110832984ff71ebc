/** `no-veto`: no unit is always needed. */
import * as O from 'fp-ts/lib/Option.js'
import { isWinning, totalOf } from '../../../kernel/model/index.js'
import { singleEvents } from '../../coalition/index.js'
import type { Answer, Exhibit } from '../answer.js'
import { nameOf, unitsOf } from '../asked.js'
import { demand } from '../asserted.js'
import type { AskedLevel, Claim } from '../claim.js'
import type { ClaimFormOf } from '../claim-form.js'
import { noMetadata, thingSigned, vacuous, versus } from '../claim-words.js'
import { exhibitOf, quotaText } from '../exhibit.js'
import { gameByName, heaviestUnit, othersIn } from '../weigh.js'

/** Without signers there is nobody without whom the others could act. */
const nobody = (at: AskedLevel, signers: Exhibit): Answer => ({
  _tag: 'Violated',
  counterexample: {
    level: at.level,
    says: `No key has weight: nobody can sign ${thingSigned(at)}.`,
    exhibits: [signers],
    tolerated: O.none,
    demands: [demand(at.level, 'win', [])],
  },
})

export const noVeto: ClaimFormOf<Extract<Claim, { readonly _tag: 'NoVeto' }>> = {
  id: 'no-veto',
  tag: 'NoVeto',
  summary: 'no unit is always needed',
  syntax: ['{ no-veto: { by: key }, for: LEVEL }', '{ no-veto: { by: holder }, for: LEVEL }'],
  meaning:
    'Without any single key, holder, device, vendor or location, the others still reach the level. A key with copies in several places is missing only with all of them.',
  rationale:
    'So that nobody can block the others, and nothing that is lost locks the account. It says the same as `survives` with one unit, as people think of it. By anything but keys it is unknown where a key with weight does not say whose it is, or where.',
  decidedBy: 'T less any unit is at least q',
  cost: 'O(n) for each unit',
  isLinear: true,
  examples: [
    {
      says: 'any two of three',
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
    thresholds: { low: 2, medium: 2, high: 2 }
    signers: { anna: 1, bruno: 1, carla: 1 }
assert:
  - { id: promise, on: shop, claim: { no-veto: { by: key }, for: high } }
`,
      expect: 'Holds',
    },
    {
      says: 'all three are needed',
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
    thresholds: { low: 2, medium: 2, high: 3 }
    signers: { anna: 1, bruno: 1, carla: 1 }
assert:
  - { id: promise, on: shop, claim: { no-veto: { by: key }, for: high } }
`,
      expect: 'Violated',
    },
    {
      says: 'nobody says who sold the key of carla',
      policy: `quorate: 1
keys:
  shop: {shop}
  anna: { key: {anna}, vendor: ledger }
  bruno: { key: {bruno}, vendor: trezor }
  carla: {carla}
accounts:
  shop:
    address: shop
    master: 0
    thresholds: { low: 2, medium: 2, high: 2 }
    signers: { anna: 1, bruno: 1, carla: 1 }
assert:
  - { id: promise, on: shop, claim: { no-veto: { by: vendor }, for: high } }
`,
      expect: 'Unknown',
    },
  ],
  says: ({ by, at }) => `no ${by} is always needed for ${at.said}`,
  decide: (asked, { by, at }) => {
    const game = gameByName(asked, at.level)
    const found = singleEvents(unitsOf(asked.policy, by, game))(game)
    if (found._tag === 'Unknown') return noMetadata(asked, by, found.keys)
    const worst = heaviestUnit(
      game,
      found.events.map(({ unit, lost }) => ({ unit, keys: lost })),
    )
    if (worst === undefined)
      return isWinning([])(game)
        ? vacuous('no key has weight', 'check who has weight on the account')
        : nobody(at, exhibitOf(asked, game)('all signers', []))
    const name = by === 'key' ? nameOf(asked.policy, worst.unit) : worst.unit
    const others = othersIn(game, worst.keys)
    const exhibit = exhibitOf(asked, game)
    const left = exhibit('who is left', others)
    const exhibits = [left, exhibit(`the keys of ${name}`, worst.keys, by === 'key' ? [] : [worst.unit])]
    const total = totalOf(game)
    return isWinning(others)(game)
      ? {
          _tag: 'Holds',
          certificate: {
            level: at.level,
            says: `without ${name}, who weighs most, the others weigh ${String(total)} - ${String(total - left.sum)} = ${versus(left.sum, game.quota)}`,
            exhibits,
          },
        }
      : {
          _tag: 'Violated',
          counterexample: {
            level: at.level,
            says: `Without ${name}, the others weigh ${String(left.sum)} of ${quotaText(at.level, game)} and cannot sign ${thingSigned(at)}.`,
            exhibits,
            tolerated: O.none,
            demands: [demand(at.level, 'win', others)],
          },
        }
  },
}

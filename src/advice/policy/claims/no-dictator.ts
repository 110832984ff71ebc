/** `no-dictator`: no unit can act alone. */
import * as O from 'fp-ts/lib/Option.js'
import { isWinning } from '../../../kernel/model/index.js'
import { singleEvents } from '../../coalition/index.js'
import type { Answer, Exhibit } from '../answer.js'
import { nameOf, unitsOf } from '../asked.js'
import { demand } from '../asserted.js'
import type { AskedLevel, Claim } from '../claim.js'
import type { ClaimFormOf } from '../claim-form.js'
import { acting, noMetadata, thingSigned, vacuous, versus } from '../claim-words.js'
import { exhibitOf, namesOf, quotaText } from '../exhibit.js'
import { fewestWinning, gameByName, heaviestUnit } from '../weigh.js'

/** Where everything needed is granted already, nobody has to be a unit. */
const anybody = (at: AskedLevel, signers: Exhibit): Answer => ({
  _tag: 'Violated',
  counterexample: {
    level: at.level,
    says: `Anybody can get ${thingSigned(at)} through.`,
    exhibits: [signers],
    tolerated: O.none,
    demands: [demand(at.level, 'lose', [])],
  },
})

export const noDictator: ClaimFormOf<Extract<Claim, { readonly _tag: 'NoDictator' }>> = {
  id: 'no-dictator',
  tag: 'NoDictator',
  summary: 'no unit can act alone',
  syntax: ['{ no-dictator: { by: key }, for: LEVEL }', '{ no-dictator: { by: holder }, for: LEVEL }'],
  meaning:
    'Whoever has all the keys of one unit and no others does not reach the level. A unit is a key, a holder, a device, a vendor or a location, as `by` says; a key with copies in several places counts in each of them.',
  rationale:
    'So that nobody can be tempted, and nothing that is stolen is enough. It says the same as `withstands` with one unit, as people think of it. It is vacuous where no key has weight; by anything but keys it is unknown where a key with weight does not say whose it is, or where.',
  decidedBy: 'every unit weighs less than q',
  cost: 'O(n) for each unit',
  isLinear: true,
  examples: [
    {
      says: 'no key pays alone',
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
  - { id: promise, on: shop, claim: { no-dictator: { by: key }, for: medium } }
`,
      expect: 'Holds',
    },
    {
      says: 'anna holds two keys, and they are enough',
      policy: `quorate: 1
keys:
  shop: {shop}
  anna-1: { key: {anna-1}, holder: anna }
  anna-2: { key: {anna-2}, holder: anna }
  bruno-1: { key: {bruno-1}, holder: bruno }
accounts:
  shop:
    address: shop
    master: 0
    thresholds: { low: 2, medium: 2, high: 2 }
    signers: { anna-1: 1, anna-2: 1, bruno-1: 1 }
assert:
  - { id: promise, on: shop, claim: { no-dictator: { by: holder }, for: medium } }
`,
      expect: 'Violated',
    },
    {
      says: 'nobody says who holds the key of bruno',
      policy: `quorate: 1
keys:
  shop: {shop}
  anna-1: { key: {anna-1}, holder: anna }
  anna-2: { key: {anna-2}, holder: anna }
  bruno-1: {bruno-1}
accounts:
  shop:
    address: shop
    master: 0
    thresholds: { low: 2, medium: 2, high: 2 }
    signers: { anna-1: 1, anna-2: 1, bruno-1: 1 }
assert:
  - { id: promise, on: shop, claim: { no-dictator: { by: holder }, for: medium } }
`,
      expect: 'Unknown',
    },
  ],
  says: ({ by, at }) => `no ${by} alone can ${acting(at)}`,
  decide: (asked, { by, at }) => {
    const game = gameByName(asked, at.level)
    const found = singleEvents(unitsOf(asked.policy, by, game))(game)
    if (found._tag === 'Unknown') return noMetadata(asked, by, found.keys)
    const worst = heaviestUnit(
      game,
      found.events.map(({ unit, stolen }) => ({ unit, keys: stolen })),
    )
    if (worst === undefined)
      return isWinning([])(game)
        ? anybody(at, exhibitOf(asked, game)('signed by', []))
        : vacuous('no key has weight', 'check who has weight on the account')
    const name = by === 'key' ? nameOf(asked.policy, worst.unit) : worst.unit
    const exhibit = exhibitOf(asked, game)
    const shown = by === 'key' ? [] : [worst.unit]
    if (!isWinning(worst.keys)(game)) {
      const weight = exhibit(`the keys of ${name}`, worst.keys, shown)
      return {
        _tag: 'Holds',
        certificate: {
          level: at.level,
          says: `no ${by} weighs more than ${name}: ${versus(weight.sum, game.quota)}`,
          exhibits: [weight],
        },
      }
    }
    const signs = exhibit('signed by', fewestWinning(game, worst.keys), shown)
    // A holder and a key are often called the same.
    const keys = namesOf(asked, signs.keys)
    const withKeys = keys === name ? '' : ` with ${keys}`
    return {
      _tag: 'Violated',
      counterexample: {
        level: at.level,
        says: `${name} alone signs ${thingSigned(at)}${withKeys}: ${String(signs.sum)} of ${quotaText(at.level, game)}.`,
        exhibits: [signs],
        tolerated: O.none,
        demands: [demand(at.level, 'lose', worst.keys)],
      },
    }
  },
}

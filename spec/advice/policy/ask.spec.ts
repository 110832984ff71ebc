import { expect } from 'chai'
import * as fc from 'fast-check'
import { ACTS, canGet, type Act, type Unsigned } from '../../../src/advice/policy/index.js'
import { masterKeyOf, type Account, type SignerKey } from '../../../src/kernel/model/index.js'
import { masterWeight, signerWeight } from '../../support/arbitrary/weight.js'
import { account } from '../../support/build/account.js'
import { key } from '../../support/build/key.js'

const acted = (act: Act, one: Account): Unsigned => ACTS[act].unsigned(one)

/** Which threshold decides an act, by hand. */
const LEVELS: Readonly<Record<Act, 'low' | 'medium' | 'high'>> = {
  pay: 'medium',
  'add-signer': 'high',
  'replace-everybody': 'high',
  merge: 'high',
  'make-immutable': 'medium',
  'set-home-domain': 'medium',
  'bump-sequence': 'low',
  'allow-trust': 'low',
  'claim-balance': 'low',
  'withdraw-offer': 'medium',
  'call-contract': 'medium',
  'pay-in-other': 'medium',
  'pay-fee-bumped': 'medium',
  'pay-fee-of-other': 'low',
}

/** The account is the source of the transaction too, which needs the low level whatever the act is. */
const needsLow = (act: Act): boolean => act !== 'pay-in-other'

const NAMES = ['bilal', 'carina', 'dana', 'emil']

const situation = fc.record({
  master: masterWeight,
  weights: fc.array(signerWeight, { maxLength: NAMES.length }),
  low: fc.integer({ min: 0, max: 8 }),
  medium: fc.integer({ min: 0, max: 8 }),
  high: fc.integer({ min: 0, max: 300 }).map((weight) => Math.min(weight, 255)),
  who: fc.subarray(['owner', ...NAMES]),
  act: fc.constantFrom(...(Object.keys(ACTS) as Act[])),
})

describe('advice/plan: who can do what', () => {
  it('is a sum of weights that the judge was asked for', () => {
    fc.assert(
      fc.property(situation, ({ master, weights, who, act, ...thresholds }) => {
        const one = account({
          of: 'owner',
          master,
          ...thresholds,
          signers: weights.map((weight, index) => [NAMES[index]!, weight]),
        })
        const weightOf = (name: string): number =>
          name === 'owner' ? master : (weights[NAMES.indexOf(name)] ?? 0)
        const sum = who.reduce((total, name) => total + weightOf(name), 0)
        const needed = Math.max(1, thresholds[LEVELS[act]], needsLow(act) ? thresholds.low : 1)
        const keys = who.map((name) => key(name).signerKey)
        expect(canGet(one)(keys)(acted(act, one))).to.equal(sum >= needed)
      }),
      { numRuns: 1000 },
    )
  })

  it('lets those who are not needed leave their signature out', () => {
    const one = account({
      of: 'owner',
      high: 3,
      signers: [
        ['bilal', 2],
        ['carina', 3],
      ],
    })
    const all = ['owner', 'bilal', 'carina'].map((name) => key(name).signerKey)
    expect(canGet(one)(all)(acted('pay', one))).to.equal(true)
    expect(canGet(one)([...all, key('stranger').signerKey])(acted('merge', one))).to.equal(true)
  })

  it('knows that 20 signatures fit, and that they may be the heaviest', () => {
    const names = Array.from({ length: 20 }, (_, index) => `key ${String(index)}`)
    const keys: readonly SignerKey[] = names.map((name) => key(name).signerKey)
    const crowd = (high: number, last: number): Account =>
      account({
        of: 'owner',
        high,
        signers: names.map((name, index) => [name, index === 19 ? last : 1]),
      })
    const everybody = [masterKeyOf(key('owner').id), ...keys]
    const can = (one: Account): boolean => canGet(one)(everybody)(acted('add-signer', one))
    expect(can(crowd(20, 1))).to.equal(true)
    expect(can(crowd(21, 1))).to.equal(false)
    expect(can(crowd(21, 2))).to.equal(true)
    const guest = crowd(0, 1)
    expect(canGet(guest)(everybody)(acted('pay-in-other', guest))).to.equal(true)
  })
})

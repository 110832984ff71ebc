import { expect } from 'chai'
import * as fc from 'fast-check'
import { OPERATION_TYPES, type OperationType, type ThresholdLevel } from '../../../src/kernel/model/index.js'
import { LEVEL_EXCEPTIONS, thresholdLevelOf } from '../../../src/kernel/protocol/threshold-level.js'
import { operation, setOptions, type OptionsToSet } from '../../support/build/operation.js'

/** The protocol's table, by number on the wire (`getThresholdLevel` of each operation of stellar-core). */
const TABLE: readonly (readonly [number, OperationType, ThresholdLevel])[] = [
  [0, 'CreateAccount', 'Medium'],
  [1, 'Payment', 'Medium'],
  [2, 'PathPaymentStrictReceive', 'Medium'],
  [3, 'ManageSellOffer', 'Medium'],
  [4, 'CreatePassiveSellOffer', 'Medium'],
  [5, 'SetOptions', 'Medium'], // Where it touches no authority; see below.
  [6, 'ChangeTrust', 'Medium'],
  [7, 'AllowTrust', 'Low'],
  [8, 'AccountMerge', 'High'],
  [9, 'Inflation', 'Low'],
  [10, 'ManageData', 'Medium'],
  [11, 'BumpSequence', 'Low'],
  [12, 'ManageBuyOffer', 'Medium'],
  [13, 'PathPaymentStrictSend', 'Medium'],
  [14, 'CreateClaimableBalance', 'Medium'],
  [15, 'ClaimClaimableBalance', 'Low'],
  [16, 'BeginSponsoringFutureReserves', 'Medium'],
  [17, 'EndSponsoringFutureReserves', 'Medium'],
  [18, 'RevokeSponsorship', 'Medium'],
  [19, 'Clawback', 'Medium'],
  [20, 'ClawbackClaimableBalance', 'Medium'],
  [21, 'SetTrustLineFlags', 'Low'],
  [22, 'LiquidityPoolDeposit', 'Medium'],
  [23, 'LiquidityPoolWithdraw', 'Medium'],
  [24, 'InvokeHostFunction', 'Medium'],
  [25, 'ExtendFootprintTTL', 'Low'],
  [26, 'RestoreFootprint', 'Low'],
]

describe('threshold level', () => {
  for (const [number, type, level] of TABLE)
    it(`of ${type} is ${level}`, () => {
      expect(OPERATION_TYPES[number]).to.equal(type)
      expect(thresholdLevelOf(operation(type))).to.equal(level)
      expect(thresholdLevelOf(operation(type, 'bilal')), 'with a source of its own').to.equal(level)
    })

  it('is known of every operation type', () => {
    expect(TABLE.map(([, type]) => type)).to.deep.equal([...OPERATION_TYPES])
  })

  it('names a source for every exception', () => {
    for (const [type, { level, source }] of Object.entries(LEVEL_EXCEPTIONS)) {
      expect(level, type).to.not.equal('Medium')
      expect(source, type).to.match(/\.cpp$/)
    }
  })
})

describe('threshold level of SetOptions', () => {
  const HIGH: Readonly<Record<string, OptionsToSet>> = {
    'a master weight of 0': { master: 0 },
    'a master weight as it is': { master: 1 },
    'a low threshold of 0': { low: 0 },
    'a medium threshold of 0': { medium: 0 },
    'a high threshold of 0': { high: 0 },
    'a signer': { signer: ['bilal', 1] },
    'a signer that is deleted': { signer: ['bilal', 0] },
  }
  for (const [what, options] of Object.entries(HIGH))
    it(`is High with ${what}`, () => expect(thresholdLevelOf(setOptions(options))).to.equal('High'))

  const MEDIUM: Readonly<Record<string, OptionsToSet>> = {
    'nothing at all': {},
    'a home domain': { homeDomain: 'example.org' },
    'an empty home domain': { homeDomain: '' },
    'an inflation destination': { inflationDestination: 'bilal' },
    'flags set to none': { setFlags: 0 },
    'the immutable flag': { setFlags: 4 },
    'the clawback flag cleared': { clearFlags: 8 },
  }
  for (const [what, options] of Object.entries(MEDIUM))
    it(`is Medium with ${what}`, () => expect(thresholdLevelOf(setOptions(options))).to.equal('Medium'))

  it('is High exactly where one of five fields is present, whatever they say', () => {
    const small = fc.constantFrom(0, 1, 255)
    const options = fc.record(
      {
        master: small,
        low: small,
        medium: small,
        high: small,
        signer: fc.tuple(fc.constant('bilal'), small),
        setFlags: small,
        clearFlags: small,
        homeDomain: fc.constantFrom('', 'example.org'),
        inflationDestination: fc.constant('bilal'),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(options, (some) => {
        const five = ['master', 'low', 'medium', 'high', 'signer']
        const touched = Object.keys(some).some((name) => five.includes(name))
        expect(thresholdLevelOf(setOptions(some))).to.equal(touched ? 'High' : 'Medium')
      }),
      { numRuns: 300 },
    )
  })
})

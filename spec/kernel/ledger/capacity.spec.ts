/** Who can reach what: exact answers against all coalitions of accounts of up to twelve signers. */
import { expect } from 'chai'
import * as fc from 'fast-check'
import { gainAt, isReachable } from '../../../src/kernel/ledger/index.js'
import {
  preAuthTxKey,
  THRESHOLD_LEVELS,
  thresholdAt,
  type Account,
  type ThresholdLevel,
} from '../../../src/kernel/model/index.js'
import { account } from '../../support/build/account.js'
import { key, sha256 } from '../../support/build/key.js'

const NAMES = Array.from({ length: 11 }, (_, i) => `signer ${i}`)

const weight = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 4 }) },
  { weight: 1, arbitrary: fc.constantFrom(100, 254, 255, 256, 0xffff_ffff) },
)

const threshold = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 12 }) },
  { weight: 1, arbitrary: fc.constantFrom(100, 254, 255) },
)

/** An account of up to twelve who can sign; of a pre-authorized transaction too, which cannot. */
const anyAccount: fc.Arbitrary<Account> = fc
  .record({
    master: weight,
    low: threshold,
    medium: threshold,
    high: threshold,
    weights: fc.array(weight, { minLength: NAMES.length, maxLength: NAMES.length }),
    preAuthorized: fc.boolean(),
  })
  .map(({ weights, preAuthorized, ...rest }) =>
    account({
      of: 'joint',
      ...rest,
      signers: [
        ...NAMES.flatMap((name, i) => (weights[i] === 0 ? [] : [[name, weights[i]!] as const])),
        ...(preAuthorized ? [[preAuthTxKey(sha256('t')), 255] as const] : []),
      ],
    }),
  )

/** The naive model: a coalition is a set of names, of which each counts at most 255. */
type Coalition = readonly string[]

const weightsIn = ({ masterWeight, signers }: Account): ReadonlyMap<string, number> =>
  new Map(
    [
      [key('joint').id as string, masterWeight] as const,
      ...signers.map((one) => [one.key.strkey, one.weight] as const),
    ].filter(([strkey, counted]) => counted > 0 && !strkey.startsWith('T')),
  )

const reaches = (level: ThresholdLevel, one: Account, coalition: Coalition): boolean => {
  const weights = weightsIn(one)
  const present = coalition.filter((strkey) => weights.has(strkey))
  const sum = present.reduce((total, strkey) => total + Math.min(255, weights.get(strkey)!), 0)
  // A threshold of 0 takes a signer too.
  return present.length > 0 && sum >= thresholdAt(level)(one.thresholds)
}

const coalitionsOf = (names: readonly string[]): readonly Coalition[] =>
  Array.from({ length: 2 ** names.length }, (_, bits) => names.filter((_, i) => (bits >> i) & 1))

const level = fc.constantFrom(...THRESHOLD_LEVELS)

describe('ledger: who reaches a level', () => {
  it('anybody at all, as all coalitions say', () => {
    const property = fc.property(anyAccount, level, (one, at) => {
      const naive = coalitionsOf([...weightsIn(one).keys()]).some((coalition) => reaches(at, one, coalition))
      expect(isReachable(at)(one)).to.equal(naive)
    })
    fc.assert(property, { numRuns: 150 })
  })

  it('somebody who did not before, as all coalitions say', () => {
    const property = fc.property(anyAccount, anyAccount, level, (before, after, at) => {
      const naive = coalitionsOf([...weightsIn(after).keys()]).some(
        (coalition) => reaches(at, after, coalition) && !reaches(at, before, coalition),
      )
      const found = gainAt(at)(before, after)
      expect(found._tag === 'Some').to.equal(naive)
      if (found._tag === 'None') return
      const coalition = found.value.map((one) => one.key.strkey)
      expect(reaches(at, after, coalition)).to.equal(true)
      expect(reaches(at, before, coalition)).to.equal(false)
    })
    fc.assert(property, { numRuns: 150 })
  })

  it('nobody gains where nothing changed, or where less is possible than before', () => {
    const property = fc.property(anyAccount, level, (one, at) => {
      expect(gainAt(at)(one, one)._tag).to.equal('None')
      expect(gainAt(at)(one, { ...one, signers: one.signers.slice(1) })._tag).to.equal('None')
    })
    fc.assert(property, { numRuns: 300 })
  })

  it('twenty signatures are all that an envelope holds', () => {
    const board = (high: number): Account =>
      account({
        of: 'joint',
        high,
        signers: Array.from({ length: 20 }, (_, i) => [`director ${i}`, 1] as const),
      })
    expect(isReachable('High')(board(20))).to.equal(true)
    expect(isReachable('High')(board(21))).to.equal(false)
    // Whoever is heaviest signs.
    expect(isReachable('High')({ ...board(29), masterWeight: 10 })).to.equal(true)
    expect(isReachable('High')({ ...board(30), masterWeight: 10 })).to.equal(false)
  })

  it('no coalition of more than twenty gains anything', () => {
    const before = account({ of: 'joint', master: 0 })
    const after = (high: number): Account =>
      account({
        of: 'joint',
        high,
        signers: Array.from({ length: 20 }, (_, i) => [`director ${i}`, 1] as const),
      })
    expect(gainAt('High')(before, after(20))._tag).to.equal('Some')
    expect(gainAt('High')(before, after(21))._tag).to.equal('None')
  })
})

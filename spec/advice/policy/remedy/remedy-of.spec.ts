import { expect } from 'chai'
import * as fc from 'fast-check'
import * as O from 'fp-ts/lib/Option.js'
import { gameAt } from '../../../../src/advice/coalition/index.js'
import {
  decide,
  formOf,
  policyOf,
  verdictOf,
  withRemedies,
  type Change,
  type Claim,
  type Policy,
  type PolicyKey,
  type Remedy,
} from '../../../../src/advice/policy/index.js'
import { withRemediesBy } from '../../../../src/advice/policy/remedy/remedy-of.js'
import { totalOf } from '../../../../src/kernel/model/index.js'
import {
  anyOf,
  assertedIn,
  can,
  id,
  needs,
  members,
  notLooserThanBase,
  policyFrom,
  proper,
  survives,
  withstands,
  type Said,
} from './situation.js'

const names = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `k${index}`)
const evenly = (count: number): Readonly<Record<string, number>> =>
  Object.fromEntries(names(count).map((name) => [name, 1]))

const remediesIn = (policy: Policy, base: O.Option<Policy> = O.none): readonly (Remedy | undefined)[] =>
  withRemedies(policy, base)(assertedIn(policy, base)).map(({ remedy }) => O.toUndefined(remedy))

describe('policy/remedy: what could be done', () => {
  it('what nobody may gain, and what somebody is to gain, cannot both be', () => {
    const parts = (claims: Readonly<Record<string, readonly Claim[]>>, medium: number): Policy =>
      policyFrom({ weights: { anna: 1, bruno: 1, carla: 1 }, thresholds: [1, medium, 3], claims })
    const policy = parts(
      {
        'no-new-power': [notLooserThanBase('Medium')],
        'two-pay': [can('Medium', anyOf(2, 'staff', 'anna', 'bruno'))],
      },
      2,
    )
    const [remedy, other] = remediesIn(policy, O.some(parts({}, 3)))
    if (remedy?._tag !== 'Conflict') throw new Error('it is a contradiction')
    expect(remedy.conflict.says).to.equal(
      'no-new-power: anna and bruno together must not reach medium, as before. two-pay: anna and bruno together must reach medium. Both cannot be.',
    )
    expect(other).to.equal(undefined)
  })

  it('what somebody gained is taken back by one number', () => {
    const parts = (medium: number, claims: Readonly<Record<string, readonly Claim[]>>): Policy =>
      policyFrom({ weights: evenly(9), thresholds: [1, medium, 7], claims })
    const [remedy] = remediesIn(parts(2, { same: [notLooserThanBase('Medium')] }), O.some(parts(5, {})))
    expect(remedy).to.deep.equal({
      _tag: 'Repair',
      changes: [{ _tag: 'Threshold', level: 'Medium', from: 2, to: 5 }],
      isSmallest: true,
    })
  })

  it('never asks for more signatures than an envelope holds', () => {
    const policy = policyFrom({
      weights: evenly(20),
      master: 1,
      thresholds: [1, 2, 20],
      claims: { stolen: [withstands('High', 20)] },
    })
    const [remedy] = remediesIn(policy)
    if (remedy?._tag !== 'Repair') return
    const treasury = policy.accounts.get('treasury')!.account
    const to = (key: string, from: number): number =>
      remedy.changes.reduce((now, one) => (one._tag === 'Weight' && one.key === key ? one.to : now), from)
    const high = remedy.changes.reduce(
      (now, one) => (one._tag === 'Threshold' && one.level === 'High' ? one.to : now),
      treasury.thresholds.high,
    )
    const { game } = gameAt('High')({
      ...treasury,
      masterWeight: to(treasury.id, 1),
      thresholds: { ...treasury.thresholds, high },
      signers: treasury.signers.map((one) => ({ ...one, weight: to(one.key.strkey, one.weight) })),
    })
    expect(totalOf(game) >= game.quota).to.equal(true)
  })

  it('asks so often and no more, however hard it is', () => {
    let asked = 0
    const count = withRemediesBy({
      decide: (subject) => (claim) => {
        asked += 1
        return decide(subject)(claim)
      },
      isLinear: (claim) => formOf(claim).isLinear,
    })
    const all = names(20)
    const policy = policyFrom({
      weights: Object.fromEntries(all.map((name, index) => [name, 1 + ((index * 7) % 5)])),
      thresholds: [1, 9, 14],
      claims: {
        a: [proper('Medium')],
        b: [survives('High', 6)],
        c: [withstands('High', 4)],
        d: [can('Medium', anyOf(3, 'some', ...all.slice(0, 8)))],
        e: [needs('High', 2, members('few', ...all.slice(12)))],
      },
    })
    const asserted = assertedIn(policy)
    const violated = asserted.filter((one) => verdictOf(one) === 'Violated')
    count(policy, O.none)(asserted)
    expect(violated.length).to.be.above(2)
    expect(asked).to.be.below(violated.length * 5000)
  })

  it('nothing is asked where nothing is violated', () => {
    const never = withRemediesBy({
      decide: () => () => {
        throw new Error('asked')
      },
      isLinear: () => true,
    })
    const policy = policyFrom({
      weights: evenly(3),
      thresholds: [1, 2, 2],
      claims: { a: [survives('High', 1)], b: [withstands('High', 1)] },
    })
    const asserted = assertedIn(policy)
    expect(never(policy, O.none)(asserted)).to.deep.equal(asserted)
  })

  it('as few keys go elsewhere as possible, and then the claim holds', () => {
    const holder = fc.constantFrom('anna', 'bruno', 'carla')
    const held = fc.array(holder, { minLength: 4, maxLength: 5 })
    let moved = 0
    fc.assert(
      fc.property(held, fc.integer({ min: 1, max: 2 }), (holders, steal) => {
        const keys: Readonly<Record<string, Said>> = Object.fromEntries(
          holders.map((one, index) => [`k${index}`, { holder: one }]),
        )
        const weights = evenly(holders.length)
        const claims = {
          by: [withstands('High', steal, 'holder')],
          equal:
            Object.keys(weights).length > 0 ? [can('High', anyOf(3, 'all', ...Object.keys(weights)))] : [],
          three: [withstands('High', 2)],
        }
        const policy = policyFrom({ weights, thresholds: [1, 2, 3], keys, claims })
        const [remedy] = remediesIn(policy)
        if (remedy?._tag !== 'Repair' || remedy.changes.some(({ _tag }) => _tag !== 'OwnUnit')) return
        moved += 1
        const elsewhere = (some: readonly string[]): Policy =>
          policyOf({
            ...policy,
            keys: new Map(
              [...policy.keys].map(([name, key]): [string, PolicyKey] => [
                name,
                some.includes(id(name)) ? { ...key, holder: O.some(`own ${name}`) } : key,
              ]),
            ),
          })
        const holds = (some: readonly string[]): boolean =>
          verdictOf(assertedIn(elsewhere(some))[0]!) === 'Holds'
        const chosen = remedy.changes.map((one: Change) => (one._tag === 'OwnUnit' ? one.key : ''))
        expect(holds(chosen)).to.equal(true)
        const all = Object.keys(weights).map(id)
        const smaller = all.reduce<readonly (readonly string[])[]>(
          (sets, key) => [...sets, ...sets.map((set) => [...set, key])],
          [[]],
        )
        expect(smaller.filter((set) => set.length < chosen.length).some(holds)).to.equal(false)
      }),
      { numRuns: 100, seed: 3 },
    )
    expect(moved).to.be.above(20)
  })
})

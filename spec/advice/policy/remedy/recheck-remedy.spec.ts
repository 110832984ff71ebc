import { expect } from 'chai'
import * as fc from 'fast-check'
import * as O from 'fp-ts/lib/Option.js'
import {
  decide,
  recheckRemedies,
  recheckRemedy,
  withRemedies,
  type Asserted,
  type Policy,
  type Remedy,
} from '../../../../src/advice/policy/index.js'
import { anyClaim, named } from './arbitrary-claims.js'
import { assertedIn, policyFrom } from './situation.js'

const NAMES = ['anna', 'bruno', 'carla', 'dora']

const question = fc
  .record({
    weights: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 4, maxLength: 4 }),
    medium: fc.integer({ min: 1, max: 9 }),
    high: fc.integer({ min: 1, max: 12 }),
    claims: fc.array(anyClaim(NAMES, fc.constantFrom('Medium', 'High')), { minLength: 1, maxLength: 4 }),
  })
  .map(({ weights, medium, high, claims }) =>
    policyFrom({
      weights: Object.fromEntries(NAMES.map((name, index) => [name, weights[index]!])),
      thresholds: [1, medium, high],
      claims: named(claims),
    }),
  )

interface Found {
  readonly policy: Policy
  readonly asserted: Asserted
  readonly remedy: Remedy
}

const remediesIn = (policy: Policy): readonly Found[] =>
  withRemedies(
    policy,
    O.none,
  )(assertedIn(policy)).flatMap((asserted) =>
    O.isSome(asserted.remedy) ? [{ policy, asserted, remedy: asserted.remedy.value }] : [],
  )

const isCaught = ({ policy, asserted }: Found, remedy: Remedy): boolean => {
  try {
    recheckRemedy(decide)(policy, O.none)(asserted)(remedy)
    return false
  } catch (error) {
    if (!String(error).includes('invariant: ')) throw error
    return true
  }
}

/** The same remedy with something wrong in it. */
const spoiled = (remedy: Remedy): readonly Remedy[] => {
  if (remedy._tag === 'NotFound') return []
  if (remedy._tag === 'Repair')
    return [
      { ...remedy, changes: [] },
      {
        ...remedy,
        changes: remedy.changes.map((one) => ('from' in one ? { ...one, from: one.from + 1 } : one)),
      },
      { ...remedy, changes: remedy.changes.map((one) => ('to' in one ? { ...one, to: one.from } : one)) },
    ]
  const { conflict } = remedy
  const { reasons } = conflict
  const [first, ...others] = reasons
  if (first === undefined) return [{ ...remedy, conflict: { ...conflict, reasons: [] } }]
  return [
    { ...remedy, conflict: { ...conflict, reasons: others } },
    { ...remedy, conflict: { ...conflict, reasons: [{ ...first, times: 0n }, ...others] } },
    { ...remedy, conflict: { ...conflict, reasons: [{ ...first, assertion: 'nothing' }, ...others] } },
    {
      ...remedy,
      conflict: {
        ...conflict,
        reasons: [
          { ...first, demand: { ...first.demand, must: first.demand.must === 'win' ? 'lose' : 'win' } },
          ...others,
        ],
      },
    },
  ]
}

describe('policy: the second opinion on remedies', () => {
  const found = fc.sample(question, { numRuns: 120, seed: 5 }).flatMap(remediesIn)

  it('passes on repairs and conflicts that are right', () => {
    expect(new Set(found.map(({ remedy }) => remedy._tag))).to.include.all.keys('Repair', 'Conflict')
    for (const { policy, asserted, remedy } of found)
      expect(recheckRemedy(decide)(policy, O.none)(asserted)(remedy)).to.equal(remedy)
  })

  it('passes on warnings of changes that are right', () => {
    const policies = [...new Set(found.map(({ policy }) => policy))]
    const all = policies.map((policy) => [policy, withRemedies(policy, O.none)(assertedIn(policy))] as const)
    expect(all.flatMap(([, told]) => told).filter(({ spoiled }) => spoiled.length > 0)).to.not.be.empty
    for (const [policy, told] of all)
      expect(recheckRemedies(decide)(policy, O.none)(told)).to.deep.equal(told)
  })

  it('catches repairs that repair nothing, and conflicts that do not contradict', () => {
    const missed = found.flatMap((one) => spoiled(one.remedy).filter((wrong) => !isCaught(one, wrong)))
    expect(missed).to.deep.equal([])
  })
})

/** Conflicts that are none: what passes is held against all small rules that there are. */
import { expect } from 'chai'
import * as fc from 'fast-check'
import * as O from 'fp-ts/lib/Option.js'
import {
  decide,
  policyOf,
  recheckConflict,
  recheckRemedy,
  withRemedies,
  type Conflict,
  type Demand,
  type Policy,
  type Reason,
} from '../../../../src/advice/policy/index.js'
import type { ThresholdLevel } from '../../../../src/kernel/model/index.js'
import { anyOf, assertedIn, can, cannot, id, policyFrom, proper } from './situation.js'

const NAMES = ['anna', 'bruno', 'carla']
const WEIGHTS = { anna: 1, bruno: 1, carla: 1 }

/** `anna` and `bruno` must reach a level, or must not. */
interface Wish {
  readonly names: readonly string[]
  readonly level: ThresholdLevel
  readonly must: Demand['must']
  readonly times: bigint
}

const claimOf = ({ names, level, must }: Wish) =>
  (must === 'win' ? can : cannot)(level, anyOf(names.length, 'them', ...names))

const reasonOf = (assertion: string, { names, level, must, times }: Wish): Reason => ({
  assertion,
  demand: { level, keys: names.map(id), must },
  times,
  says: '',
})

const conflictOf = (reasons: readonly Reason[]): Conflict => ({
  assertions: [...new Set(reasons.map(({ assertion }) => assertion))],
  reasons,
  ends: '',
  says: '',
})

const policyOfWishes = (wishes: readonly Wish[]): Policy =>
  policyFrom({
    weights: WEIGHTS,
    thresholds: [1, 2, 2],
    claims: Object.fromEntries(wishes.map((wish, i) => [`w${i}`, [claimOf(wish)]])),
  })

const saidTo = (policy: Policy, conflict: Conflict): string => {
  try {
    recheckConflict(policy, O.none)('treasury')(conflict)
    return ''
  } catch (error) {
    return String(error).replace(/^Error: invariant: (an answer to a claim is wrong: )?/, '')
  }
}

/** Whether some small weights and quotas give everybody what they wish. */
const canBeKept = (wishes: readonly Wish[]): boolean => {
  const numbers = [0, 1, 2, 3]
  return numbers.some((a) =>
    numbers.some((b) =>
      numbers.some((c) =>
        [1, 2, 3, 4].some((medium) =>
          [1, 2, 3, 4].some((high) =>
            wishes.every(({ names, level, must }) => {
              const sum = names.reduce((all, name) => all + [a, b, c][NAMES.indexOf(name)]!, 0)
              return sum >= (level === 'Medium' ? medium : high) === (must === 'win')
            }),
          ),
        ),
      ),
    ),
  )
}

const wish: fc.Arbitrary<Wish> = fc.record({
  names: fc.subarray(NAMES, { minLength: 1 }),
  level: fc.constantFrom('Medium', 'Medium', 'High'),
  must: fc.constantFrom('win', 'lose'),
  times: fc.constantFrom(1n, 1n, 2n),
})

describe('policy: the second opinion on conflicts', () => {
  it('lets no wishes be a conflict that some rule keeps', () => {
    let passed = 0
    fc.assert(
      fc.property(fc.array(wish, { minLength: 1, maxLength: 4 }), (wishes) => {
        const conflict = conflictOf(wishes.map((one, i) => reasonOf(`w${i}`, one)))
        if (saidTo(policyOfWishes(wishes), conflict) !== '') return
        passed += 1
        expect(canBeKept(wishes)).to.equal(false)
      }),
      { numRuns: 600, seed: 7 },
    )
    expect(passed).to.be.greaterThan(5)
  })

  const both: readonly Wish[] = [
    { names: ['anna'], level: 'Medium', must: 'win', times: 1n },
    { names: ['anna', 'bruno'], level: 'Medium', must: 'lose', times: 1n },
  ]
  const policy = policyOfWishes([...both, { names: ['carla'], level: 'Medium', must: 'win', times: 1n }])
  const conflict = conflictOf(both.map((one, i) => reasonOf(`w${i}`, one)))
  const [first, second] = conflict.reasons
  const elsewhere = policyOf({
    ...policy,
    assertions: policy.assertions.map((one) => (one.id === 'w1' ? { ...one, on: [] } : one)),
  })

  const CONTRADICT = 'the reasons of a conflict do not contradict each other'
  const OWN = 'a reason of a conflict is not one of its own'
  const BAD: Readonly<Record<string, readonly [Policy, Conflict, string]>> = {
    'no reasons': [policy, { ...conflict, assertions: [], reasons: [] }, CONTRADICT],
    'a reason left out': [policy, conflictOf([first!]), CONTRADICT],
    'a reason that counts for nothing': [
      policy,
      { ...conflict, reasons: [{ ...first!, times: 0n }, second!] },
      OWN,
    ],
    'a reason that is turned round': [
      policy,
      { ...conflict, reasons: [first!, { ...second!, times: -1n }] },
      OWN,
    ],
    'an assertion that is blamed for nothing': [
      policy,
      { ...conflict, assertions: ['w0', 'w1', 'w2'] },
      'w2 is blamed for nothing',
    ],
    'an assertion that is not named': [policy, { ...conflict, assertions: ['w0'] }, OWN],
    'an assertion of another account': [elsewhere, conflict, OWN],
    'a demand that nobody makes': [
      policy,
      conflictOf([{ ...first!, demand: { ...first!.demand, keys: [] } }, second!]),
      'w0 does not demand what it is said to demand',
    ],
    'a demand at another level': [
      policy,
      conflictOf([{ ...first!, demand: { ...first!.demand, level: 'High' } }, second!]),
      'w0 does not demand what it is said to demand',
    ],
  }

  it('passes on one that is right', () => {
    expect(saidTo(policy, conflict)).to.equal('')
  })

  for (const [kind, [asked, wrong, why]] of Object.entries(BAD))
    it(`catches ${kind}`, () => {
      expect(saidTo(asked, wrong)).to.equal(why)
    })

  it('catches one that is about other assertions', () => {
    const third = assertedIn(policy).find(({ assertion }) => assertion.id === 'w2')!
    expect(() => recheckRemedy(decide)(policy, O.none)(third)({ _tag: 'Conflict', conflict })).to.throw(
      'a conflict is not about the assertion',
    )
  })

  it('lets two groups be rivals only where both are to act', () => {
    const apart = policyFrom({
      weights: { anna: 1, bruno: 1 },
      thresholds: [1, 1, 1],
      claims: { apart: [proper('Medium')], each: [can('Medium', anyOf(1, 'both', 'anna', 'bruno'))] },
    })
    const [rivals] = withRemedies(
      apart,
      O.none,
    )(assertedIn(apart)).flatMap(({ remedy }) =>
      O.isSome(remedy) && remedy.value._tag === 'Conflict' ? [remedy.value.conflict] : [],
    )
    expect(saidTo(apart, rivals!)).to.equal('')
    const claim = (name: string, level: ThresholdLevel): Policy =>
      policyOf({
        ...apart,
        assertions: apart.assertions.map((one) =>
          one.id === 'each' ? { ...one, claims: [can(level, anyOf(1, name, name))] } : one,
        ),
      })
    // Where only one of the two is to act, the other need not.
    const isWrong = 'apart does not demand what it is said to demand'
    const [loser] = rivals!.reasons.flatMap(({ demand }) => (demand.must === 'lose' ? demand.keys : []))
    const name = loser === id('anna') ? 'anna' : 'bruno'
    expect(saidTo(claim(name, 'Medium'), rivals!)).to.equal(isWrong)
    expect(saidTo(claim(name === 'anna' ? 'bruno' : 'anna', 'High'), rivals!)).to.equal(isWrong)
    const high = rivals!.reasons.map((one) => ({ ...one, demand: { ...one.demand, level: 'High' as const } }))
    expect(saidTo(apart, { ...rivals!, reasons: high })).to.equal(isWrong)
    const wins = rivals!.reasons.map((one) => ({ ...one, demand: { ...one.demand, must: 'win' as const } }))
    expect(saidTo(apart, { ...rivals!, reasons: wins })).to.equal(isWrong)
  })
})

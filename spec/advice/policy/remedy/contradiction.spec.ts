import { expect } from 'chai'
import * as fc from 'fast-check'
import * as O from 'fp-ts/lib/Option.js'
import {
  verdictOf,
  withRemedies,
  type Asserted,
  type Claim,
  type Conflict,
  type Reason,
} from '../../../../src/advice/policy/index.js'
import { linearClaim, named } from './arbitrary-claims.js'
import { allRules, naiveAnswer, type NaiveRule } from './naive-claims.js'
import { assertedIn, id, policyFrom } from './situation.js'

const NAMES = ['anna', 'bruno', 'carla', 'dora']
const RULES = allRules(NAMES.map(id), 5)

/** Whether the rules of four keys, of which there is one of each kind, keep all claims. */
const isPossible = (claims: readonly Claim[], rules: readonly NaiveRule[] = RULES): boolean =>
  rules.some((rule) => claims.every((claim) => naiveAnswer(rule, claim) === 'Holds'))

const conflictsIn = (all: readonly Asserted[]): readonly Conflict[] =>
  all.flatMap(({ remedy }) =>
    O.isSome(remedy) && remedy.value._tag === 'Conflict' ? [remedy.value.conflict] : [],
  )

/** The sum of weights and quotas that the demands ask for, by hand: no key on the side of those who must. */
const leavesNoWeights = (reasons: readonly Reason[]): boolean => {
  const sums = new Map<string, bigint>()
  let asked = 0n
  for (const { demand, times } of reasons) {
    const sign = demand.must === 'win' ? times : -times
    for (const key of demand.keys) sums.set(key, (sums.get(key) ?? 0n) + sign)
    sums.set(demand.level, (sums.get(demand.level) ?? 0n) - sign)
    if (demand.must === 'lose') asked += times
  }
  // Σ (weights and quotas, each so often) >= asked, where nothing is counted more than 0 times.
  const isNothing = [...sums.values()].every((sum) => sum <= 0n)
  const isSomething = asked > 0n || ['Low', 'Medium', 'High'].some((level) => (sums.get(level) ?? 0n) < 0n)
  return reasons.every(({ times }) => times > 0n) && isNothing && isSomething
}

const told = (claims: readonly Claim[], weights: readonly number[], high: number): readonly Asserted[] => {
  const policy = policyFrom({
    weights: Object.fromEntries(NAMES.map((name, index) => [name, weights[index]!])),
    thresholds: [1, 1, high],
    claims: named(claims),
  })
  return withRemedies(policy, O.none)(assertedIn(policy))
}

const weights = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 4, maxLength: 4 })

describe('policy/remedy: contradictions', () => {
  it('are told exactly where no rule of all there are keeps the claims, and are smallest', () => {
    let [possible, impossible] = [0, 0]
    const claim = linearClaim(NAMES, fc.constant('High' as const))
    fc.assert(
      fc.property(
        fc.array(claim, { minLength: 2, maxLength: 5 }),
        weights,
        fc.integer({ min: 1, max: 12 }),
        (claims, some, high) => {
          const all = told(claims, some, high)
          // A claim of more keys than there are promises nothing; it is no part of an argument.
          const spoken = claims.filter((_, index) => ['Holds', 'Violated'].includes(verdictOf(all[index]!)))
          const conflicts = conflictsIn(all)
          if (isPossible(spoken)) possible += 1
          else impossible += 1
          expect(conflicts.length > 0).to.equal(!isPossible(spoken))
          for (const { assertions, reasons } of conflicts) {
            const claimOf = (name: string): Claim => claims[Number(name.slice(1))]!
            expect(leavesNoWeights(reasons)).to.equal(true)
            expect(isPossible(assertions.map(claimOf))).to.equal(false)
            for (const one of assertions)
              expect(isPossible(assertions.filter((other) => other !== one).map(claimOf))).to.equal(true)
          }
        },
      ),
      { numRuns: 200, seed: 1 },
    )
    expect([possible > 40, impossible > 40]).to.deep.equal([true, true])
  })

  it('every violated assertion of a conflict without others is part of it', () => {
    const claim = linearClaim(NAMES, fc.constantFrom('Medium' as const, 'High' as const))
    fc.assert(
      fc.property(fc.array(claim, { minLength: 2, maxLength: 6 }), weights, (claims, some) => {
        for (const { remedy, assertion } of told(claims, some, 3))
          if (O.isSome(remedy) && remedy.value._tag === 'Conflict') {
            expect(remedy.value.conflict.assertions).to.include(assertion.id)
            expect(leavesNoWeights(remedy.value.conflict.reasons)).to.equal(true)
          }
      }),
      { numRuns: 100 },
    )
  })
})

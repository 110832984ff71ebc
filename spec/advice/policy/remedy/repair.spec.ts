import { expect } from 'chai'
import * as fc from 'fast-check'
import * as O from 'fp-ts/lib/Option.js'
import {
  verdictOf,
  withRemedies,
  type Answer,
  type Asserted,
  type Change,
  type Claim,
  type Remedy,
} from '../../../../src/advice/policy/index.js'
import { anyClaim, named } from './arbitrary-claims.js'
import { naiveAnswer, weigh, type NaiveRule } from './naive-claims.js'
import { assertedIn, id, policyFrom } from './situation.js'

const NAMES = ['anna', 'bruno', 'carla']
/** By hand, a number moves so far at most, and so many of them do. */
const [FAR, MOST] = [6, 3]

interface Rule {
  readonly weights: readonly number[]
  readonly thresholds: readonly [number, number, number]
}

/** Weights, then thresholds. */
type Vector = readonly number[]

const vectorOf = ({ weights, thresholds }: Rule): Vector => [...weights, ...thresholds]

const ruleOf = (vector: Vector): NaiveRule => ({
  keys: NAMES.map(id),
  weights: vector.slice(0, NAMES.length),
  quotas: {
    Low: Math.max(1, vector[3]!),
    Medium: Math.max(1, vector[4]!),
    High: Math.max(1, vector[5]!),
  },
})

const GOODNESS: Readonly<Record<Answer['_tag'], number>> = { Violated: 0, Vacuous: 1, Unknown: 2, Holds: 3 }

/** Whether it is a repair: the claim holds, none gets worse, and levels that were in reach still are. */
const isRepair = (before: Vector, after: Vector, claims: readonly Claim[], wanted: number): boolean => {
  const [old, now] = [ruleOf(before), ruleOf(after)]
  const isInReach = (rule: NaiveRule, level: 'Low' | 'Medium' | 'High'): boolean =>
    weigh(rule, 2 ** NAMES.length - 1) >= rule.quotas[level]
  return (
    (['Low', 'Medium', 'High'] as const).every((level) => !isInReach(old, level) || isInReach(now, level)) &&
    claims.every((claim, index) => {
      const answer = naiveAnswer(now, claim)
      return index === wanted ? answer === 'Holds' : GOODNESS[answer] >= GOODNESS[naiveAnswer(old, claim)]
    })
  )
}

const costOf = (moves: Vector): number => moves.reduce((sum, move) => sum + Math.abs(move), 0)
const countOf = (moves: Vector): number => moves.filter((move) => move !== 0).length

/** All moves of at most three numbers, the fewest and then the nearest first. */
const MOVES: readonly Vector[] = Array.from({ length: 6 })
  .reduce<readonly Vector[]>(
    (all) =>
      all.flatMap((moves) =>
        Array.from({ length: 2 * FAR + 1 }, (_, step) => [...moves, step - FAR]).filter(
          (one) => countOf(one) <= MOST,
        ),
      ),
    [[]],
  )
  .toSorted((a, b) => countOf(a) - countOf(b) || costOf(a) - costOf(b))

const smallest = (before: Vector, claims: readonly Claim[], wanted: number): Vector | undefined =>
  MOVES.find((moves) => {
    const after = before.map((number, place) => number + moves[place]!)
    // A threshold that changes is at least 1; what stands at 0 may stay.
    const isFit = after.every((number, place) => number >= (place > 2 && moves[place] !== 0 ? 1 : 0))
    return isFit && isRepair(before, after, claims, wanted)
  })

const placeOf = (change: Change): number =>
  change._tag === 'Threshold'
    ? 3 + ['Low', 'Medium', 'High'].indexOf(change.level)
    : change._tag === 'Weight'
      ? NAMES.map(id).indexOf(change.key)
      : -1

const applied = (before: Vector, changes: readonly Change[]): Vector =>
  before.map((number, place) => {
    const change = changes.find((one) => placeOf(one) === place)
    if (change === undefined || change._tag === 'OwnUnit') return number
    expect(change.from).to.equal(number)
    return change.to
  })

const told = (rule: Rule, claims: readonly Claim[]): readonly Asserted[] => {
  const policy = policyFrom({
    weights: Object.fromEntries(NAMES.map((name, index) => [name, rule.weights[index]!])),
    thresholds: rule.thresholds,
    claims: named(claims),
  })
  return withRemedies(policy, O.none)(assertedIn(policy))
}

const rule: fc.Arbitrary<Rule> = fc.record({
  weights: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 3, maxLength: 3 }),
  thresholds: fc.tuple(
    fc.integer({ min: 0, max: 2 }),
    fc.integer({ min: 0, max: 6 }),
    fc.integer({ min: 1, max: 8 }),
  ),
})

const claims = fc.array(anyClaim(NAMES, fc.constantFrom('Medium' as const, 'High' as const)), {
  minLength: 1,
  maxLength: 4,
})

const remedyIn = ({ remedy }: Asserted): Remedy => {
  if (O.isNone(remedy)) throw new Error('a violation has a remedy')
  return remedy.value
}

describe('policy/remedy: repairs', () => {
  it('are as small as the smallest of all that there are', () => {
    let found = 0
    fc.assert(
      fc.property(rule, claims, (before, some) => {
        const vector = vectorOf(before)
        told(before, some).forEach((asserted, wanted) => {
          if (verdictOf(asserted) !== 'Violated') return expect(asserted.remedy).to.deep.equal(O.none)
          const remedy = remedyIn(asserted)
          const byHand = smallest(vector, some, wanted)
          expect(remedy._tag).to.be.oneOf(['Repair', 'Conflict', 'NotFound'])
          if (remedy._tag !== 'Repair') {
            // A contradiction may be with a claim that is violated too; then this one alone can be repaired.
            const own = remedy._tag === 'Conflict' ? remedy.conflict.assertions : []
            const isWithViolated = own.some(
              (name) =>
                name !== asserted.assertion.id &&
                naiveAnswer(ruleOf(vector), some[Number(name.slice(1))]!) !== 'Holds',
            )
            return expect(isWithViolated || byHand === undefined).to.equal(true)
          }
          found += 1
          const after = applied(vector, remedy.changes)
          const moves = after.map((number, place) => number - vector[place]!)
          expect(remedy.isSmallest).to.equal(true)
          expect(isRepair(vector, after, some, wanted)).to.equal(true)
          expect(countOf(moves)).to.equal(remedy.changes.length)
          const isFar = moves.some((move) => Math.abs(move) > FAR)
          if (byHand === undefined || countOf(moves) < countOf(byHand)) return expect(isFar).to.equal(true)
          return expect([countOf(moves), costOf(moves)]).to.deep.equal([countOf(byHand), costOf(byHand)])
        })
      }),
      { numRuns: 60, seed: 2 },
    )
    expect(found).to.be.above(20)
  })
})

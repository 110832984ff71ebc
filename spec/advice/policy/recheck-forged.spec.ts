/**
 * Answers with the right numbers and the wrong people: every group of a small account is shown as a
 * counterexample, as a certificate and as a demand, and only those may pass of which it is true.
 */
import { expect } from 'chai'
import * as O from 'fp-ts/lib/Option.js'
import {
  decide,
  policyOf,
  recheck,
  recheckConflict,
  type Answer,
  type Asked,
  type Assertion,
  type Claim,
  type Counterexample,
  type Demand,
  type Exhibit,
} from '../../../src/advice/policy/index.js'
import { THRESHOLD_LEVELS, type ThresholdLevel } from '../../../src/kernel/model/index.js'
import { ruleOf, say, subsets, type Group, type World } from '../../reference/policy-model.js'
import { refutes, supports, type Shown } from '../../reference/refutation-model.js'
import { account } from '../../support/build/account.js'
import { key } from '../../support/build/key.js'
import { asking, claimsAbout, policyWith, worldOf, type Told } from './claim-world.js'

const KEYS = ['one', 'two', 'three', 'four'].map((name) => key(`forged ${name}`).signerKey)
const IDS = KEYS.map(({ strkey }) => strkey)
const STRANGER = key('forged stranger').id
const [first = '', ...others] = IDS
const TOLD: readonly Told[] = [
  { holder: 'anna', vendor: 'v', location: ['a', 'b'] },
  { holder: 'anna', vendor: 'w', location: ['a'] },
  { holder: 'bruno', location: ['b', 'c'] },
  { holder: 'carla', vendor: 'v', location: ['c'] },
]

interface Rule {
  readonly weights: readonly number[]
  /** Low, medium and high. */
  readonly quotas: readonly [number, number, number]
}

const accountOf = (of: string, { weights, quotas: [low, medium, high] }: Rule) =>
  account({
    of,
    master: 0,
    low,
    medium,
    high,
    signers: weights.flatMap((weight, i) => (weight > 0 ? [[KEYS[i]!, weight] as const] : [])),
  })

const OTHER = accountOf('away', { weights: [2, 2, 1, 0], quotas: [3, 3, 3] })
const askedOf = (rule: Rule): Asked =>
  asking(
    policyWith([accountOf('home', rule), OTHER], KEYS, TOLD),
    O.some(policyWith([accountOf('home', { weights: [1, 1, 1, 1], quotas: [2, 2, 2] })], KEYS, TOLD)),
  )

const CLAIMS = claimsAbout(
  [first, STRANGER, ...others],
  'Medium',
  ['key', 'holder', 'location'],
  ['other-1'],
).flat()

const RULES: readonly Rule[] = [
  { weights: [4, 3, 2, 1], quotas: [7, 6, 4] },
  { weights: [4, 4, 2, 1], quotas: [7, 8, 9] },
  { weights: [2, 2, 1, 0], quotas: [3, 3, 2] },
  { weights: [1, 1, 1, 1], quotas: [3, 5, 6] },
]

const levelOf = (claim: Claim): ThresholdLevel => ('at' in claim ? claim.at.level : 'High')

const isPassed = (asked: Asked, claim: Claim, answer: Answer): boolean => {
  try {
    recheck(asked)(claim)(answer)
    return true
  } catch (error) {
    if (!String(error).includes('invariant: an answer to a claim is wrong')) throw error
    return false
  }
}

/** The group with the numbers that it has. */
const exhibitOf = (world: World, level: ThresholdLevel, { keys, units }: Shown): Exhibit => {
  const { weight } = ruleOf(world.account, level, { disclosed: [], approved: [] })
  const quota = world.account.thresholds[level === 'Low' ? 'low' : level === 'Medium' ? 'medium' : 'high']
  const weights = keys.map(weight)
  return { title: '', keys, units, weights, sum: weights.reduce((a, b) => a + b, 0), quota, rule: 'own' }
}

const UNITS: Readonly<Record<string, readonly Group[]>> = {
  key: [],
  holder: [['anna'], ['anna', 'bruno']],
  location: [['a'], ['b', 'c']],
}

/** Every group of signers, and for claims that speak of units each of them with some units. */
const groupsFor = (claim: Claim, { account: { signers } }: World): readonly Shown[] => {
  const units = 'by' in claim ? [[], ...UNITS[claim.by]!] : [[]]
  return subsets(signers.map(({ key: { strkey } }) => strkey)).flatMap((keys) =>
    units.map((some) => ({ keys, units: some })),
  )
}

/** Who is shown without units is told of by those who are shown with them. */
const isTold = (claim: Claim, { units }: Shown): boolean =>
  'by' in claim && claim.by !== 'key' && units.length === 0

const show = (...all: readonly unknown[]): string =>
  JSON.stringify(all, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))

const counterexample = (level: ThresholdLevel, exhibits: readonly Exhibit[]): Counterexample => ({
  level,
  says: '',
  exhibits,
  tolerated: O.none,
  demands: [],
})

describe('policy: the second opinion on groups that are shown', () => {
  for (const rule of RULES) {
    const asked = askedOf(rule)
    const answers = CLAIMS.map((claim) => ({
      claim,
      world: worldOf(asked, claim),
      answer: decide(asked)(claim),
    }))
    const violated = answers.flatMap(({ claim, world, answer }) =>
      answer._tag === 'Violated' && claim._tag !== 'Proper' ? [{ claim, world, ...answer }] : [],
    )
    const name = `${rule.weights.join('-')} of ${rule.quotas.join(', ')}`

    it(`lets nobody refute a claim who does not, with ${name}`, () => {
      const wrong: string[] = []
      for (const { claim, world } of violated)
        for (const level of claim._tag === 'Nested' ? THRESHOLD_LEVELS : [levelOf(claim)])
          for (const shown of groupsFor(claim, world)) {
            const exhibits = [exhibitOf(world, level, shown)]
            const answer: Answer = { _tag: 'Violated', counterexample: counterexample(level, exhibits) }
            const passed = isPassed(asked, claim, answer)
            if (passed !== refutes(world, claim, level, shown)) wrong.push(show(passed, claim, shown))
          }
      expect(wrong).to.deep.equal([])
    })

    it(`lets nobody stand beside those who refute it, with ${name}`, () => {
      const passed: string[] = []
      for (const { claim, world, counterexample: honest } of violated)
        for (const shown of groupsFor(claim, world)) {
          const { level, exhibits } = honest
          if (isTold(claim, shown) || refutes(world, claim, level, shown)) continue
          const more = [...exhibits, exhibitOf(world, level, shown)]
          const answer: Answer = { _tag: 'Violated', counterexample: { ...honest, exhibits: more } }
          if (isPassed(asked, claim, answer)) passed.push(show(claim, shown))
        }
      expect(passed).to.deep.equal([])
    })

    it(`lets nobody stand for a claim that holds without being of those it speaks of, with ${name}`, () => {
      const wrong: string[] = []
      for (const { claim, world, answer } of answers)
        if (answer._tag === 'Holds')
          for (const shown of groupsFor(claim, world)) {
            const level = levelOf(claim)
            const exhibits = [exhibitOf(world, level, shown)]
            const isHolding = (all: readonly Exhibit[]): boolean =>
              isPassed(asked, claim, { _tag: 'Holds', certificate: { level, says: '', exhibits: all } })
            const isRight = supports(world, claim, level, shown)
            if (isHolding(exhibits) !== isRight) wrong.push(show(isRight, claim, shown))
            const isAstray = !isRight && !isTold(claim, shown)
            if (isAstray && isHolding([...answer.certificate.exhibits, ...exhibits]))
              wrong.push(show('beside others', claim, shown))
          }
      expect(wrong).to.deep.equal([])
    })
  }

  it('lets two groups be rivals only if both can act and they share nobody', () => {
    const asked = askedOf({ weights: [2, 2, 1, 1], quotas: [2, 3, 4] })
    const claim: Claim = { _tag: 'Proper', at: { level: 'Medium', said: 'medium' } }
    const world = worldOf(asked, claim)
    const { wins } = ruleOf(world.account, 'Medium', { disclosed: [], approved: [] })
    const arePassed = (...groups: readonly Group[]): boolean => {
      const exhibits = groups.map((keys) => exhibitOf(world, 'Medium', { keys, units: [] }))
      return isPassed(asked, claim, {
        _tag: 'Violated',
        counterexample: counterexample('Medium', exhibits),
      })
    }
    let rivals = 0
    for (const one of subsets(IDS)) {
      expect(arePassed(one), show(one)).to.equal(false)
      for (const two of subsets(IDS)) {
        const areRivals = wins(one) && wins(two) && !one.some((id) => two.includes(id))
        if (areRivals) rivals += 1
        expect(arePassed(one, two), show(one, two)).to.equal(areRivals)
      }
    }
    expect(rivals).to.be.greaterThan(0)
  })
})

/** Rules of the first three keys, small ones: of those some break each demand that a claim does not make. */
const SMALL: readonly Rule[] = [1, 2, 3].flatMap((a) =>
  [0, 1, 2].flatMap((b) =>
    [0, 1, 2].flatMap((c) =>
      [1, 2, 3, 4].map((quota): Rule => ({ weights: [a, b, c, 0], quotas: [quota, quota, quota] })),
    ),
  ),
)

const wish = (level: ThresholdLevel, keys: Group, must: Demand['must']): Claim => ({
  _tag: must === 'win' ? 'Can' : 'Cannot',
  at: { level, said: '' },
  who: {
    _tag: 'AnyOf',
    count: keys.length,
    said: '',
    of: keys.map((one) => ({ _tag: 'Key', said: '', key: one })),
  },
})

describe('policy: the second opinion on demands', () => {
  const { policy, base } = askedOf({ weights: [1, 2, 3, 0], quotas: [3, 3, 3] })
  const ids = IDS.slice(0, 3)
  const claims = claimsAbout(
    [first, STRANGER, ...ids.slice(1)],
    'Medium',
    ['key', 'holder', 'vendor', 'location'],
    ['other-1'],
  ).flat()
  const rules = SMALL.map((rule) => ({
    worldOf: (claim: Claim) => worldOf(askedOf(rule), claim),
    wins: ruleOf(accountOf('home', rule), 'Medium', { disclosed: [], approved: [] }).wins,
  }))
  const promise = (id: string, claim: Claim): Assertion => ({
    id,
    on: ['own'],
    form: 'x',
    claims: [claim],
    place: { file: '', position: { line: 1, column: 1 }, path: [] },
  })

  /** Whether a claim is believed to make a demand: then it is in conflict with a wish for the contrary. */
  const isDemanded = (claim: Claim, { level, keys, must }: Demand, before = base): boolean => {
    const contrary: Demand = { level, keys, must: must === 'win' ? 'lose' : 'win' }
    const assertions = [promise('claim', claim), promise('wish', wish(level, keys, contrary.must))]
    const reasons = [
      { assertion: 'claim', demand: { level, keys, must }, times: 1n, says: '' },
      { assertion: 'wish', demand: contrary, times: 1n, says: '' },
    ]
    try {
      const conflict = { assertions: ['claim', 'wish'], reasons, ends: '', says: '' }
      recheckConflict(policyOf({ ...policy, assertions }), before)('own')(conflict)
      return true
    } catch (error) {
      if (!String(error).includes('claim does not demand what it is said to demand')) throw error
      return false
    }
  }

  it('lets none pass that some rule does not meet which keeps the claim', () => {
    const wrong: string[] = []
    let demanded = 0
    for (const claim of claims) {
      const passed = subsets(ids).flatMap((keys) =>
        (['win', 'lose'] as const)
          .map((must): Demand => ({ level: levelOf(claim), keys, must }))
          .filter((demand) => isDemanded(claim, demand)),
      )
      demanded += passed.length
      for (const { worldOf: world, wins } of rules) {
        const isBroken = passed.some(({ keys, must }) => wins(keys) !== (must === 'win'))
        if (isBroken && say(world(claim), claim) === 'Holds') wrong.push(show(claim, passed))
      }
    }
    expect(wrong).to.deep.equal([])
    expect(demanded).to.be.greaterThan(100)
  })

  it('lets none pass of a comparison with what is not there', () => {
    for (const claim of claims)
      if (claim._tag === 'Compare' && claim.other._tag === 'Base')
        for (const must of ['win', 'lose'] as const)
          for (const keys of [[], ids])
            expect(isDemanded(claim, { level: 'Medium', keys, must }, O.none), show(claim)).to.equal(false)
  })

  it('lets none pass at a level of which the claim does not speak', () => {
    const other = { Low: 'Medium', Medium: 'High', High: 'Low' } as const
    for (const claim of claims)
      for (const must of ['win', 'lose'] as const)
        for (const keys of [[], ids])
          expect(isDemanded(claim, { level: other[levelOf(claim)], keys, must }), show(claim)).to.equal(false)
  })
})

/**
 * Answers with the right numbers and the wrong people: every group of a small account is shown as a
 * counterexample, as a certificate and as a demand, and only those may pass of which it is true.
 */
import { expect } from 'chai'
import * as O from 'fp-ts/lib/Option.js'
import {
  decide,
  recheck,
  type Answer,
  type Asked,
  type Claim,
  type Counterexample,
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
  { holder: 'bruno', vendor: 'v', location: ['b', 'c'] },
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
  { weights: [4, 3, 2, 1], quotas: [7, 5, 4] },
  { weights: [3, 1, 1, 1], quotas: [1, 2, 3] },
  { weights: [1, 1, 1, 1], quotas: [3, 4, 5] },
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

/** Every group, and for claims that speak of units each of them with some units. */
const groupsFor = (claim: Claim): readonly Shown[] => {
  const units = 'by' in claim ? [[], ...UNITS[claim.by]!] : [[]]
  return subsets(IDS).flatMap((keys) => units.map((some) => ({ keys, units: some })))
}

const show = (...all: readonly unknown[]): string => JSON.stringify(all)

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
          for (const shown of groupsFor(claim)) {
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
        for (const shown of groupsFor(claim)) {
          const { level, exhibits } = honest
          // Who is shown without units is told of by those who are shown with them.
          const isTold = 'by' in claim && claim.by !== 'key' && shown.units.length === 0
          if (isTold || refutes(world, claim, level, shown)) continue
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
          for (const shown of groupsFor(claim)) {
            const level = levelOf(claim)
            const exhibits = [exhibitOf(world, level, shown)]
            const passed = isPassed(asked, claim, {
              _tag: 'Holds',
              certificate: { level, says: '', exhibits },
            })
            if (passed !== supports(world, claim, level, shown)) wrong.push(show(passed, claim, shown))
          }
      expect(wrong).to.deep.equal([])
    })
  }

  it('lets two groups be rivals only if both can act and they share nobody', () => {
    const asked = askedOf({ weights: [2, 2, 1, 1], quotas: [2, 3, 4] })
    const claim: Claim = { _tag: 'Proper', at: { level: 'Medium', said: 'medium' } }
    const world = worldOf(asked, claim)
    const { wins } = ruleOf(world.account, 'Medium', { disclosed: [], approved: [] })
    let rivals = 0
    for (const one of subsets(IDS))
      for (const two of subsets(IDS)) {
        const exhibits = [one, two].map((keys) => exhibitOf(world, 'Medium', { keys, units: [] }))
        const answer: Answer = { _tag: 'Violated', counterexample: counterexample('Medium', exhibits) }
        const areRivals = wins(one) && wins(two) && !one.some((id) => two.includes(id))
        if (areRivals) rivals += 1
        expect(isPassed(asked, claim, answer), show(one, two)).to.equal(areRivals)
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

describe('policy: the second opinion on demands', () => {
  const ids = IDS.slice(0, 3)
  const claims = claimsAbout(
    [first, STRANGER, ...ids.slice(1)],
    'Medium',
    ['key', 'holder', 'location'],
    ['other-1'],
  ).flat()
  const rules = SMALL.map((rule) => ({
    world: (claim: Claim) => worldOf(askedOf(rule), claim),
    wins: ruleOf(accountOf('home', rule), 'Medium', { disclosed: [], approved: [] }).wins,
  }))

  // Of these two rules all groups break a demand: everybody can act, and nobody can.
  for (const [says, quota] of [
    ['everybody can act', 1],
    ['nobody can act', 7],
  ] as const)
    it(`lets none pass that some rule does not meet which keeps the claim, where ${says}`, () => {
      const asked = askedOf({ weights: [1, 2, 3, 0], quotas: [quota, quota, quota] })
      let demanded = 0
      const wrong: string[] = []
      for (const claim of claims) {
        const answer = decide(asked)(claim)
        if (answer._tag !== 'Violated') continue
        const passed = subsets(ids).flatMap((keys) =>
          (['win', 'lose'] as const).flatMap((must) => {
            const demands = [{ level: levelOf(claim), keys, must }]
            const forged: Answer = { _tag: 'Violated', counterexample: { ...answer.counterexample, demands } }
            return isPassed(asked, claim, forged) ? [{ keys, must }] : []
          }),
        )
        demanded += passed.length
        if (passed.length === 0) continue
        for (const { world, wins } of rules)
          if (
            passed.some(({ keys, must }) => wins(keys) !== (must === 'win')) &&
            say(world(claim), claim) === 'Holds'
          )
            wrong.push(show(claim, passed))
      }
      expect(wrong).to.deep.equal([])
      expect(demanded).to.be.greaterThan(100)
    })
})

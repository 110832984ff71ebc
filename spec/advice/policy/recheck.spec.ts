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
  type Tolerated,
} from '../../../src/advice/policy/index.js'
import { account } from '../../support/build/account.js'
import { key } from '../../support/build/key.js'
import { asking, claimsAbout, policyWith, type Told } from './claim-world.js'

const KEYS = ['one', 'two', 'three', 'four', 'five', 'six'].map((name) => key(name).signerKey)
const TOLD: readonly Told[] = KEYS.map((_, i) => ({
  holder: `h${Math.floor(i / 2)}`,
  vendor: `v${i % 2}`,
  location: [`p${i % 4}`, `p${(i * 2) % 5}`],
}))

/** Every key weighs something else, so that nobody can be put in the place of another. */
const own = account({
  of: 'home',
  master: 0,
  low: 20,
  medium: 17,
  high: 25,
  signers: KEYS.map((one, i) => [one, 2 ** i - Math.floor(i / 4)]),
})
const other = account({
  of: 'away',
  master: 1,
  low: 3,
  medium: 12,
  high: 40,
  signers: KEYS.map((one) => [one, 5]),
})
const asked = asking(policyWith([own, other], KEYS, TOLD), O.some(policyWith([own], KEYS, TOLD)))
const claims = claimsAbout(
  KEYS.map(({ strkey }) => strkey),
  'Medium',
  ['key', 'holder', 'vendor', 'location'],
  ['other-1'],
).flat()

type Tamper = (answer: Answer, claim: Claim) => readonly Answer[]

const exhibitsOf = (answer: Answer): readonly Exhibit[] =>
  answer._tag === 'Holds'
    ? answer.certificate.exhibits
    : answer._tag === 'Violated'
      ? answer.counterexample.exhibits
      : []

const withExhibits = (answer: Answer, exhibits: readonly Exhibit[]): Answer =>
  answer._tag === 'Holds'
    ? { ...answer, certificate: { ...answer.certificate, exhibits } }
    : answer._tag === 'Violated'
      ? { ...answer, counterexample: { ...answer.counterexample, exhibits } }
      : answer

const eachExhibit =
  (change: (exhibit: Exhibit) => Exhibit | undefined): Tamper =>
  (answer) =>
    exhibitsOf(answer).flatMap((exhibit, at) => {
      const changed = change(exhibit)
      return changed === undefined
        ? []
        : [
            withExhibits(
              answer,
              exhibitsOf(answer).map((before, i) => (i === at ? changed : before)),
            ),
          ]
    })

const eachCounterexample =
  (change: (counterexample: Counterexample) => readonly Counterexample[]): Tamper =>
  (answer) =>
    answer._tag === 'Violated'
      ? change(answer.counterexample).map((counterexample) => ({ _tag: 'Violated', counterexample }))
      : []

const eachTolerated = (change: (tolerated: Tolerated) => Tolerated): Tamper =>
  eachCounterexample((one) =>
    O.isNone(one.tolerated) ? [] : [{ ...one, tolerated: O.some(change(one.tolerated.value)) }],
  )

const swapped = (to: (exhibit: Exhibit) => string | undefined) => (exhibit: Exhibit) => {
  const next = to(exhibit)
  return next === undefined || exhibit.keys.length === 0
    ? undefined
    : { ...exhibit, keys: [...exhibit.keys.slice(1), next] }
}

const STRANGER = key('nobody knows').signerKey.strkey

const TAMPERED: Readonly<Record<string, Tamper>> = {
  'a sum one too high': eachExhibit((one) => ({ ...one, sum: one.sum + 1 })),
  'a quota one too low': eachExhibit((one) => ({ ...one, quota: one.quota - 1 })),
  'a key swapped for another signer': eachExhibit(
    swapped(({ keys, rule }) =>
      rule === 'own' ? KEYS.find(({ strkey }) => !keys.includes(strkey))?.strkey : undefined,
    ),
  ),
  'a key swapped for a stranger': eachExhibit(swapped(() => STRANGER)),
  'a key that stands twice': eachExhibit((one) =>
    one.keys[0] === undefined ? undefined : { ...one, keys: [...one.keys, one.keys[0]] },
  ),
  'a key left out': eachExhibit((one) =>
    one.keys.length === 0 ? undefined : { ...one, keys: one.keys.slice(1) },
  ),
  'a unit that nobody has': eachExhibit((one) =>
    one.units.length === 0 ? undefined : { ...one, units: [...one.units, 'atlantis'] },
  ),
  'a unit twice': eachExhibit((one) =>
    one.units[0] === undefined ? undefined : { ...one, units: [...one.units, one.units[0]] },
  ),
  // `nested` speaks of all levels.
  'another level': (answer, claim) =>
    claim._tag === 'Nested' ? [] : eachCounterexample((one) => [{ ...one, level: 'Low' }])(answer, claim),
  'a key that stands twice, with its weight': eachExhibit(({ keys, weights, ...more }) =>
    keys[0] === undefined
      ? undefined
      : { ...more, keys: [...keys, keys[0]], weights: [...weights, weights[0] ?? 0] },
  ),
  'a weight that is another': eachExhibit((one) =>
    one.weights[0] === undefined
      ? undefined
      : { ...one, weights: [one.weights[0] + 1, ...one.weights.slice(1)] },
  ),
  'the quota of another level': (answer, claim) =>
    claim._tag === 'Nested' ? [] : eachExhibit((one) => ({ ...one, quota: 20 }))(answer, claim),
  'nobody who refutes it': eachCounterexample((one) =>
    one.exhibits.length === 0 ? [] : [{ ...one, exhibits: [] }],
  ),
  'a demand at another level': eachCounterexample((one) =>
    one.demands.length === 0
      ? []
      : [{ ...one, demands: one.demands.map((d) => ({ ...d, level: 'Low' as const })) }],
  ),
  'a weight that nobody has': eachExhibit((one) => ({ ...one, weights: [...one.weights, 1] })),
  'a unit where none is spoken of': (answer, claim) =>
    'by' in claim && claim.by !== 'key'
      ? []
      : ['h0', KEYS[0]!.strkey].flatMap((unit) =>
          eachExhibit((one) => ({ ...one, units: [unit] }))(answer, claim),
        ),
  'a certificate of another level': (answer) =>
    answer._tag === 'Holds' ? [{ ...answer, certificate: { ...answer.certificate, level: 'Low' } }] : [],
  'one more tolerated': eachTolerated((one) => ({ ...one, holds: one.holds + 1 })),
  'one less tolerated': eachTolerated((one) => ({ ...one, holds: one.holds - 1 })),
  'less than nothing tolerated': eachTolerated((one) => ({ ...one, holds: -2 })),
  'as much tolerated as was asked for': eachTolerated((one) => ({ ...one, holds: one.asked })),
  'another number asked for': eachTolerated((one) => ({ ...one, asked: one.asked + 1 })),
  'something else counted': eachTolerated((one) => ({ ...one, unit: 'device' })),
  'something tolerated of what counts nothing': eachCounterexample((one) =>
    O.isSome(one.tolerated) ? [] : [{ ...one, tolerated: O.some({ asked: 3, holds: 2, unit: 'key' }) }],
  ),
  'a demand turned round': eachCounterexample((one) =>
    one.demands.length === 0
      ? []
      : [
          {
            ...one,
            demands: one.demands.map((d) => ({
              ...d,
              must: d.must === 'win' ? ('lose' as const) : ('win' as const),
            })),
          },
        ],
  ),
  'a demand of everybody or nobody': eachCounterexample((one) =>
    one.demands.length === 0
      ? []
      : [
          {
            ...one,
            demands: one.demands.map((d) => ({
              ...d,
              keys: d.must === 'win' ? KEYS.map(({ strkey }) => strkey) : [],
            })),
          },
        ],
  ),
  'a claim that holds, said to be vacuous': (answer) =>
    answer._tag === 'Holds' ? [{ _tag: 'Vacuous', says: '', help: '' }] : [],
  'a claim that is broken, said to hold': (answer) =>
    answer._tag === 'Violated'
      ? [{ _tag: 'Holds', certificate: { level: 'Medium', says: '', exhibits: [] } }]
      : [],
  'a claim of nobody, said to hold': (answer) =>
    answer._tag === 'Vacuous'
      ? [{ _tag: 'Holds', certificate: { level: 'Medium', says: '', exhibits: [] } }]
      : [],
}

const catches = (one: Asked, claim: Claim, answer: Answer): boolean => {
  try {
    recheck(one)(claim)(answer)
    return false
  } catch (error) {
    if (!String(error).includes('invariant: an answer to a claim is wrong')) throw error
    return true
  }
}

describe('policy: the second opinion', () => {
  const answers = claims.map((claim) => [claim, decide(asked)(claim)] as const)

  it('passes on what is right, as it was', () => {
    for (const [claim, answer] of answers) expect(recheck(asked)(claim)(answer)).to.equal(answer)
    expect(new Set(answers.map(([, { _tag }]) => _tag))).to.include.all.keys('Holds', 'Violated', 'Vacuous')
  })

  for (const [kind, tamper] of Object.entries(TAMPERED))
    it(`catches ${kind}`, () => {
      const tampered = answers.flatMap(([claim, answer]) =>
        tamper(answer, claim).map((wrong) => ({ claim, wrong, caught: catches(asked, claim, wrong) })),
      )
      expect(tampered.length).to.be.greaterThan(0)
      expect(
        tampered.filter(({ caught }) => !caught).map(({ claim, wrong }) => JSON.stringify({ claim, wrong })),
      ).to.deep.equal([])
    })

  it('catches more units than the claim speaks of', () => {
    const at = { level: 'Medium', said: 'medium' } as const
    const [two, one]: readonly Claim[] = [
      { _tag: 'Survives', at, lose: 2, by: 'holder' },
      { _tag: 'Survives', at, lose: 1, by: 'holder' },
    ]
    const even = account({ of: 'home', master: 0, medium: 4, signers: KEYS.map((signer) => [signer, 1]) })
    const question = asking(policyWith([even], KEYS, TOLD))
    expect(decide(question)(one!)._tag).to.equal('Holds')
    expect(decide(question)(two!)._tag).to.equal('Violated')
    expect(catches(question, one!, decide(question)(two!))).to.equal(true)
    // The same for units that are in truth broken by fewer, so that the verdict alone shows nothing.
    const weak = asking(policyWith([{ ...even, thresholds: { ...even.thresholds, medium: 5 } }], KEYS, TOLD))
    const answer = decide(weak)(one!)
    const units = ['h0', 'h1']
    const wrong = withExhibits(answer, [
      {
        title: 'left',
        units,
        keys: KEYS.slice(4).map(({ strkey }) => strkey),
        weights: [1, 1],
        sum: 2,
        quota: 5,
        rule: 'own',
      },
    ])
    expect(catches(weak, one!, answer)).to.equal(false)
    expect(catches(weak, one!, wrong)).to.equal(true)
  })
})

/** Repairs that do not do what a repair has to, one kind after the other. */
import { expect } from 'chai'
import * as O from 'fp-ts/lib/Option.js'
import {
  decide,
  policyOf,
  recheckRemedies,
  recheckRemedy,
  withRemedies,
  type Answer,
  type Assertion,
  type Change,
  type Claim,
  type Policy,
} from '../../../../src/advice/policy/index.js'
import { account } from '../../../support/build/account.js'
import {
  anyOf,
  assertedIn,
  at,
  can,
  cannot,
  id,
  members,
  needs,
  place,
  policyFrom,
  survives,
  withstands,
  type Parts,
} from './situation.js'

const WEIGHTS = { anna: 1, bruno: 1, carla: 1 }
const anna = anyOf(1, 'anna', 'anna')
const treasury = (claims: Parts['claims'], more: Partial<Parts> = {}): Policy =>
  policyFrom({ weights: WEIGHTS, thresholds: [1, 1, 1], claims, ...more })

const medium = (to: number, from = 1): Change => ({ _tag: 'Threshold', level: 'Medium', from, to })
const weight = (name: string, to: number, from = 1): Change => ({ _tag: 'Weight', key: id(name), from, to })
const alone = (name: string): Change => ({ _tag: 'OwnUnit', kind: 'location', key: id(name) })

/** What is said to changes as a repair of the first assertion: nothing where they pass. */
const saidTo = (policy: Policy, changes: readonly Change[], judge = decide): string => {
  const [asserted] = assertedIn(policy)
  try {
    recheckRemedy(judge)(policy, O.none)(asserted!)({ _tag: 'Repair', changes, isSmallest: false })
    return ''
  } catch (error) {
    return String(error).replace('Error: invariant: an answer to a claim is wrong: ', '')
  }
}

/** The same with another account, of which one signature is enough, and with what is claimed of it. */
const withTill = (policy: Policy, claims: readonly Claim[], weights: Parts['weights'] = WEIGHTS): Policy => {
  const [own] = policy.accounts.values()
  const till = account({ of: 'till', master: 0, medium: 1, signers: Object.entries(weights) })
  const assertion: Assertion = { id: 'till', on: ['till'], form: 'x', claims, place }
  return policyOf({
    ...policy,
    accounts: new Map([...policy.accounts, ['till', { ...own!, name: 'till', account: till }]]),
    assertions: [...policy.assertions, assertion],
  })
}

const one = treasury({ promise: [cannot('Medium', anna)] })
const two = treasury({ promise: [cannot('Medium', anna), cannot('High', anna)] })
const kept = treasury({
  promise: [cannot('Medium', anna)],
  other: [can('Medium', anyOf(2, 'two', 'anna', 'bruno'))],
})
/** Of the other assertion one claim is broken already, and one holds. */
const halfKept = treasury({
  promise: [cannot('Medium', anna)],
  other: [
    needs('High', 3, members('all', 'anna', 'bruno', 'carla')),
    can('Medium', anyOf(2, 'two', 'anna', 'bruno')),
  ],
})
const vacuous = treasury({
  promise: [cannot('Medium', anna)],
  other: [{ _tag: 'Signatures', at: at('Medium'), atLeast: O.none, atMost: O.some(1) }],
})
const compared = withTill(one, [
  {
    _tag: 'Compare',
    at: at('Medium'),
    relation: 'equals',
    other: { _tag: 'Account', name: 'treasury' },
  },
])
/** The same promise of both accounts, which only one of them keeps after a change. */
const both = policyOf({
  ...withTill(one, []),
  assertions: [
    ...one.assertions,
    {
      id: 'both',
      on: ['till', 'treasury'],
      form: 'x',
      claims: [can('Medium', anyOf(2, 'two', 'anna', 'bruno'))],
      place,
    },
  ],
})
/** A theft at the bank takes two keys. Anna has a copy elsewhere, which is what the till lives by. */
const places = (till: Parts['weights']): Policy =>
  withTill(
    treasury(
      { promise: [withstands('Medium', 1, 'location')] },
      {
        thresholds: [1, 2, 2],
        keys: {
          anna: { location: ['bank', 'safe'] },
          bruno: { location: ['bank'] },
          carla: { location: ['home'] },
        },
      },
    ),
    [survives('Medium', 1, 'location')],
    till,
  )

const GOOD: Readonly<Record<string, readonly [Policy, readonly Change[]]>> = {
  'a threshold that is raised': [one, [medium(2)]],
  'the highest of all thresholds': [one, [medium(255)]],
  'a weight that is taken': [one, [weight('anna', 0)]],
  'a threshold of low': [
    treasury({ promise: [cannot('Low', anna)] }),
    [{ _tag: 'Threshold', level: 'Low', from: 1, to: 2 }],
  ],
  'a threshold of high': [
    treasury({ promise: [cannot('High', anna)] }),
    [{ _tag: 'Threshold', level: 'High', from: 1, to: 2 }],
  ],
  'the weight of a master key': [
    treasury({ promise: [cannot('Medium', anyOf(1, 'treasury', 'treasury'))] }, { master: 1 }),
    [weight('treasury', 0)],
  ],
  'a signer that had no say': [
    treasury(
      { promise: [{ _tag: 'NoDummies', at: at('Medium') }] },
      { weights: { anna: 2, bruno: 2, carla: 1 }, thresholds: [1, 4, 4] },
    ),
    [weight('carla', 0)],
  ],
  'a key that goes to another holder': [
    treasury(
      { promise: [withstands('Medium', 1, 'holder')] },
      {
        thresholds: [1, 2, 2],
        keys: { anna: { holder: 'anna' }, bruno: { holder: 'anna' }, carla: { holder: 'carla' } },
      },
    ),
    [{ _tag: 'OwnUnit', kind: 'holder', key: id('bruno') }],
  ],
  'what leaves a claim that says nothing as it is': [
    treasury({ promise: [cannot('Medium', anna), cannot('Medium', anyOf(2, 'anna', 'anna'))] }),
    [medium(2)],
  ],
  'a threshold that no other claim minds': [kept, [medium(2)]],
  'what leaves broken claims as they are': [halfKept, [medium(2)]],
  'what no comparison minds': [withTill(one, []), [medium(2)]],
  'a key that goes elsewhere': [places({ carla: 1 }), [alone('anna')]],
}

const RANGE = 'a number is out of range'
const BAD: Readonly<Record<string, readonly [Policy, readonly Change[], string]>> = {
  'no change': [one, [], 'a repair changes nothing'],
  'a change that does nothing for the claim': [
    one,
    [{ _tag: 'Threshold', level: 'Low', from: 1, to: 2 }],
    'a repair does not repair',
  ],
  'one of two claims put right': [two, [medium(2)], 'a repair does not repair'],
  'a number that stays what it is': [one, [medium(2), weight('bruno', 1)], 'a number stays what it is'],
  'a threshold that was another': [one, [medium(3, 2)], 'a threshold is not what it is said to be'],
  'a weight that was another': [one, [weight('anna', 0, 2)], 'a weight is not what it is said to be'],
  'a master key that weighed something else': [
    one,
    [medium(2), weight('treasury', 1, 2)],
    'a weight is not what it is said to be',
  ],
  'a key that is no signer': [
    one,
    [medium(2), weight('dora', 1, 0)],
    'a weight is not what it is said to be',
  ],
  'a threshold above all thresholds': [one, [medium(256)], RANGE],
  'a weight below nothing': [one, [weight('anna', -1)], RANGE],
  'a fraction': [one, [medium(1.5)], RANGE],
  'what breaks another claim': [kept, [medium(3)], 'a repair breaks other'],
  'what breaks a claim of an assertion that is broken': [halfKept, [medium(3)], 'a repair breaks other'],
  'what makes another claim say nothing': [vacuous, [medium(4)], 'a repair breaks other'],
  'what breaks a claim of another account that compares': [compared, [medium(2)], 'a repair breaks till'],
  'what breaks a claim on one of its accounts': [both, [medium(3)], 'a repair breaks both'],
  'a key that goes elsewhere beside a number, and is lost to another account': [
    places({ anna: 1 }),
    [{ _tag: 'Threshold', level: 'Low', from: 1, to: 2 }, alone('anna')],
    'a repair breaks till',
  ],
  'a key that goes elsewhere, and is lost to another account': [
    places({ anna: 1 }),
    [alone('anna')],
    'a repair breaks till',
  ],
  'a key that goes elsewhere for nothing': [
    places({ carla: 1 }),
    [alone('carla')],
    'a repair does not repair',
  ],
}

describe('policy: the second opinion on repairs', () => {
  for (const [kind, [policy, changes]] of Object.entries(GOOD))
    it(`passes on ${kind}`, () => {
      expect(saidTo(policy, changes)).to.equal('')
    })

  for (const [kind, [policy, changes, why]] of Object.entries(BAD))
    it(`catches ${kind}`, () => {
      expect(saidTo(policy, changes)).to.equal(why)
    })

  it('believes nobody that a claim holds afterwards', () => {
    const holds: Answer = { _tag: 'Holds', certificate: { level: 'High', says: '', exhibits: [] } }
    const isAtHigh = (claim: Claim): boolean => 'at' in claim && claim.at.level === 'High'
    const lenient: typeof decide = (subject) => (claim) => (isAtHigh(claim) ? holds : decide(subject)(claim))
    const [asserted] = assertedIn(two)
    expect(asserted!.answers.map(({ answer }) => answer._tag)).to.deep.equal(['Violated', 'Violated'])
    expect(saidTo(two, [medium(2)], lenient)).to.match(
      /it was found to be Holds, and by other means Violated/,
    )
  })

  it('is asked of every remedy there is', () => {
    const all = withRemedies(one, O.none)(assertedIn(one))
    expect(recheckRemedies(decide)(one, O.none)(all)).to.deep.equal(all)
    const wrong = all.map((asserted) => ({
      ...asserted,
      remedy: O.some({ _tag: 'Repair' as const, changes: [], isSmallest: true }),
    }))
    expect(() => recheckRemedies(decide)(one, O.none)(wrong)).to.throw('a repair changes nothing')
  })

  it('warns of what two changes break by both names', () => {
    const two = can('Medium', anyOf(2, 'two', 'anna', 'bruno'))
    const policy = treasury({ promise: [cannot('Medium', anna)], other: [two], third: [two], last: [] })
    const [asserted, ...others] = assertedIn(policy)
    const warned = (...breaks: readonly string[]) => [
      { ...asserted!, spoiled: [{ change: medium(3), breaks }] },
      ...others,
    ]
    const again = recheckRemedies(decide)(policy, O.none)
    expect(again(warned('third', 'other'))).to.deep.equal(warned('third', 'other'))
    expect(() => again(warned('other', 'last'))).to.throw('a change that is warned of breaks other,third')
  })

  it('warns of changes only if they repair, and break just what is said', () => {
    const [asserted, ...others] = assertedIn(kept)
    const warned = (change: Change, ...breaks: readonly string[]) => [
      { ...asserted!, spoiled: [{ change, breaks }] },
      ...others,
    ]
    const again = recheckRemedies(decide)(kept, O.none)
    const right = warned(medium(3), 'other')
    expect(again(right)).to.deep.equal(right)
    expect(() => again(warned(medium(2)))).to.throw('a change that is warned of breaks')
    expect(() => again(warned(medium(2), 'other'))).to.throw('a change that is warned of breaks')
    expect(() => again(warned(medium(3), 'other', 'promise'))).to.throw(
      'a change that is warned of breaks other',
    )
    expect(() => again(warned(medium(3), 'promise'))).to.throw('a change that is warned of breaks other')
    expect(() => again(warned(weight('carla', 0), 'other'))).to.throw('does not repair')
  })
})

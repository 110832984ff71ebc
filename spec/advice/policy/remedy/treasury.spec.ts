import { expect } from 'chai'
import * as O from 'fp-ts/lib/Option.js'
import {
  nameOf,
  remedyOf,
  verdictOf,
  withRemedies,
  type Asserted,
  type Change,
  type Policy,
  type Remedy,
} from '../../../../src/advice/policy/index.js'
import {
  anyOf,
  assertedIn,
  can,
  every,
  members,
  needs,
  policyFrom,
  proper,
  survives,
  withstands,
  type Parts,
} from './situation.js'

const EMPLOYEES = ['emp-1', 'emp-2', 'emp-3', 'emp-4', 'emp-5', 'emp-6']

const treasury = (chair: readonly string[], more: Partial<Parts> = {}): Policy =>
  policyFrom({
    weights: Object.fromEntries([...chair, ...EMPLOYEES].map((name) => [name, 1])),
    thresholds: [3, 3, 7],
    ...more,
    claims: {
      'pay-any-3': [can('Medium', anyOf(3, 'employees', ...EMPLOYEES))],
      'needs-chair': [needs('High', 1, members('chair', ...chair))],
      'two-lost-ok': [survives('Medium', 2), survives('High', 2)],
      'two-stolen': [withstands('Medium', 2)],
      ...more.claims,
    },
  })

const CHAIR = ['chair-1', 'chair-2', 'chair-3']

const told = (policy: Policy): ReadonlyMap<string, Asserted> =>
  new Map(withRemedies(policy, O.none)(assertedIn(policy)).map((one) => [one.assertion.id, one]))

const remedyIn = (policy: Policy, assertion: string): Remedy | undefined =>
  O.toUndefined(told(policy).get(assertion)!.remedy)

const changeText =
  (policy: Policy) =>
  (change: Change): string => {
    switch (change._tag) {
      case 'Threshold':
        return `${change.level} ${change.from} to ${change.to}`
      case 'Weight':
        return `${nameOf(policy, change.key)} ${change.from} to ${change.to}`
      case 'OwnUnit':
        return `${nameOf(policy, change.key)} to another ${change.kind}`
    }
  }

/** A remedy in a line: the changes, the argument, or the tag. */
const inShort = (policy: Policy, assertion: string): string => {
  const remedy = remedyIn(policy, assertion)
  if (remedy === undefined) return 'nothing to do'
  if (remedy._tag === 'Repair') return remedy.changes.map(changeText(policy)).join(', ')
  return remedy._tag === 'Conflict' ? remedy.conflict.says : remedy._tag
}

describe('policy/remedy: the treasury', () => {
  it('keeps all four promises with three chair keys, and nothing is looked for', () => {
    const policy = treasury(CHAIR)
    const asserted = assertedIn(policy)
    expect(asserted.map(verdictOf)).to.deep.equal(['Holds', 'Holds', 'Holds', 'Holds'])
    expect(withRemedies(policy, O.none)(asserted)).to.deep.equal(asserted)
  })

  it('cannot with two, whatever the weights', () => {
    const says =
      'needs-chair: without chair-1 and chair-2 the others must not reach high. two-lost-ok: when chair-1 and chair-2 are lost the others must reach high. Both cannot be.'
    expect(inShort(treasury(CHAIR.slice(0, 2)), 'two-lost-ok')).to.equal(says)
    const weights = { 'chair-1': 9, 'chair-2': 5, ...Object.fromEntries(EMPLOYEES.map((name) => [name, 2])) }
    const other = treasury(CHAIR.slice(0, 2), { weights, thresholds: [5, 6, 20] })
    expect(inShort(other, 'two-lost-ok')).to.equal(says)
    const remedy = remedyIn(other, 'two-lost-ok')
    expect(remedy?._tag === 'Conflict' && remedy.conflict.assertions).to.deep.equal([
      'needs-chair',
      'two-lost-ok',
    ])
  })

  it('cannot with one either', () => {
    const text = inShort(treasury(['chair-1']), 'two-lost-ok')
    expect(text).to.match(
      /^needs-chair: without chair-1 the others must not reach high\. two-lost-ok: when chair-1 and emp-\d are lost the others must reach high\. /,
    )
  })

  it('is repaired by one number where one is enough', () => {
    const low = treasury(CHAIR, { thresholds: [3, 3, 6] })
    expect(inShort(low, 'needs-chair')).to.equal('High 6 to 7')
    expect(inShort(low, 'pay-any-3')).to.equal('nothing to do')
    const two = treasury(CHAIR, { thresholds: [3, 2, 6] })
    expect([inShort(two, 'needs-chair'), inShort(two, 'two-stolen')]).to.deep.equal([
      'High 6 to 7',
      'Medium 2 to 3',
    ])
  })

  it('with all chair keys in one hand, needs two of them elsewhere: no number does it', () => {
    const holders = Object.fromEntries([
      ...CHAIR.map((name) => [name, { holder: 'anna' }] as const),
      ...EMPLOYEES.map((name) => [name, { holder: `holder of ${name}` }] as const),
    ])
    const policy = treasury(CHAIR, {
      keys: holders,
      claims: { 'two-stolen-holder': [withstands('Medium', 2, 'holder')] },
    })
    expect(inShort(policy, 'two-stolen-holder')).to.equal(
      'chair-1 to another holder, chair-2 to another holder',
    )
    const remedy = remedyIn(policy, 'two-stolen-holder')
    expect(remedy?._tag === 'Repair' && remedy.isSmallest).to.equal(true)
  })

  it('says what the obvious changes would break', () => {
    const policy = treasury(CHAIR, { claims: { 'four-pay': [withstands('Medium', 3)] } })
    const { spoiled } = told(policy).get('four-pay')!
    expect(spoiled.map(({ change, breaks }) => [changeText(policy)(change), ...breaks])).to.deep.equal([
      ['Medium 3 to 4', 'pay-any-3'],
    ])
    expect(inShort(policy, 'four-pay')).to.contain('Both cannot be.')
  })

  it('two groups of three cannot both act and share somebody', () => {
    const text = inShort(treasury(CHAIR, { claims: { one: [proper('Medium')] } }), 'one')
    expect(text).to.equal(
      'pay-any-3: emp-1, emp-2 and emp-3 must reach medium, and so must emp-4, emp-5 and emp-6. one: where emp-1, emp-2 and emp-3 reach medium, emp-4, emp-5 and emp-6 must not, who have nobody in common with them. Both cannot be.',
    )
  })

  it('says how many keys it would take', () => {
    const policy = policyFrom({
      weights: { anna: 1, bruno: 1, carla: 1, dora: 1 },
      thresholds: [1, 2, 3],
      claims: { lost: [survives('High', 2)], stolen: [withstands('High', 2)] },
    })
    expect(inShort(policy, 'lost')).to.contain(
      'Both cannot be. To lose 2 keys and withstand the theft of 2 takes 5 keys at least, and there are 4.',
    )
  })

  it('who is needed cannot be left out', () => {
    const policy = policyFrom({
      weights: { anna: 1, bruno: 1, carla: 1 },
      thresholds: [1, 2, 3],
      claims: {
        staff: [can('High', anyOf(2, 'staff', 'bruno', 'carla'))],
        boss: [every('High', anyOf(1, 'boss', 'anna'))],
      },
    })
    expect(inShort(policy, 'staff')).to.equal(
      'boss: bruno and carla together must not reach high. staff: bruno and carla together must reach high. Both cannot be.',
    )
  })

  it('a disabled master key is not switched on', () => {
    const policy = policyFrom({
      weights: { anna: 1, bruno: 1 },
      thresholds: [1, 1, 2],
      claims: { lost: [survives('High', 1)], stolen: [withstands('High', 1)] },
    })
    expect(remedyIn(policy, 'lost')?._tag).to.equal('Conflict')
  })

  it('is told of one assertion as of all', () => {
    const policy = treasury(CHAIR.slice(0, 2))
    const all = assertedIn(policy)
    const tell = remedyOf(policy, O.none)('treasury')(all)
    const asked = withRemedies(policy, O.none)(all)
    all.forEach((one, index) => {
      const { remedy, spoiled } = asked[index]!
      expect(tell(one)).to.deep.equal({ remedy, spoiled })
    })
  })
})

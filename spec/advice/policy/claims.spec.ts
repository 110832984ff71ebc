/** What each form says, in the words that people read. */
import { expect } from 'chai'
import * as O from 'fp-ts/lib/Option.js'
import { formOf, type Answer, type Claim, type Policy } from '../../../src/advice/policy/index.js'
import { answer, anyOf, HIGH, LOW, MEDIUM, members, shop, strkeyOf, type Said } from './treasury.js'

/** The tag and the sentence of an answer. */
const told = (given: Answer): string => {
  switch (given._tag) {
    case 'Holds':
      return `Holds: ${given.certificate.says}`
    case 'Violated':
      return `Violated: ${given.counterexample.says}`
    case 'Vacuous':
      return `Vacuous: ${given.says}`
    case 'Unknown':
      return `Unknown: ${given.why.says}`
  }
}

const HELD: Readonly<Record<string, Said>> = {
  anna: { holder: 'anna', location: ['zurich', 'bern'] },
  bruno: { holder: 'bruno', location: ['basel', 'bern'] },
  carla: { holder: 'anna', location: ['zurich', 'basel'] },
}

const THREE = shop([1, 2, 3], { anna: 1, bruno: 1, carla: 1 }, HELD)
const CHIEF = shop([2, 3, 3], { anna: 2, bruno: 1, carla: 1 }, { ...HELD, dora: {} })
const LOCKED = shop([4, 4, 4], { anna: 1, bruno: 1, carla: 1 }, HELD)
const CROWD = Array.from({ length: 20 }, (_, index) => `key-${String(index + 10)}`)
const FULL = shop([1, 1, 21], Object.fromEntries([...CROWD, 'last'].map((alias) => [alias, 1])))
const ODD = shop([2, 1, 1], { anna: 1, bruno: 1, carla: 1 })

const ALL = ['anna', 'bruno', 'carla']
const either = anyOf(1, ['anna', anyOf(2, ['bruno', 'carla'])])
/** Anna stands twice. */
const twice = anyOf(2, [anyOf(1, ['anna', 'bruno']), anyOf(1, ['anna', 'carla'])])
const signatures = (atLeast: O.Option<number>, atMost: O.Option<number>): Claim => ({
  _tag: 'Signatures',
  at: MEDIUM,
  atLeast,
  atMost,
})

const ROWS: readonly (readonly [string, Policy, Claim, string])[] = [
  [
    'can: the lightest',
    CHIEF,
    { _tag: 'Can', at: MEDIUM, who: anyOf(2, ALL) },
    'Violated: bruno and carla cannot sign a payment: 2 of medium 3.',
  ],
  [
    'can: an operation by its word',
    CHIEF,
    { _tag: 'Can', at: { level: 'High', said: 'account_merge' }, who: anyOf(1, ['bruno']) },
    'Violated: bruno cannot sign `account_merge`: 1 of high 3.',
  ],
  [
    'can: parts of parts',
    CHIEF,
    { _tag: 'Can', at: LOW, who: either },
    'Holds: nobody of whom it speaks weighs less than anna: 2 >= 2',
  ],
  [
    'can: a key that stands twice',
    CHIEF,
    { _tag: 'Can', at: LOW, who: twice },
    'Holds: nobody of whom it speaks weighs less than anna: 2 >= 2',
  ],
  [
    'can: who has no weight',
    CHIEF,
    { _tag: 'Can', at: LOW, who: anyOf(1, ['dora']) },
    'Violated: dora cannot sign an operation of level low: 0 of low 2.',
  ],
  [
    'can: more than there are',
    CHIEF,
    { _tag: 'Can', at: LOW, who: anyOf(1, ['anna', anyOf(3, ['bruno', 'carla'])]) },
    'Vacuous: `any 3 of (bruno, carla)` asks for more than the 2 that there are',
  ],
  [
    'can: nobody',
    CHIEF,
    { _tag: 'Can', at: LOW, who: anyOf(1, [], 'guests') },
    'Vacuous: `guests` has no members',
  ],
  [
    'cannot: minimised',
    CHIEF,
    { _tag: 'Cannot', at: LOW, who: anyOf(2, ALL) },
    'Violated: anna signs an operation of level low: 2 of low 2.',
  ],
  [
    'cannot: just enough',
    CHIEF,
    { _tag: 'Cannot', at: MEDIUM, who: either },
    'Holds: nobody of whom it speaks weighs more than anna: 2 < 3',
  ],
  [
    'needs',
    CHIEF,
    { _tag: 'Needs', at: MEDIUM, count: 2, of: members('staff', ['bruno', 'carla']) },
    'Violated: anna and bruno sign a payment without any 2 of staff: 3 of medium 3.',
  ],
  [
    'needs: holds',
    CHIEF,
    { _tag: 'Needs', at: MEDIUM, count: 1, of: members('staff', ['bruno', 'carla']) },
    'Holds: with none of staff the others weigh 4 - 2 = 2 < 3',
  ],
  [
    'needs: somebody without weight',
    CHIEF,
    { _tag: 'Needs', at: HIGH, count: 1, of: members('dora', ['dora']) },
    'Violated: anna and bruno sign a change of the signers without dora: 3 of high 3.',
  ],
  [
    'survives',
    CHIEF,
    { _tag: 'Survives', at: HIGH, lose: 2, by: 'key' },
    'Violated: One key is already enough. Without anna, the others weigh 2 of high 3 and cannot sign a change of the signers.',
  ],
  [
    'survives: every copy has to be lost',
    THREE,
    { _tag: 'Survives', at: HIGH, lose: 1, by: 'location' },
    'Holds: the heaviest of 3 locations leaves 3 - 0 = 3 >= 3',
  ],
  [
    'survives: two places with all copies',
    THREE,
    { _tag: 'Survives', at: HIGH, lose: 2, by: 'location' },
    'Violated: 2 locations are enough. Without zurich and bern, the others weigh 2 of high 3 and cannot sign a change of the signers.',
  ],
  [
    'survives: locked before',
    LOCKED,
    { _tag: 'Survives', at: HIGH, lose: 1, by: 'key' },
    'Violated: Nothing has to be lost: all together weigh 3 of high 4 and cannot sign a change of the signers.',
  ],
  [
    'withstands: any copy is enough',
    THREE,
    { _tag: 'Withstands', at: MEDIUM, steal: 1, by: 'location' },
    'Violated: One location is enough. If zurich is compromised, anna and carla sign a payment.',
  ],
  [
    'withstands: fewer break it',
    THREE,
    { _tag: 'Withstands', at: MEDIUM, steal: 9, by: 'holder' },
    'Violated: One holder is already enough. If anna is compromised, anna and carla sign a payment.',
  ],
  [
    'withstands: more than there are',
    LOCKED,
    { _tag: 'Withstands', at: MEDIUM, steal: 3, by: 'holder' },
    'Vacuous: it speaks of 3 holders, and the account has 2',
  ],
  [
    'withstands: nobody can',
    LOCKED,
    { _tag: 'Withstands', at: MEDIUM, steal: 2, by: 'holder' },
    'Holds: the 2 heaviest of 2 holders weigh 3 < 4',
  ],
  [
    'recovers: a copy betrays a key',
    THREE,
    { _tag: 'Recovers', steal: 1, by: 'location' },
    'Violated: One location is enough. If zurich is compromised, the others weigh 1 of high 3 and cannot sign a change of the signers.',
  ],
  [
    'recovers',
    ODD,
    { _tag: 'Recovers', steal: 2, by: 'key' },
    'Holds: the 2 heaviest of 3 keys leave 3 - 2 = 1 >= 1',
  ],
  [
    'every: the part that is missing',
    CHIEF,
    { _tag: 'Every', at: MEDIUM, has: anyOf(2, ['anna', anyOf(2, ['bruno', 'carla'])]) },
    'Violated: anna and bruno sign a payment without carla: 3 of medium 3.',
  ],
  [
    'every: holds',
    CHIEF,
    { _tag: 'Every', at: MEDIUM, has: anyOf(2, ['anna', anyOf(1, ['bruno', 'carla'])]) },
    'Holds: the heaviest without all of (anna, any 1 of (bruno, carla)) weigh 2 < 3',
  ],
  [
    'every: a key that stands twice',
    CHIEF,
    { _tag: 'Every', at: LOW, has: twice },
    'Holds: the heaviest without all of (any 1 of (anna, bruno), any 1 of (anna, carla)) weigh 1 < 2',
  ],
  [
    'signatures: too few',
    CHIEF,
    { ...signatures(O.some(3), O.none) },
    'Violated: anna and bruno sign a payment: 2 signatures, and it should take at least 3.',
  ],
  [
    'signatures: too many',
    THREE,
    { ...signatures(O.some(2), O.some(1)) },
    'Violated: anna and bruno sign a payment: 2 signatures, of whom nobody can be spared, and it should take at most 1.',
  ],
  [
    'signatures: both',
    CHIEF,
    { ...signatures(O.some(2), O.some(3)) },
    'Holds: it takes from 2 to 2 signatures',
  ],
  ['signatures: nobody can', LOCKED, { ...signatures(O.none, O.some(3)) }, 'Vacuous: nobody reaches medium'],
  [
    'no-dictator: by holder',
    THREE,
    { _tag: 'NoDictator', at: MEDIUM, by: 'holder' },
    'Violated: anna alone signs a payment with anna and carla: 2 of medium 2.',
  ],
  [
    'no-dictator: by key',
    CHIEF,
    { _tag: 'NoDictator', at: LOW, by: 'key' },
    'Violated: anna alone signs an operation of level low: 2 of low 2.',
  ],
  [
    'no-dictator: holds',
    CHIEF,
    { _tag: 'NoDictator', at: MEDIUM, by: 'key' },
    'Holds: no key weighs more than anna: 2 < 3',
  ],
  [
    'no-dictator: nobody has weight',
    shop([1, 1, 1], {}),
    { _tag: 'NoDictator', at: MEDIUM, by: 'key' },
    'Vacuous: no key has weight',
  ],
  [
    'no-veto',
    CHIEF,
    { _tag: 'NoVeto', at: MEDIUM, by: 'key' },
    'Violated: Without anna, the others weigh 2 of medium 3 and cannot sign a payment.',
  ],
  [
    'no-veto: holds',
    CHIEF,
    { _tag: 'NoVeto', at: LOW, by: 'key' },
    'Holds: without anna, who weighs most, the others weigh 4 - 2 = 2 >= 2',
  ],
  [
    'no-veto: copies elsewhere',
    THREE,
    { _tag: 'NoVeto', at: HIGH, by: 'location' },
    'Holds: without zurich, who weighs most, the others weigh 3 - 0 = 3 >= 3',
  ],
  ['reachable', CHIEF, { _tag: 'Reachable', at: HIGH }, 'Holds: 2 of 3 signers are enough: 3 >= 3'],
  [
    'reachable: locked',
    LOCKED,
    { _tag: 'Reachable', at: HIGH },
    'Violated: All signers together weigh 3 of high 4: nobody can sign a change of the signers.',
  ],
  [
    'reachable: 20 signatures',
    FULL,
    { _tag: 'Reachable', at: HIGH },
    'Violated: An envelope holds 20 signatures, and the 20 heaviest signers weigh 20 of high 21: nobody can sign a change of the signers.',
  ],
  [
    'nested',
    THREE,
    { _tag: 'Nested' },
    'Holds: nobody reaches one level and not the one below: low 1, medium 2, high 3',
  ],
  [
    'nested: not at low',
    ODD,
    { _tag: 'Nested' },
    'Violated: anna reaches medium and not low: 1 of medium 1, and of low 2.',
  ],
  [
    'nested: thresholds in another order that nobody feels',
    shop([3, 4, 3], { anna: 2, bruno: 2 }),
    { _tag: 'Nested' },
    'Holds: nobody reaches one level and not the one below: low 3, medium 4, high 3',
  ],
]

describe('advice/policy: answers to claims', () => {
  for (const [title, policy, claim, expected] of ROWS)
    it(title, () => {
      expect(told(answer(policy, claim))).to.equal(expected)
    })

  it('cannot demands that the whole set loses, and shows who of it is enough', () => {
    const given = answer(CHIEF, { _tag: 'Cannot', at: LOW, who: anyOf(2, ALL) })
    if (given._tag !== 'Violated') throw new Error(given._tag)
    const { demands, exhibits } = given.counterexample
    expect(demands).to.deep.equal([{ level: 'Low', must: 'lose', keys: ['anna', 'bruno'].map(strkeyOf) }])
    expect(exhibits.map(({ title, sum }) => [title, sum])).to.deep.equal([
      ['signed by', 2],
      ['who has just enough for the claim', 3],
    ])
  })

  it('linear forms demand one set each, the others none', () => {
    for (const [title, policy, claim] of ROWS) {
      const given = answer(policy, claim)
      if (given._tag !== 'Violated') continue
      expect(given.counterexample.demands, title).to.have.lengthOf(formOf(claim).isLinear ? 1 : 0)
    }
  })

  it('each claim is told in a few words', () => {
    expect(ROWS.map(([, , claim]) => formOf(claim).says(claim))).to.include.members([
      'any 2 of (anna, bruno, carla) can reach medium',
      'any 2 of (anna, bruno, carla) cannot reach low',
      'needs any 2 of staff for medium',
      'high survives the loss of 1 location',
      'medium withstands the theft of 9 holders',
      'the others can change the signers after the theft of 2 keys',
      'every medium has all of (anna, any 1 of (bruno, carla))',
      'at least 2 and at most 3 signatures for medium',
      'no holder alone can reach medium',
      'no key is always needed for low',
      'high is reachable',
      'who reaches a level reaches the levels below it',
    ])
  })
})

import { expect } from 'chai'
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { synthesizeFromClaims, type FromClaims } from '../../../../src/advice/plan/index.js'
import { runAssertions, verdictOf, type Policy } from '../../../../src/advice/policy/index.js'
import { signer, THRESHOLD_LEVELS } from '../../../../src/kernel/model/index.js'
import { policyFrom } from '../../../support/build/policy.js'

const firm = (claims: readonly string[], signers = 'anna: 1, bruno: 1, carla: 1'): Policy =>
  policyFrom(`quorate: 1
keys:
  firm: {firm}
  anna: { key: {anna}, holder: anna }
  bruno: { key: {bruno}, holder: bruno }
  carla: { key: {carla}, holder: carla }
  dora: { key: {dora}, holder: bruno }
groups: { all: [anna, bruno, carla] }
accounts:
  firm:
    address: firm
    master: 0
    thresholds: { low: 1, medium: 1, high: 1 }
    signers: { ${signers} }
assert: ${claims.length === 0 ? '[]' : ''}
${claims.map((claim, at) => `  - { id: c${String(at)}, on: firm, claim: ${claim} }`).join('\n')}
`)

const sought = (policy: Policy): FromClaims => {
  const result = synthesizeFromClaims(policy, O.none)(policy.accounts.get('firm')!)
  if (E.isLeft(result)) throw new Error(result.left.map(({ message }) => message).join())
  return result.right
}

const text = (policy: Policy): string => {
  const found = sought(policy)
  if (found._tag !== 'Found') return found._tag
  const { weights, quotas } = found.rule
  const named = [...weights].map(
    ([key, weight]) => `${policy.keysByStrkey.get(key)!.alias} ${String(weight)}`,
  )
  return `${named.join(', ')}; ${THRESHOLD_LEVELS.map((level) => quotas[level]).join('/')}`
}

type Numbers = readonly number[]

/** Whether an account with these numbers keeps all promises. */
const keeps =
  (policy: Policy) =>
  (numbers: Numbers): boolean => {
    const subject = policy.accounts.get('firm')!
    const [low, medium, high] = numbers.slice(-3) as [number, number, number]
    const account = {
      ...subject.account,
      thresholds: { low, medium, high },
      signers: subject.account.signers.map(({ key }, at) => signer(key, numbers[at]!)),
    }
    const accounts = new Map(policy.accounts).set('firm', { ...subject, account })
    return runAssertions({ ...policy, accounts }, O.none).every((one) => verdictOf(one) === 'Holds')
  }

const sum = (numbers: Numbers): number => numbers.reduce((a, b) => a + b, 0)

/** What is kept small, in its order. */
const sizeOf = (numbers: Numbers): Numbers => {
  const [weights, quotas] = [numbers.slice(0, -3), numbers.slice(-3)]
  return [Math.max(...quotas), sum(weights), sum(quotas)]
}

const isBefore = (a: Numbers, b: Numbers): boolean => {
  const at = a.findIndex((one, place) => one !== b[place])
  return at >= 0 && a[at]! < b[at]!
}

const [MOST_WEIGHT, MOST_QUOTA] = [3, 4]

const candidates: readonly Numbers[] = Array.from(
  { length: MOST_WEIGHT ** 3 * MOST_QUOTA ** 3 },
  (_, code) => [
    ...[0, 1, 2].map((at) => 1 + (Math.floor(code / MOST_WEIGHT ** at) % MOST_WEIGHT)),
    ...[0, 1, 2].map((at) => 1 + (Math.floor(code / MOST_WEIGHT ** 3 / MOST_QUOTA ** at) % MOST_QUOTA)),
  ],
).filter((numbers) => numbers.slice(-3).every((quota) => quota <= sum(numbers.slice(0, -3))))

const CLAIMS = [
  '{ any: 2, of: all, can: [medium, high] }',
  '{ any: 2, of: all, cannot: high }',
  '{ any: 1, of: all, cannot: medium }',
  '{ key: anna, can: medium }',
  '{ key: bruno, cannot: low }',
  '{ all: [anna, { any: 1, of: [bruno, carla] }], can: high }',
  '{ needs: anna, for: high }',
  '{ survives: { lose: 1, by: holder }, for: medium }',
  '{ withstands: { steal: 1, by: holder }, for: [low, high] }',
  '{ every: high, has: { all: [anna, { any: 1, of: [bruno, carla] }] } }',
  '{ no-dictator: { by: key }, for: high }',
  '{ no-veto: { by: key }, for: medium }',
  '{ signatures: { at-least: 2 }, for: medium }',
  '{ no-dummies: high }',
  '{ proper: high }',
  '{ strong: high }',
  '{ ranks: [anna, bruno], for: high }',
  '{ nested: true }',
]

describe('plan/synth: weights from promises', () => {
  const rows: readonly [string, Policy, string][] = [
    ['two of three', firm([CLAIMS[0]!, CLAIMS[2]!]), 'anna 1, bruno 1, carla 1; 1/2/1'],
    ['who is needed', firm([CLAIMS[5]!, CLAIMS[9]!]), 'anna 2, bruno 1, carla 1; 1/1/3'],
    [
      'a key that is no signer yet',
      firm(['{ all: [anna, dora], can: high }', '{ needs: dora, for: high }']),
      'anna 1, bruno 1, carla 1, dora 3; 1/1/4',
    ],
    ['a rank', firm([CLAIMS[16]!]), 'anna 2, bruno 1, carla 1; 1/1/2'],
  ]
  for (const [name, policy, expected] of rows) it(name, () => expect(text(policy)).to.equal(expected))

  it('tells which promises contradict each other', () => {
    const found = sought(
      firm(['{ key: anna, can: high }', '{ needs: bruno, for: high }', '{ nested: true }']),
    )
    expect(found._tag === 'Conflict' ? found.conflict.assertions : found._tag).to.have.members(['c0', 'c1'])
  })

  it('sets aside what says nothing of numbers', () => {
    const found = sought(firm([CLAIMS[0]!, '{ not-looser-than: base }']))
    expect([found.asked, found.setAside]).to.deep.equal([['c0'], ['c1']])
  })

  it('keeps every promise, in the smallest numbers; or finds no numbers because there are none', () => {
    fc.assert(
      fc.property(fc.subarray(CLAIMS, { minLength: 1, maxLength: 5 }), (claims) => {
        const policy = firm(claims)
        const found = sought(policy)
        const isKept = keeps(policy)
        const order = policy.accounts.get('firm')!.account.signers.map(({ key }) => key.strkey)
        const good = candidates.filter(isKept)
        if (found._tag !== 'Found') return void expect(good).to.deep.equal([])
        const { weights, quotas } = found.rule
        const numbers = [
          ...order.map((key) => weights.get(key)!),
          ...THRESHOLD_LEVELS.map((level) => quotas[level]),
        ]
        expect(isKept(numbers)).to.equal(true)
        expect(found.isSmallest).to.equal(true)
        // Keys that nothing tells apart weigh the same: only such numbers are compared.
        const isAlike = (one: Numbers): boolean =>
          [0, 1, 2].every((a) => [0, 1, 2].every((b) => numbers[a] !== numbers[b] || one[a] === one[b]))
        for (const one of good.filter(isAlike)) expect(isBefore(sizeOf(one), sizeOf(numbers))).to.equal(false)
      }),
      { numRuns: 12 },
    )
  }).timeout(60_000)
})
